using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What somebody will do for an objective, by when.</summary>
public sealed record AddAction(ObjectiveId ObjectiveId, ConfidentialText Text, StaffRole OwnerRole, DateOnly Due, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting)
        ?? (Due < OccurredOn ? Contracts.Objection.Malformed("due", "An action is due on its day or later.")
        : plan.Objective(ObjectiveId)!.Actions.Exists(action => (action.Added.Text, action.Added.Due) == (Text, Due)) ? Contracts.Objection.Malformed("text", "This action is recorded already.")
        : Text.NotBetween1And(1000, "text"));

    public ActionAdded Decide(ActionId id, ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, id, Text, OwnerRole, Due, OccurredOn);
}

public static class AddActionEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(AddAction command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/actions")]
    public static (Created<Begun<ActionId>>, Events) Post(AddAction command, [WriteModel("planId")] ImprovementPlan plan)
    {
        var id = ActionId.New();
        return (TypedResults.Created($"/api/v1/plans/{plan.Id}", new Begun<ActionId>(id)), [command.Decide(id, plan)]);
    }
}
