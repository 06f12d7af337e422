using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>An objective that is given up is stopped, and what was done for it stays.</summary>
public sealed record StopObjective(ObjectiveId ObjectiveId, ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting) ?? Why.NotBetween1And(1000, "why");

    public ObjectiveStopped Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, Why, OccurredOn);
}

public static class StopObjectiveEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(StopObjective command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/objectives/stopped")]
    public static (Recorded, Events) Post(StopObjective command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
