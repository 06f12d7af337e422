using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>An action was done.</summary>
public sealed record CompleteAction(ObjectiveId ObjectiveId, ActionId ActionId, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting)
        ?? (plan.Objective(ObjectiveId)!.Actions.Find(action => action.Added.ActionId == ActionId) is not { } action ? Contracts.Objection.Unknown("actionId")
        : action.DoneOn is not null ? Contracts.Objection.Malformed("actionId", "This action is done already.")
        : OccurredOn < action.Added.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "An action is done once it is agreed.")
        : null);

    public ActionDone Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, ActionId, OccurredOn);
}

public static class CompleteActionEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(CompleteAction command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/actions/done")]
    public static (Recorded, Events) Post(CompleteAction command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
