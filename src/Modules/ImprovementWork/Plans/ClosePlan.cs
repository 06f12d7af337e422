using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The year is over, or the plan has done its work: nothing is added to it any more.</summary>
public sealed record ClosePlan(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotGoingOn(this, partnership, acting)
        ?? (plan.Objectives.Exists(objective => objective.IsOpen) ? Contracts.Objection.Malformed("occurredOn", "Each objective is achieved, stopped or removed first.")
        : plan.LastStep() > OccurredOn ? Contracts.Objection.Malformed("occurredOn", $"Something of this plan is told of {plan.LastStep():d MMMM yyyy}; it is closed on that day or later.")
        : null);

    public PlanClosed Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, OccurredOn);
}

public static class ClosePlanEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(ClosePlan command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/close")]
    public static (Recorded, Events) Post(ClosePlan command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
