using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>How an objective ended.</summary>
public enum ObjectiveEnd { Achieved, Stopped, Removed }

/// <summary>An action under an objective.</summary>
public sealed record PlannedAction(ActionAdded Added, DateOnly? DoneOn);

/// <summary>One objective at a point of its plan's history.</summary>
public sealed record PlannedObjective(
    ObjectiveSet Set, ObjectiveTerms Terms, ImmutableList<PlannedAction> Actions, ObjectiveEnd? End = null, DateOnly? EndedOn = null, ObjectiveAchieved? Achieved = null, ConfidentialText? Why = null)
{
    public ObjectiveId Id => Set.ObjectiveId;

    public bool IsOpen => End is null;

    public ImmutableList<ObjectiveRevised> Revisions { get; init; } = [];
}

/// <summary>One improvement plan for one academic year, of a school or shared by a partnership. <c>Urn</c> is the school it belongs to now; null for a shared plan.</summary>
public sealed record ImprovementPlan(
    PlanId Id, PartnershipId PartnershipId, PlanOpened Opened, Urn? Urn, ImmutableList<PlannedObjective> Objectives, ImmutableList<ProgressReviewHeld> Reviews,
    ImmutableList<ProgressReviewCorrected> Corrections, DateOnly? ClosedOn)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public static ImprovementPlan Create(PlanOpened fact) => new(fact.PlanId, fact.PartnershipId, fact, fact.Urn, [], [], [], null);

    public ImprovementPlan Apply(ObjectiveSet fact) => this with { Objectives = Objectives.Add(new(fact, fact.Terms, [])) };

    public ImprovementPlan Apply(ObjectiveRevised fact) => With(fact.ObjectiveId, objective => objective with { Terms = fact.Now, Revisions = objective.Revisions.Add(fact) });

    public ImprovementPlan Apply(ActionAdded fact) => With(fact.ObjectiveId, objective => objective with { Actions = objective.Actions.Add(new(fact, null)) });

    public ImprovementPlan Apply(ActionDone fact) => With(fact.ObjectiveId, objective => objective with
    {
        Actions = objective.Actions.ConvertAll(action => action.Added.ActionId == fact.ActionId ? action with { DoneOn = fact.OccurredOn } : action),
    });

    public ImprovementPlan Apply(ProgressReviewHeld fact) => this with { Reviews = Reviews.Add(fact) };

    public ImprovementPlan Apply(ProgressReviewCorrected fact) => this with { Corrections = Corrections.Add(fact) };

    public ImprovementPlan Apply(ObjectiveAchieved fact) =>
        With(fact.ObjectiveId, objective => objective with { End = ObjectiveEnd.Achieved, EndedOn = fact.OccurredOn, Achieved = fact });

    public ImprovementPlan Apply(ObjectiveStopped fact) => With(fact.ObjectiveId, objective => objective with { End = ObjectiveEnd.Stopped, EndedOn = fact.OccurredOn, Why = fact.Why });

    public ImprovementPlan Apply(ObjectiveRemoved fact) => With(fact.ObjectiveId, objective => objective with { End = ObjectiveEnd.Removed, EndedOn = fact.OccurredOn, Why = fact.Why });

    public ImprovementPlan Apply(PlanPassedOn fact) => this with { Urn = fact.NowUrn };

    public ImprovementPlan Apply(PlanClosed fact) => this with { ClosedOn = fact.OccurredOn };

    public PlannedObjective? Objective(ObjectiveId id) => Objectives.Find(objective => objective.Id == id);

    /// <summary>How the objective was rated in a progress review, as last corrected; null when it was not.</summary>
    public Rag? RatingIn(int review, ObjectiveId objective) =>
        Corrections.FindLast(correction => correction.Number == review && correction.ObjectiveId == objective)?.Now
        ?? Reviews.Find(held => held.Number == review)?.Ratings.FirstOrDefault(rating => rating.ObjectiveId == objective)?.Rag;

    /// <summary>True when something has been done for it or said of it: then it is stopped and not removed.</summary>
    public bool HasProgress(PlannedObjective objective) =>
        objective.Actions.Exists(action => action.DoneOn is not null) || Reviews.Exists(review => review.Ratings.Any(rating => rating.ObjectiveId == objective.Id));

    /// <summary>The day of the last progress review or end of an objective; null when there was none.</summary>
    public DateOnly? LastStep() => Reviews.Select(review => (DateOnly?)review.OccurredOn).Concat(Objectives.Select(objective => objective.EndedOn)).Max();

    /// <summary>The steps by which an open plan goes over to the school that stands for its own now; none when no other took its place.</summary>
    public IReadOnlyList<PlanPassedOn> PassedOnIn(ReviewingPartnership partnership) =>
        ClosedOn is null && Urn is { } urn ? [.. partnership.Members.SuccessionsFrom(urn).Select(step => new PlanPassedOn(Id, PartnershipId, step.Was, step.Now, step.From))] : [];

    private ImprovementPlan With(ObjectiveId id, Func<PlannedObjective, PlannedObjective> change) =>
        Objective(id) is { } objective ? this with { Objectives = Objectives.Replace(objective, change(objective)) } : this;
}
