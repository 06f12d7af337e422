using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Those who answer for the plan look at how each objective stands, and say why: a colour alone helps nobody. Nobody rates in their place.</summary>
public sealed record HoldProgressReview(
    IReadOnlyList<PersonId> ByPersons, IReadOnlyList<ObjectiveRating> Ratings, OverallProgress Overall, DateOnly OccurredOn, ConfidentialText? NextSteps = null, DateOnly? NextOn = null) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, IReadOnlyDictionary<Urn, PersonId> heads, Acting acting) =>
        plan.NotGoingOn(this, partnership, acting)
        ?? (!ByPersons.Contains(acting.Person) && !acting.Leads(plan.PartnershipId) ? new("XCT-6", "A head records how they themself rated the plan; the lead records it for others.", "byPersons")
        : ByPersons.Count == 0 || ByPersons.Distinct().Count() != ByPersons.Count ? Contracts.Objection.Malformed("byPersons", "Say who reviewed it, each once.")
        : plan.Reviews.LastOrDefault() is { } last && OccurredOn <= last.OccurredOn ? new("IMP-22", $"The last progress review was on {last.OccurredOn:d MMMM yyyy}; the next is after it.", "occurredOn")
        : NextOn <= OccurredOn ? new("IMP-23", "The next progress review is after this one.", "nextOn")
        : !Ratings.Select(rating => rating.ObjectiveId.Value).Order().SequenceEqual(plan.Objectives.Where(objective => objective.IsOpen && objective.Set.OccurredOn <= OccurredOn).Select(objective => objective.Id.Value).Order())
            ? Contracts.Objection.Malformed("ratings", "Each open objective is rated once, and no other.")
        : Ratings.Count == 0 ? Contracts.Objection.Malformed("ratings", "There is no open objective to rate.")
        : plan.AnsweredForOn(OccurredOn, partnership).Any(owners => !owners.Any(urn => heads.TryGetValue(urn, out var head) && ByPersons.Contains(head)))
            ? new("XCT-6", "How an objective stands is judged by the head of a school that answers for it, on that day.", "byPersons")
        : Ratings.Any(rating => rating.Details.Length == 0) ? new("IMP-21", "Say of each rating what it rests on.", "ratings")
        : Ratings.Select(rating => rating.Details.NotBetween1And(2000, "ratings")).FirstOrDefault(objection => objection is not null) ?? NextSteps?.NotBetween1And(2000, "nextSteps"));

    public ProgressReviewHeld Decide(ImprovementPlan plan) => new(
        plan.Id, plan.PartnershipId, plan.Reviews.Count + 1, ByPersons, Ratings, Overall, NextSteps, NextOn, OccurredOn);
}

public static class HoldProgressReviewEndpoint
{
    public static async Task<(ReviewingPartnership, IReadOnlyDictionary<Urn, PersonId>)> LoadAsync(HoldProgressReview command, ImprovementPlan plan, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(plan.PartnershipId, session, token);
        var schools = plan.AnsweredForOn(command.OccurredOn, partnership).SelectMany(owners => owners).Distinct().ToList();
        return (partnership, await HeadsOfSchool.OnAsync(schools, command.OccurredOn, session, token));
    }

    public static Objection? Validate(HoldProgressReview command, ImprovementPlan plan, ReviewingPartnership partnership, IReadOnlyDictionary<Urn, PersonId> heads, Acting acting) =>
        command.Objection(plan, partnership, heads, acting);

    [WolverinePost("/api/v1/plans/{planId}/progress-reviews")]
    public static (Recorded, Events) Post(HoldProgressReview command, [WriteModel("planId")] ImprovementPlan plan) => (new(plan.Version + 1), [command.Decide(plan)]);
}
