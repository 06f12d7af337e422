using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who records in a plan, and who reads it. A school's plan is the school's: its head and the partnership's lead record; a shared plan is the lead's to record.</summary>
public static class WhoPlans
{
    public static bool IsHeadedBy(this ImprovementPlan plan, Acting acting, ReviewingPartnership partnership, DateOnly day) =>
        plan.Urn is { } urn && partnership.Members.LineOf(urn).Any(school => acting.Headed(school, day) && acting.IsAt(school, Capacity.Headteacher));

    /// <summary>What stands between the person and a further step: whoever may not know of the plan is told nothing; then capacity; then XCT-9 once it is closed.</summary>
    public static Objection? NotGoingOn(this ImprovementPlan plan, ICommand command, ReviewingPartnership partnership, Acting acting) =>
        !partnership.MayBeKnownTo(acting) && !plan.IsHeadedBy(acting, partnership, acting.Today) ? Objection.Unknown()
        : !acting.Leads(plan.PartnershipId) && !plan.IsHeadedBy(acting, partnership, acting.Today)
            ? Objection.LacksCapacity(plan.Urn is null ? "the partnership's lead" : "the partnership's lead or the head of the school")
        : plan.ClosedOn is not null ? new("XCT-9", "This plan is closed; nothing is added to it.")
        : command.OccurredOn < plan.Opened.OccurredOn ? Objection.Malformed("occurredOn", $"The plan was opened on {plan.Opened.OccurredOn:d MMMM yyyy}.")
        : null;

    /// <summary>The same, for a step about one objective that is still open.</summary>
    public static Objection? NotOpen(this ImprovementPlan plan, ObjectiveId id, ICommand command, ReviewingPartnership partnership, Acting acting) =>
        plan.NotGoingOn(command, partnership, acting)
        ?? (plan.Objective(id) is not { } objective || objective.End == ObjectiveEnd.Removed ? Objection.Unknown("objectiveId")
        : !objective.IsOpen ? new("XCT-9", $"This objective was {Words.Of(objective.End!.Value)} on {objective.EndedOn:d MMMM yyyy}.", "objectiveId")
        : command.OccurredOn < objective.Set.OccurredOn ? Objection.Malformed("occurredOn", $"The objective was set on {objective.Set.OccurredOn:d MMMM yyyy}.")
        : null);

    /// <summary>Whose judgement a progress review on the day is: the school of the plan and those before and after it in its line, or for each open objective of a shared plan the schools that own it.</summary>
    public static IEnumerable<IReadOnlyList<Urn>> AnsweredForOn(this ImprovementPlan plan, DateOnly day, ReviewingPartnership partnership) =>
        (plan.Opened.Urn is { } urn ? [[urn]] : plan.Objectives.Where(objective => objective.IsOpen && objective.Set.OccurredOn <= day).Select(objective => objective.Set.OwnerUrns))
            .Select(owners => (IReadOnlyList<Urn>)[.. owners.SelectMany(owner => partnership.Members.LineOf(owner))]);

    /// <summary>The seal on a plan. What began from a review goes to the heads who review together (workshop actions, B.7); what a school began from its own self-review stays with its head;
    /// a shared plan is for the heads of the partnership. Whoever records reads.</summary>
    public static Seal SealIn(this ImprovementPlan plan, ReviewingPartnership partnership, DateOnly today)
    {
        var owners = plan.Urn is { } urn ? partnership.Members.LineOf(urn) : [];
        return new(
            SealedThing.ImprovementPlan, plan.Id.Value,
            new(owners, [], partnership.PeerGroups.Around(owners, today, partnership.Members),
                plan.PartnershipId, [.. partnership.MembersOn(today)]),
            plan.Opened.ReadWithin(), [],
            acting => acting.Leads(plan.PartnershipId));
    }
}
