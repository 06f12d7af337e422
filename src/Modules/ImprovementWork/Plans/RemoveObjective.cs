using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>An objective for which nothing has been done is taken out; one with progress is stopped instead.</summary>
public sealed record RemoveObjective(ObjectiveId ObjectiveId, ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting)
        ?? (plan.HasProgress(plan.Objective(ObjectiveId)!) ? new Contracts.Objection("IMP-24", "Something was done for this objective or said of it; stop it and say why.", "objectiveId") : null)
        ?? Why.NotBetween1And(1000, "why");

    public ObjectiveRemoved Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, Why, OccurredOn);
}

public static class RemoveObjectiveEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(RemoveObjective command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/objectives/removed")]
    public static (Recorded, Events) Post(RemoveObjective command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
