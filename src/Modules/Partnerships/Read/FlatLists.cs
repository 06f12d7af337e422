using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>What a partnership agreed and shared, in rows that a spreadsheet takes.</summary>
public static class ReadFlatListsEndpoint
{
    public static Objection? Validate(Partnership partnership, int? limit, Acting acting) => partnership.MayBeKnownTo(acting) ? Listing.NotWithin(limit) : Objection.Unknown();

    /// <summary>Who signed which version of the protocol for which school. Newest first: at most limit (1 to 200, 50 unless told), older than after. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/signatures")]
    public static async Task<Results<Ok<Listed<ProtocolSigned>>, Csv<ProtocolSigned>>> Signatures(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        var page = (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(ProtocolSigned))).All<ProtocolSigned>().Page(http, after, limit);
        return http.Request.AsksForCsv(format) ? new Csv<ProtocolSigned>("signatures", page.Items) : TypedResults.Ok(page);
    }

    /// <summary>The links this partnership agreed with others. Newest first: at most limit (1 to 200, 50 unless told), older than after. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/links")]
    public static async Task<Results<Ok<Listed<PartnershipLinkAgreed>>, Csv<PartnershipLinkAgreed>>> Links(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        var page = (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(PartnershipLinkAgreed))).All<PartnershipLinkAgreed>().Page(http, after, limit);
        return http.Request.AsksForCsv(format) ? new Csv<PartnershipLinkAgreed>("links", page.Items) : TypedResults.Ok(page);
    }

    /// <summary>Whose voice was heard and what changed; a reader outside the partnership's heads sees numbers and no words. Newest first: at most limit (1 to 200, 50 unless told), older than after. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/voices")]
    public static async Task<Results<Ok<Listed<VoiceAsSeen>>, Csv<VoiceAsSeen>>> Voices(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        var page = (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(CommunityVoiceHeard))).Voices().Page(http, after, limit);
        return http.Request.AsksForCsv(format) ? new Csv<VoiceAsSeen>("voices", page.Items) : TypedResults.Ok(page);
    }

    /// <summary>The element of the system chosen for each year, and what came of it. Newest first: at most limit (1 to 200, 50 unless told), older than after. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/priorities")]
    public static async Task<Results<Ok<Listed<PriorityAsSeen>>, Csv<PriorityAsSeen>>> Priorities(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        var page = (await OwnStream.ReadAsync(session, partnership, reader, token, AgreementsAsSeen.Priority)).Priorities().Page(http, after, limit);
        return http.Request.AsksForCsv(format) ? new Csv<PriorityAsSeen>("priorities", page.Items) : TypedResults.Ok(page);
    }

    /// <summary>Which school laid which data open to its partners. Newest first: at most limit (1 to 200, 50 unless told), older than after. With format=csv or Accept: text/csv, the same rows as a file. The ETag is the version of the partnership.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/data-shared")]
    public static async Task<Results<Ok<Listed<DataSharedWithPartners>>, Csv<DataSharedWithPartners>>> DataShared(
        [ReadModel] Partnership partnership, IQuerySession session, HttpContext http, Reader reader, long? after, int? limit, string? format, CancellationToken token)
    {
        http.Response.ETagOf(partnership.Version);
        var page = (await OwnStream.ReadAsync(session, partnership, reader, token, typeof(DataSharedWithPartners))).All<DataSharedWithPartners>().Page(http, after, limit);
        return http.Request.AsksForCsv(format) ? new Csv<DataSharedWithPartners>("data-shared", page.Items) : TypedResults.Ok(page);
    }
}
