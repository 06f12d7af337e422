using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>What a partnership agreed, list by list.</summary>
public static class ReadAgreementListsEndpoint
{
    public static Objection? Validate(Partnership partnership, int? limit, Acting acting) => partnership.MayBeKnownTo(acting) ? Listing.NotWithin(limit) : Objection.Unknown();

    /// <summary>The versions of the moral purpose with the outcomes they name and their signatories. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each outcome and each signatory. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/purpose")]
    public static async Task<Results<Ok<Listed<MoralPurposeAgreed>>, Csv<MoralPurposeAgreed>>> Purposes(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(MoralPurposeAgreed))).All<MoralPurposeAgreed>().Page(http, after, limit, from, to).As("purpose", http, format);
    }

    /// <summary>The versions of the protocol: where outcomes go and what they may start. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each route. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/protocols")]
    public static async Task<Results<Ok<Listed<ProtocolAdopted>>, Csv<ProtocolAdopted>>> Protocols(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(ProtocolAdopted))).All<ProtocolAdopted>().Page(http, after, limit, from, to).As("protocols", http, format);
    }

    /// <summary>Who signed which version of the protocol for which school. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/signatures")]
    public static async Task<Results<Ok<Listed<ProtocolSigned>>, Csv<ProtocolSigned>>> Signatures(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(ProtocolSigned))).All<ProtocolSigned>().Page(http, after, limit, from, to).As("signatures", http, format);
    }

    /// <summary>The stage plan and each of its revisions. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each milestone. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/stage-plan")]
    public static async Task<Results<Ok<Listed<StagePlanAsSeen>>, Csv<StagePlanAsSeen>>> StagePlans(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, AgreementsAsSeen.StagePlan)).StagePlans().Page(http, after, limit, from, to).As("stage-plan", http, format);
    }

    /// <summary>The links this partnership agreed with others. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/links")]
    public static async Task<Results<Ok<Listed<PartnershipLinkAgreed>>, Csv<PartnershipLinkAgreed>>> Links(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(PartnershipLinkAgreed))).All<PartnershipLinkAgreed>().Page(http, after, limit, from, to).As("links", http, format);
    }

    /// <summary>The element of the system chosen for each year, and what came of it. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/priorities")]
    public static async Task<Results<Ok<Listed<PriorityAsSeen>>, Csv<PriorityAsSeen>>> Priorities(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, AgreementsAsSeen.Priority)).Priorities().Page(http, after, limit, from, to).As("priorities", http, format);
    }
}
