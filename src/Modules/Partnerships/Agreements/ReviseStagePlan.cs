using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The schools revise their stage plan and say why, so that a date that moved is not a date forgotten.</summary>
public sealed record ReviseStagePlan(
    Stage TargetStage, DateOnly TargetDate, IReadOnlyList<StageMilestone> Milestones, bool ReviewedTermly, ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, ReachedStage? reached, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.Work.Plan is null ? Contracts.Objection.Malformed("targetStage", "There is no plan yet to revise.") : null)
        ?? StagePlans.Objection(partnership, reached, TargetStage, TargetDate, Milestones, OccurredOn)
        ?? Why.NotBetween1And(1000, "why");

    public StagePlanRevised Decide(Partnership partnership) =>
        new(partnership.Id, (partnership.Work.Plan?.Version ?? 0) + 1, TargetStage, TargetDate, Milestones, ReviewedTermly, Why, OccurredOn);
}

public static class ReviseStagePlanEndpoint
{
    public static Task<ReachedStage?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => ReachedStage.ReadAsync(session, partnershipId, token);

    public static Objection? Validate(ReviseStagePlan command, Partnership partnership, ReachedStage? reached, Acting acting) => command.Objection(partnership, reached, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/stage-plan/revisions")]
    public static (Recorded, Events) Post(ReviseStagePlan command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
