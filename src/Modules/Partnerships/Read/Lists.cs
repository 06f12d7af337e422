using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>What a partnership agreed and did, in rows that hold more than a spreadsheet takes.</summary>
public static class ReadListsEndpoint
{
    public static Objection? Validate(Partnership partnership, int? limit, Acting acting) => partnership.MayBeKnownTo(acting) ? Listing.NotWithin(limit) : Objection.Unknown();

    /// <summary>The versions of the moral purpose with their signatories. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/purpose")]
    public static async Task<Listed<MoralPurposeAgreed>> Purposes(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(MoralPurposeAgreed))).All<MoralPurposeAgreed>().Page(http, after, limit);
    }

    /// <summary>The versions of the protocol: where outcomes go and what they may start. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/protocols")]
    public static async Task<Listed<ProtocolAdopted>> Protocols(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(ProtocolAdopted))).All<ProtocolAdopted>().Page(http, after, limit);
    }

    /// <summary>The stage plan and each of its revisions. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/stage-plan")]
    public static async Task<Listed<StagePlanAsSeen>> StagePlans(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, AgreementsAsSeen.StagePlan)).StagePlans().Page(http, after, limit);
    }

    /// <summary>The meetings, with who came. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/meetings")]
    public static async Task<Listed<MeetingAsSeen>> Meetings(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(MeetingHeld))).Meetings().Page(http, after, limit);
    }

    /// <summary>The issues the schools share, with what they agreed to do about each. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/issues")]
    public static async Task<Listed<IssueAsSeen>> Issues(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, WorkAsSeen.Issue)).Issues().Page(http, after, limit);
    }

    /// <summary>The grants and what is spent of each, in pence. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/grants")]
    public static async Task<Listed<GrantAsSeen>> Grants(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, WorkAsSeen.Grant)).Grants().Page(http, after, limit);
    }

    /// <summary>What schools put in together. Newest first: at most limit (1 to 200, 50 unless told), older than after. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/resources")]
    public static async Task<Listed<ResourceAsSeen>> Resources(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(ResourcePooled))).Resources().Page(http, after, limit);
    }
}

/// <summary>Accounts go further than the rest: as far as their ring, to everybody signed in when that is the public.</summary>
public static class ReadAccountsEndpoint
{
    public static Task<OwnStream> LoadAsync(Partnership partnership, IQuerySession session, Reader reader, CancellationToken token) =>
        OwnStream.ReadAsync(session, partnership, reader, token, typeof(AnnualAccountPublished));

    public static Objection? Validate(Partnership partnership, OwnStream told, int? limit, Acting acting) =>
        partnership.MayBeKnownTo(acting) || told.Facts<AnnualAccountPublished>().Any(account => told.OpensWithin(account.Ring)) ? Listing.NotWithin(limit) : Objection.Unknown();

    /// <summary>The annual accounts you may read: those published as far as you stand. Newest first: at most limit (1 to 200, 50 unless told), older than after.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/accounts")]
    public static Listed<AccountAsSeen> Get([ReadModel] Partnership partnership, OwnStream told, HttpContext http, long? after, int? limit)
    {
        http.Response.ETagOf(partnership.Version);
        return told.Accounts().Page(http, after, limit);
    }
}
