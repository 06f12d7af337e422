using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

/// <summary>Nothing more is to be done; what came of the decision is said once and stands.</summary>
public sealed record CloseDecision(ConfidentialText Outcome, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Decision decision, DecidingPartnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting, decision.Opened.Body)
        ?? decision.NotDecided(OccurredOn, new("ACC-6", "This decision is closed already."))
        ?? (Outcome.Length == 0 ? new("ACC-6", "A decision is closed with what came of it.", "outcome") : Outcome.NotBetween1And(5000, "outcome"));

    public DecisionClosed Decide(Decision decision) => new(decision.Id, decision.PartnershipId, Outcome, OccurredOn);
}

public static class CloseDecisionEndpoint
{
    public static Task<DecidingPartnership> LoadAsync(Decision decision, IQuerySession session, CancellationToken token) => DecidingPartnership.OfAsync(decision, session, token);

    public static Objection? Validate(CloseDecision command, Decision decision, DecidingPartnership partnership, Acting acting) => command.Objection(decision, partnership, acting);

    [WolverinePost("/api/v1/decisions/{decisionId}/close")]
    public static (Recorded, Events) Post(CloseDecision command, [WriteModel] Decision decision) => (new(decision.Version + 1), [command.Decide(decision)]);
}
