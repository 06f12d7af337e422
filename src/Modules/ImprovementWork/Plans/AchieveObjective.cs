using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>An objective is achieved when something dated after it was set shows it.</summary>
public sealed record AchieveObjective(ObjectiveId ObjectiveId, IReadOnlyList<AchievementEvidence> Evidence, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting)
        ?? (Evidence.Count == 0 || Evidence.Any(item => item.DatedOn <= plan.Objective(ObjectiveId)!.Set.OccurredOn)
            ? new("IMP-27", "What shows that an objective was achieved is dated after it was set.", "evidence")
        : Evidence.Any(item => item.DatedOn > OccurredOn) ? Contracts.Objection.Malformed("evidence", "What is to come shows nothing yet.")
        : Evidence.Count > 20 ? Contracts.Objection.Malformed("evidence", "At most 20 items of evidence.")
        : Evidence.Select(item => item.What.NotBetween1And(2000, "evidence")).FirstOrDefault(objection => objection is not null));

    public ObjectiveAchieved Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, Evidence, OccurredOn);
}

public static class AchieveObjectiveEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);

    public static Objection? Validate(AchieveObjective command, ImprovementPlan plan, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, partnership, acting);

    [WolverinePost("/api/v1/plans/{planId}/objectives/achieved")]
    public static (Recorded, Events) Post(AchieveObjective command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
