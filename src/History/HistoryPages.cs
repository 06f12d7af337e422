using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.History;

public static class PartnershipPageEndpoint
{
    public static Task<(PartnershipAt?, TimelineQuestion)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, string? lane, string? from, IQuerySession session, CancellationToken token) =>
        ReadTimelineEndpoint.LoadAsync(partnershipId, occurredUpTo, recordedUpTo, lane, from, null, null, null, session, token);

    public static Objection? Validate(PartnershipId partnershipId, PartnershipAt? partnership, TimelineQuestion question, Acting acting) =>
        ReadTimelineEndpoint.Validate(partnershipId, partnership, question, acting);

    /// <summary>The timeline of a partnership, as a strip and as a list.</summary>
    [WolverineGet("/partnerships/{partnershipId}")]
    public static async Task<RazorComponentResult> Get(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, string? lane, string? from, int? page, PartnershipAt partnership, TimelineQuestion question,
        IQuerySession session, Acting acting, CancellationToken token) =>
        new RazorComponentResult<PartnershipPage>(new { View = await TimelineView.ReadAsync(session, partnership, question, page, acting, token) });
}

public static class ReplayPageEndpoint
{
    public static Task<(PartnershipAt?, AsOf, Objection?)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, IQuerySession session, Acting acting, CancellationToken token) =>
        ReadReplayEndpoint.LoadAsync(partnershipId, occurredUpTo, recordedUpTo, session, acting, token);

    /// <summary>A partnership as it was, and what differs today.</summary>
    [WolverineGet("/partnerships/{partnershipId}/replay")]
    public static async Task<RazorComponentResult> Get(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, PartnershipAt partnership, AsOf asOf, IQuerySession session, CancellationToken token) =>
        new RazorComponentResult<ReplayPage>(new { Replayed = await ReplayedPartnership.ReadAsync(session, partnershipId, asOf, token), partnership.Name });
}

public static class TracePageEndpoint
{
    public static Task<PartnershipAt?> LoadAsync(DecisionId decisionId, IQuerySession session, CancellationToken token) =>
        ReadTraceEndpoint.LoadAsync(decisionId, session, token);

    public static Objection? Validate(PartnershipAt? partnership, Acting acting) => partnership.NotFor(acting);

    /// <summary>One accountability decision, verdict first.</summary>
    [WolverineGet("/decisions/{decisionId}/trace")]
    public static async Task<RazorComponentResult> Get(DecisionId decisionId, PartnershipAt partnership, IQuerySession session, IPeople people, Reader reader, CancellationToken token)
    {
        var trace = await Tracing.ReadAsync(session, decisionId, partnership, reader, token);
        PersonId[] named = [.. trace.Made?.Present.Select(person => person.PersonId) ?? [], .. trace.Interests.Select(interest => interest.PersonId)];
        return new RazorComponentResult<TracePage>(new { Trace = trace, People = await people.ShowAsync(named, [partnership.Id], reader.Acting, token), Partnership = partnership.Name });
    }
}
