using EssexImprovement.Contracts;
using Marten;
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
    /// occurredUpTo and recordedUpTo are days, inclusive. Entries stand in the ledger's order, or with order=occurred in the order they happened.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/timeline")]
    public static Task<TimelinePage> Get(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, string? lane, string? from, string? order, string? after, string? limit,
        TimelineQuestion question, IQuerySession session, CancellationToken token) =>
        TimelinePage.ReadAsync(session, partnershipId, question, token);
}
