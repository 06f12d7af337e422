using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Terms that no longer fit are revised, and both are kept: a target that was moved must be seen to have been moved.</summary>
public sealed record ReviseObjective(ObjectiveId ObjectiveId, ObjectiveTerms Now, ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting)
        ?? Now.NotFit("now", OccurredOn)
        ?? (plan.Objective(ObjectiveId)!.Terms == Now ? Contracts.Objection.Malformed("now", "These are its terms already.") : null)
        ?? Why.NotBetween1And(1000, "why");

    public ObjectiveRevised Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, plan.Objective(ObjectiveId)!.Terms, Now, Why, OccurredOn);
}

public static class ReviseObjectiveEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(ReviseObjective command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/objectives/revisions")]
    public static (Recorded, Events) Post(ReviseObjective command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
