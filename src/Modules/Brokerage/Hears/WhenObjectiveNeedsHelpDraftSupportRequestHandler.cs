using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>An objective needs help and the head agrees: a request for support is drafted and laid before the head. It is never sent, and without the head there is not even a draft.</summary>
public static class WhenObjectiveNeedsHelpDraftSupportRequestHandler
{
    // Heard twice, the draft is there already: its identity follows from the event.
    public static async Task Handle(IEvent<ObjectiveNeedsHelp> heard, IDocumentSession session, CancellationToken token)
    {
        var (fact, id) = (heard.Data, SupportRequestDraftId.After(heard.Id));
        if (!fact.HeadConsents || await session.Events.FetchStreamStateAsync(id.Value, token) is not null) return;
        session.CausationId = heard.Id.ToString();
        session.Events.StartStream<SupportRequestDraft>(id.Value, new SupportRequestDrafted(
            id, fact.PartnershipId, fact.Urn, fact.PlanId, fact.ObjectiveId, fact.Area, fact.WantedOutcome, fact.Why, fact.OccurredOn));
    }
}
