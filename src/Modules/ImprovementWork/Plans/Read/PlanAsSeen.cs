using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>The terms of an objective.</summary>
public sealed record TermsAsSeen(ShownText? Text, ShownText? Baseline, ShownText? Target, string MeasureId, DateOnly Due);

/// <summary>Terms an objective had before, and why it was given others on that day: a target that was moved is seen to have been moved.</summary>
public sealed record RevisionAsSeen(TermsAsSeen Was, ShownText? Why, DateOnly OccurredOn);

/// <summary>Help from outside the school that an objective was said to need.</summary>
public sealed record HelpAsSeen(ImprovementArea Area, ShownText? WantedOutcome, ShownText? Why, bool HeadConsents, DateOnly OccurredOn);

/// <summary>An action; <c>DoneOn</c> is null while it is not done.</summary>
public sealed record ActionAsSeen(ActionId ActionId, ShownText? Text, StaffRole OwnerRole, DateOnly Due, DateOnly? DoneOn);

/// <summary>An objective with its actions, and how it ended; <c>Rag</c> is its last rating, null before the first.</summary>
public sealed record ObjectiveAsSeen(
    ObjectiveId ObjectiveId, ImprovementArea? Area, HardWiredArea? HardWiredArea, TermsAsSeen Terms, StaffRole OwnerRole, IReadOnlyList<Urn> OwnerUrns, string? PurposeClauseId, string? ResearchRef,
    FindingId? FindingId, DateOnly SetOn, Rag? Rag, ObjectiveEnd? End, DateOnly? EndedOn, ShownText? Why, IReadOnlyList<ShownText?> AchievedBy, IReadOnlyList<ActionAsSeen> Actions,
    IReadOnlyList<RevisionAsSeen> Revisions, IReadOnlyList<HelpAsSeen> Help);

/// <summary>One rating, as last corrected; <c>First</c> is what was recorded before that, null when nothing was corrected.</summary>
public sealed record RatingAsSeen(ObjectiveId ObjectiveId, Rag Rag, Rag? First, ShownText? Details);

/// <summary>One progress review.</summary>
public sealed record ProgressAsSeen(int Number, DateOnly OccurredOn, IReadOnlyList<PersonId> ByPersons, IReadOnlyList<RatingAsSeen> Ratings, OverallProgress Overall, ShownText? NextSteps, DateOnly? NextOn);

/// <summary>A plan as one reader may see it.</summary>
/// <param name="Id">The plan.</param>
/// <param name="PartnershipId">The partnership it is worked on with.</param>
/// <param name="Urn">The school it belongs to now; null for a shared plan.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Source">What it began from.</param>
/// <param name="ReviewId">The review it began from, if it did.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="ClosedOn">The day it was closed; null while it goes on.</param>
/// <param name="Objectives">How many objectives it holds, those removed left out.</param>
/// <param name="Achieved">How many of them were achieved.</param>
/// <param name="Inside">Objectives and progress, for those within its ring and whoever records; null for everybody else.</param>
public sealed record PlanAsSeen(
    PlanId Id, PartnershipId PartnershipId, Urn? Urn, int AcademicYear, PlanSource Source, ReviewId? ReviewId, DateOnly OpenedOn, DateOnly? ClosedOn, int Objectives, int Achieved, InsideOfPlan? Inside)
{
    /// <summary>What the reader may see; null when they may not know of the plan.</summary>
    public static PlanAsSeen? By(ImprovementPlan plan, HelpOfPlan? help, ReviewingPartnership partnership, Reader reader)
    {
        var seal = plan.SealIn(partnership, reader.Acting.Today);
        var kept = plan.Objectives.RemoveAll(objective => objective.End == ObjectiveEnd.Removed);
        return !partnership.MayBeKnownTo(reader.Acting) && reader.SightOf(seal).Ground is null ? null : new(
            plan.Id, plan.PartnershipId, plan.Urn, plan.Opened.AcademicYear, plan.Opened.Source, plan.Opened.ReviewId, plan.Opened.OccurredOn, plan.ClosedOn, kept.Count,
            kept.Count(objective => objective.End == ObjectiveEnd.Achieved), InsideOf(plan, help?.Asked ?? [], reader, seal));
    }

    private static InsideOfPlan? InsideOf(ImprovementPlan plan, IReadOnlyList<ObjectiveNeedsHelp> asked, Reader reader, Seal seal)
    {
        return !reader.Opens(seal) ? null : new(
            [.. plan.Objectives.Where(objective => objective.End != ObjectiveEnd.Removed).Select(Of)],
            [.. plan.Reviews.Select(review => new ProgressAsSeen(review.Number, review.OccurredOn, review.ByPersons,
                [.. review.Ratings.Select(rating => RatingOf(review, rating))], review.Overall, Shown(review.NextSteps), review.NextOn))]);

        ObjectiveAsSeen Of(PlannedObjective objective) => new(
            objective.Id, objective.Set.Area, objective.Set.HardWiredArea, TermsOf(objective.Terms), objective.Set.OwnerRole, objective.Set.OwnerUrns,
            objective.Set.PurposeClauseId, objective.Set.ResearchRef, objective.Set.FindingId, objective.Set.OccurredOn,
            plan.Reviews.Select(review => plan.RatingIn(review.Number, objective.Id)).LastOrDefault(rag => rag is not null), objective.End, objective.EndedOn, Shown(objective.Why),
            [.. (objective.Achieved?.Evidence ?? []).Select(item => Shown(item.What))],
            [.. objective.Actions.Select(action => new ActionAsSeen(action.Added.ActionId, Shown(action.Added.Text), action.Added.OwnerRole, action.Added.Due, action.DoneOn))],
            [.. objective.Revisions.Select(revised => new RevisionAsSeen(TermsOf(revised.Was), Shown(revised.Why), revised.OccurredOn))],
            [.. asked.Where(help => help.ObjectiveId == objective.Id).Select(help => new HelpAsSeen(help.Area, Shown(help.WantedOutcome), Shown(help.Why), help.HeadConsents, help.OccurredOn))]);

        RatingAsSeen RatingOf(ProgressReviewHeld review, ObjectiveRating rating)
        {
            var now = plan.RatingIn(review.Number, rating.ObjectiveId)!.Value;
            return new(rating.ObjectiveId, now, now == rating.Rag ? null : rating.Rag, Shown(rating.Details));
        }

        TermsAsSeen TermsOf(ObjectiveTerms terms) => new(Shown(terms.Text), Shown(terms.Baseline), Shown(terms.Target), terms.MeasureId, terms.Due);

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);
    }
}

/// <summary>What those within the ring of a plan read.</summary>
public sealed record InsideOfPlan(IReadOnlyList<ObjectiveAsSeen> Objectives, IReadOnlyList<ProgressAsSeen> Progress);

/// <summary>One rating in time: a line of the file of ratings. <c>First</c> is what was recorded before it was corrected.</summary>
public sealed record RatingLine(int Number, DateOnly OccurredOn, ObjectiveId ObjectiveId, string MeasureId, Rag Rag, OverallProgress Overall, Rag? First);
