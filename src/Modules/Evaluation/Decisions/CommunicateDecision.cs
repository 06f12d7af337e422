using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

/// <summary>Those whom a decision concerns are told, and it is on record when.</summary>
public sealed record CommunicateDecision(IReadOnlyList<Urn> To, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Decision decision, DecidingPartnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting, decision.Opened.Body)
        ?? decision.NotDecided(OccurredOn, new("XCT-9", "This decision is closed."))
        ?? (To.Count == 0 ? Contracts.Objection.Malformed("to", "At least one school is told.")
        : To.Distinct().Count() != To.Count ? Contracts.Objection.Malformed("to", "A school is named twice.")
        : To.Any(urn => !partnership.HasOn(urn, OccurredOn)) ? new("XCT-8", $"A school named was not a member on {OccurredOn:d MMMM yyyy}.", "to")
        : To.Intersect(decision.Communications.SelectMany(told => told.To)).Any() ? Contracts.Objection.Malformed("to", "A school named was told already.")
        : null);

    public DecisionCommunicated Decide(Decision decision) => new(decision.Id, decision.PartnershipId, To, OccurredOn);
}

public static class CommunicateDecisionEndpoint
{
    public static Task<DecidingPartnership> LoadAsync(Decision decision, IQuerySession session, CancellationToken token) => DecidingPartnership.OfAsync(decision, session, token);

    public static Objection? Validate(CommunicateDecision command, Decision decision, DecidingPartnership partnership, Acting acting) =>
        command.Objection(decision, partnership, acting);

    [WolverinePost("/api/v1/decisions/{decisionId}/communications")]
    public static (Recorded, Events) Post(CommunicateDecision command, [WriteModel] Decision decision) => (new(decision.Version + 1), [command.Decide(decision)]);
}
