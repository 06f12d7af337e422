using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.History;

public static class ReadTimelineEndpoint
{
    public static async Task<(PartnershipAt?, TimelineQuestion)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, string? lane, string? from, string? order, string? after, string? limit,
        IQuerySession session, CancellationToken token) =>
        (await PartnershipAt.OfAsync(session, partnershipId, token), TimelineQuestion.Read(occurredUpTo, recordedUpTo, lane, from, order, after, limit));

    public static Objection? Validate(PartnershipId partnershipId, PartnershipAt? partnership, TimelineQuestion question, Acting acting) =>
        partnership.NotFor(acting) ?? question.Objection;

    /// <summary>The facts of every room about one partnership, with both clocks, who recorded them in which capacity, and the stages from collaboration to co-responsibility.
    /// occurredUpTo and recordedUpTo are days, inclusive. Entries stand in the ledger's order, or with order=occurred in the order they happened.
    /// With format=csv or Accept: text/csv, the entries of the same page as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/timeline")]
    public static async Task<Results<Ok<TimelinePage>, Csv<TimelineLine>>> Get(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, string? lane, string? from, string? order, string? after, string? limit, string? format,
        TimelineQuestion question, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var page = await TimelinePage.ReadAsync(session, partnershipId, question, token);
        return http.Request.AsksForCsv(format) ? new Csv<TimelineLine>("timeline", page.Entries) : TypedResults.Ok(page);
    }
}
