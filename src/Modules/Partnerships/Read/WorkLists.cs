using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>What a partnership did together, list by list.</summary>
public static class ReadWorkListsEndpoint
{
    public static Objection? Validate(Partnership partnership, int? limit, Acting acting) => partnership.MayBeKnownTo(acting) ? Listing.NotWithin(limit) : Objection.Unknown();

    /// <summary>The meetings, with who came. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each school's attendance. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/meetings")]
    public static async Task<Results<Ok<Listed<MeetingAsSeen>>, Csv<MeetingAsSeen>>> Meetings(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(MeetingHeld))).Meetings().Page(http, after, limit, from, to).As("meetings", http, format);
    }

    /// <summary>The issues the schools share, with what they agreed to do about each. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each response. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/issues")]
    public static async Task<Results<Ok<Listed<IssueAsSeen>>, Csv<IssueAsSeen>>> Issues(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, WorkAsSeen.Issue)).Issues().Page(http, after, limit, from, to).As("issues", http, format);
    }

    /// <summary>Whose voice was heard and what changed; a reader outside the partnership's heads sees numbers and no words. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/voices")]
    public static async Task<Results<Ok<Listed<VoiceAsSeen>>, Csv<VoiceAsSeen>>> Voices(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(CommunityVoiceHeard))).Voices().Page(http, after, limit, from, to).As("voices", http, format);
    }

    /// <summary>The grants and what is spent of each, in pence. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each spending. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/grants")]
    public static async Task<Results<Ok<Listed<GrantAsSeen>>, Csv<GrantAsSeen>>> Grants(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, WorkAsSeen.Grant)).Grants().Page(http, after, limit, from, to).As("grants", http, format);
    }

    /// <summary>What schools put in together. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each contribution. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/resources")]
    public static async Task<Results<Ok<Listed<ResourceAsSeen>>, Csv<ResourceAsSeen>>> Resources(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(ResourcePooled))).Resources().Page(http, after, limit, from, to).As("resources", http, format);
    }

    /// <summary>Which school laid which data open to its partners. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/data-shared")]
    public static async Task<Results<Ok<Listed<DataSharedWithPartners>>, Csv<DataSharedWithPartners>>> DataShared(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, DateOnly? from, DateOnly? to, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        return (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(DataSharedWithPartners))).All<DataSharedWithPartners>().Page(http, after, limit, from, to).As("data-shared", http, format);
    }
}

/// <summary>Accounts go further than the rest: as far as their ring, to everybody signed in when that is the public.</summary>
public static class ReadAccountsEndpoint
{
    public static Task<OwnStream> LoadAsync(Partnership partnership, IQuerySession session, Reader reader, CancellationToken token) =>
        OwnStream.ReadAsync(session, partnership, reader, token, typeof(AnnualAccountPublished));

    public static Objection? Validate(Partnership partnership, OwnStream told, int? limit, Acting acting) =>
        partnership.MayBeKnownTo(acting) || told.Facts<AnnualAccountPublished>().Any(account => told.OpensWithin(account.Ring)) ? Listing.NotWithin(limit) : Objection.Unknown();

    /// <summary>The annual accounts you may read: those published as far as you stand. Newest first: at most limit (1 to 200, 50 unless told), older than after, of the days from and to, both inclusive. With format=csv or Accept: text/csv, the same rows as a file, a line for each section.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/accounts")]
    public static Results<Ok<Listed<AccountAsSeen>>, Csv<AccountAsSeen>> Get([ReadModel] Partnership partnership, OwnStream told, HttpContext http, long? after, int? limit, DateOnly? from, DateOnly? to, string? format)
    {
        http.Response.ETagOf(partnership.Version);
        return told.Accounts().Page(http, after, limit, from, to).As("accounts", http, format);
    }
}
