using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The schools plan their way to the next stage, so that each criterion has a day and a school that answers for it.</summary>
public sealed record AgreeStagePlan(Stage TargetStage, DateOnly TargetDate, IReadOnlyList<StageMilestone> Milestones, bool ReviewedTermly, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, ReachedStage? reached, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.Work.Plan is { } plan && plan.TargetStage > (reached?.Stage ?? Stage.Forming)
            ? Contracts.Objection.Malformed("targetStage", "A plan to the next stage is agreed already; it is revised, not agreed again.") : null)
        ?? StagePlans.Objection(partnership, reached, TargetStage, TargetDate, Milestones, OccurredOn);

    public StagePlanAgreed Decide(Partnership partnership) =>
        new(partnership.Id, (partnership.Work.Plan?.Version ?? 0) + 1, TargetStage, TargetDate, Milestones, ReviewedTermly, OccurredOn);
}

/// <summary>What holds for a first plan and for a revised one.</summary>
internal static class StagePlans
{
    public static Objection? Objection(Partnership partnership, ReachedStage? reached, Stage target, DateOnly by, IReadOnlyList<StageMilestone> milestones, DateOnly day)
    {
        var next = (reached?.Stage ?? Stage.Forming) + 1;
        return target != next
            ? new("PRT-11", next > Stage.SharedProfessionalAccountability ? "The last stage is reached; there is none to plan for." : $"The next stage is {Words.Of(next)}; no stage is skipped or planned again.", "targetStage")
            : by <= day ? Contracts.Objection.Malformed("targetDate", "A plan aims at a day to come.")
            : milestones.Count is 0 or > 40 ? Contracts.Objection.Malformed("milestones", "A plan has 1 to 40 milestones.")
            : milestones.Distinct().Count() != milestones.Count ? Contracts.Objection.Malformed("milestones", "A milestone is named twice.")
            : milestones.Any(milestone => milestone.CriterionId is not [>= 'A' and <= 'Z', .. { Length: 1 or 2 } number] || !number.All(char.IsAsciiDigit))
                ? Contracts.Objection.Malformed("milestones", "A milestone names the criterion it serves, such as C1 or R10.")
            : milestones.Any(milestone => milestone.By > by) ? Contracts.Objection.Malformed("milestones", "A milestone is reached by the target date or earlier.")
            : day <= partnership.Work.Plan?.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A plan agreed on this day or later is recorded already.")
            : partnership.NotMembersOn(day, milestones.Select(milestone => milestone.Owner), "milestones");
    }
}

public static class AgreeStagePlanEndpoint
{
    public static Task<ReachedStage?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => ReachedStage.ReadAsync(session, partnershipId, token);

    public static Objection? Validate(AgreeStagePlan command, Partnership partnership, ReachedStage? reached, Acting acting) => command.Objection(partnership, reached, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/stage-plan")]
    public static (Recorded, Events) Post(AgreeStagePlan command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
