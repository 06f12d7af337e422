using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What a plan began from.</summary>
public enum PlanSource
{
    /// <summary>A peer review and its workshop.</summary>
    Review,
    /// <summary>The school's self-review.</summary>
    SelfReview,
    /// <summary>The partnership's own priorities.</summary>
    Shared,
}

/// <summary>How an objective stands. The words are those the Department's own improvement service uses.</summary>
public enum Rag
{
    /// <summary>Off track; change unlikely without major help.</summary>
    Red,
    /// <summary>Needs attention, still achievable.</summary>
    Amber,
    /// <summary>On track.</summary>
    Green,
}

/// <summary>How a whole plan stands.</summary>
public enum OverallProgress
{
    /// <summary>On course.</summary>
    OnCourse,
    /// <summary>Needs attention.</summary>
    NeedsAttention,
    /// <summary>Off course.</summary>
    OffCourse,
    /// <summary>Not reviewed.</summary>
    NotReviewed,
}

/// <summary>A fact in the life of one improvement plan.</summary>
public interface IPlanFact : IPartnershipFact
{
    /// <summary>The plan.</summary>
    PlanId PlanId { get; }
}

/// <summary>A plan for an academic year was opened.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PartnershipId">The partnership it is worked on with.</param>
/// <param name="Urn">The school; null for a plan that the partnership shares.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Source">What it began from.</param>
/// <param name="ReviewId">The review, if it began from one.</param>
/// <param name="OccurredOn">The day.</param>
/// <param name="Ring">How far it is read, where the route of workshop actions confirmed for the review is narrower than the heads who review together; null where it is not.</param>
public sealed record PlanOpened(PlanId PlanId, PartnershipId PartnershipId, Urn? Urn, int AcademicYear, PlanSource Source, ReviewId? ReviewId, DateOnly OccurredOn, AudienceRing? Ring = null) : IPlanFact
{
    /// <summary>The widest ring that reads the plan: the partnership's heads a shared one, the heads who review together one that began from a review, the head of the school one it began from its self-review (B.7).</summary>
    public AudienceRing ReadWithin() => Source switch
    {
        PlanSource.Shared => AudienceRing.PartnershipHeads,
        PlanSource.Review => Ring ?? AudienceRing.PeerGroupHeads,
        _ => AudienceRing.HostHead,
    };
}

/// <summary>What an objective aims at, and how it will be known. No objective is without a measure of its outcome (IMP-25).</summary>
/// <param name="Text">What is to become different.</param>
/// <param name="Baseline">How it is now.</param>
/// <param name="Target">How it is to be.</param>
/// <param name="MeasureId">The measure of the outcome, by a short code such as <c>ks2-reading</c>.</param>
/// <param name="Due">The day by which, inclusive.</param>
public sealed record ObjectiveTerms(ConfidentialText Text, ConfidentialText Baseline, ConfidentialText Target, string MeasureId, DateOnly Due);

/// <summary>An objective was added to a plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="ObjectiveId">This objective.</param>
/// <param name="Area">What it is about; null when a hard-wired area says it.</param>
/// <param name="HardWiredArea">The area of deep partnership it belongs to, if any.</param>
/// <param name="Terms">What it aims at.</param>
/// <param name="PurposeClauseId">The clause of the moral purpose it serves, if one is named.</param>
/// <param name="OwnerRole">Who answers for it, by standing.</param>
/// <param name="OwnerUrns">The schools that own it: the school itself, or two at least when it is shared (IMP-26).</param>
/// <param name="ResearchRef">A reference to published research, if any.</param>
/// <param name="FindingId">The finding it answers, if any.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record ObjectiveSet(
    PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, ImprovementArea? Area, HardWiredArea? HardWiredArea, ObjectiveTerms Terms, string? PurposeClauseId,
    StaffRole OwnerRole, IReadOnlyList<Urn> OwnerUrns, string? ResearchRef, FindingId? FindingId, DateOnly OccurredOn) : IPlanFact;

/// <summary>The terms of an objective were revised; both are kept.</summary>
public sealed record ObjectiveRevised(
    PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, ObjectiveTerms Was, ObjectiveTerms Now, ConfidentialText Why, DateOnly OccurredOn) : IPlanFact;

/// <summary>An action was put under an objective.</summary>
public sealed record ActionAdded(
    PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, ActionId ActionId, ConfidentialText Text, StaffRole OwnerRole, DateOnly Due, DateOnly OccurredOn) : IPlanFact;

/// <summary>An action was done.</summary>
public sealed record ActionDone(PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, ActionId ActionId, DateOnly OccurredOn) : IPlanFact;

/// <summary>How one objective stands, and why (IMP-21).</summary>
public sealed record ObjectiveRating(ObjectiveId ObjectiveId, Rag Rag, ConfidentialText Details);

/// <summary>The progress of a plan was reviewed.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Number">1 for the first, one more each time.</param>
/// <param name="ByPersons">Who reviewed it.</param>
/// <param name="Ratings">How each objective stands.</param>
/// <param name="Overall">How the plan stands.</param>
/// <param name="NextSteps">What comes next.</param>
/// <param name="NextOn">The day of the next review, if one is planned; after this one (IMP-23).</param>
/// <param name="OccurredOn">The day; after the last review (IMP-22).</param>
public sealed record ProgressReviewHeld(
    PlanId PlanId, PartnershipId PartnershipId, int Number, IReadOnlyList<PersonId> ByPersons, IReadOnlyList<ObjectiveRating> Ratings, OverallProgress Overall,
    ConfidentialText? NextSteps, DateOnly? NextOn, DateOnly OccurredOn) : IPlanFact;

/// <summary>A rating of a progress review was corrected.</summary>
public sealed record ProgressReviewCorrected(
    PlanId PlanId, PartnershipId PartnershipId, Guid CorrectsEventId, int Number, ObjectiveId ObjectiveId, Rag Was, Rag Now, ConfidentialText Reason, DateOnly OccurredOn) : IPlanFact;

/// <summary>What shows that an objective was achieved, and the day it is from.</summary>
public sealed record AchievementEvidence(ConfidentialText What, DateOnly DatedOn);

/// <summary>An objective was achieved, on evidence dated after it was set (IMP-27).</summary>
public sealed record ObjectiveAchieved(PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, IReadOnlyList<AchievementEvidence> Evidence, DateOnly OccurredOn) : IPlanFact;

/// <summary>An objective was stopped; what was done for it stays (IMP-24).</summary>
public sealed record ObjectiveStopped(PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, ConfidentialText Why, DateOnly OccurredOn) : IPlanFact;

/// <summary>An objective without any progress was taken out of the plan (IMP-24 refuses it for others).</summary>
public sealed record ObjectiveRemoved(PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, ConfidentialText Why, DateOnly OccurredOn) : IPlanFact;

/// <summary>An objective needs help from outside the school. A request for support is drafted from it when the head consents, and never sent without the head.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="ObjectiveId">The objective.</param>
/// <param name="Urn">The school that needs help.</param>
/// <param name="Area">What with.</param>
/// <param name="WantedOutcome">What should become different.</param>
/// <param name="Why">Why help is needed.</param>
/// <param name="HeadConsents">True when the head of the school agrees that a request is drafted.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record ObjectiveNeedsHelp(
    PlanId PlanId, PartnershipId PartnershipId, ObjectiveId ObjectiveId, Urn Urn, ImprovementArea Area, ConfidentialText WantedOutcome, ConfidentialText Why, bool HeadConsents,
    DateOnly OccurredOn) : ISchoolFact, IToldInPartnership;

/// <summary>The plan of a school went over to the school that succeeded it, as it stands.</summary>
public sealed record PlanPassedOn(PlanId PlanId, PartnershipId PartnershipId, Urn WasUrn, Urn NowUrn, DateOnly OccurredOn) : IPlanFact;

/// <summary>A plan was closed; nothing is added to it any more.</summary>
public sealed record PlanClosed(PlanId PlanId, PartnershipId PartnershipId, DateOnly OccurredOn) : IPlanFact;
