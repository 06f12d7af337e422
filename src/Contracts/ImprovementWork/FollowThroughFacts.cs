namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What kind of thing a host shares with its team before the visit.</summary>
public enum PreReviewDataKind
{
    /// <summary>The school's self-review.</summary>
    SelfReview,
    /// <summary>Results and progress.</summary>
    Attainment,
    /// <summary>Attendance and behaviour.</summary>
    AttendanceAndBehaviour,
    /// <summary>The improvement plan.</summary>
    ImprovementPlan,
    /// <summary>Surveys of pupils, families or staff.</summary>
    Survey,
    /// <summary>An earlier report.</summary>
    EarlierReport,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What became of a finding of an earlier review.</summary>
public enum FollowUpStatus
{
    /// <summary>It is part of how the school works.</summary>
    Embedded,
    /// <summary>Better than it was.</summary>
    Improved,
    /// <summary>As it was.</summary>
    NoChange,
    /// <summary>Worse than it was.</summary>
    Worse,
    /// <summary>This review did not look at it.</summary>
    NotRevisited,
}

/// <summary>To whom a safeguarding concern goes: at once, and never into this ledger.</summary>
public enum SafeguardingRecipient
{
    /// <summary>The head of the host school.</summary>
    Headteacher,
    /// <summary>The local authority's designated officer, when it is about the head.</summary>
    Lado,
}

/// <summary>The nine principles of effective peer review (conference 2019, slide 26; the last three from memory of the published list).</summary>
public enum PeerReviewPrinciple
{
    /// <summary>Better outcomes for all.</summary>
    BetterOutcomesForAll,
    /// <summary>Action focused.</summary>
    ActionFocused,
    /// <summary>Rigorous and objective.</summary>
    RigorousAndObjective,
    /// <summary>Structured and robust.</summary>
    StructuredAndRobust,
    /// <summary>Expert and evidence led.</summary>
    ExpertAndEvidenceLed,
    /// <summary>Done with, not to, the school.</summary>
    DoneWithNotTo,
    /// <summary>Open and trust based.</summary>
    OpenAndTrustBased,
    /// <summary>Builds deeper and wider over time.</summary>
    BuildsDeeperAndWider,
    /// <summary>Continuous and connected.</summary>
    ContinuousAndConnected,
}

/// <summary>Whether a principle was met.</summary>
public enum PrincipleMet
{
    /// <summary>Yes.</summary>
    Yes,
    /// <summary>In part.</summary>
    Partly,
    /// <summary>No.</summary>
    No,
}

/// <summary>Which side of a review looks at its quality.</summary>
public enum QualitySide
{
    /// <summary>The head of the host school.</summary>
    Host,
    /// <summary>The lead reviewer.</summary>
    LeadReviewer,
}

/// <summary>What of a piece of evidence was corrected.</summary>
public enum EvidenceField
{
    /// <summary>How it was found out.</summary>
    Kind,
    /// <summary>Under which line of enquiry.</summary>
    Line,
    /// <summary>What was seen.</summary>
    WhatWasSeen,
    /// <summary>How many people.</summary>
    PeopleCount,
}

/// <summary>What of a finding is corrected.</summary>
public enum FindingField
{
    /// <summary>How it is worded.</summary>
    Statement,
    /// <summary>What the host thinks of it.</summary>
    HostView,
    /// <summary>What the host says to it.</summary>
    HostComment,
}

/// <summary>The dates of the whole cycle of one review were agreed, from shared data to check-in. A later timetable replaces the earlier one.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="DataSharingBy">Last day, inclusive, to share data before the visit.</param>
/// <param name="VisitFrom">First day of the visit, inclusive.</param>
/// <param name="VisitTo">Last day of the visit, inclusive.</param>
/// <param name="WorkshopBy">Last day, inclusive, for the improvement workshop.</param>
/// <param name="CheckInOn">The day of the check-in.</param>
/// <param name="Champions">The improvement champions who will run the workshop.</param>
/// <param name="OccurredOn">The day it was published.</param>
public sealed record TimetablePublished(
    ReviewId ReviewId, PartnershipId PartnershipId, DateOnly DataSharingBy, DateOnly VisitFrom, DateOnly VisitTo, DateOnly WorkshopBy, DateOnly CheckInOn,
    IReadOnlyList<PersonId> Champions, DateOnly OccurredOn) : IReviewFact;

/// <summary>A thing the host shared with the team: what it is called, and the fingerprint by which it can be recognised. The thing itself stays with the school.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Title">What it is called.</param>
/// <param name="ContentHash">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record SharedItem(PreReviewDataKind Kind, ConfidentialText Title, string ContentHash);

/// <summary>The host shared data with its reviewers before the visit.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Items">What was shared.</param>
/// <param name="Ring">How far it went: the review team, or the heads of the peer group.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record PreReviewDataShared(ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<SharedItem> Items, AudienceRing Ring, DateOnly OccurredOn) : IReviewFact;

/// <summary>How many people of one standing took part; at least 1.</summary>
public sealed record RoleCount(Capacity Role, int Count);

/// <summary>A difficult conversation was held. That it took place is kept, and between whom by standing; what was said is nobody's record.</summary>
public sealed record DifficultConversationHeld(ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<RoleCount> Participants, DateOnly OccurredOn) : IReviewFact;

/// <summary>A safeguarding concern was referred. Route, day and acknowledgement alone: never what it is about (INT-15).</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="To">To whom.</param>
/// <param name="Acknowledged">True when they acknowledged it.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record SafeguardingReferred(ReviewId ReviewId, PartnershipId PartnershipId, SafeguardingRecipient To, bool Acknowledged, DateOnly OccurredOn) : IHeldByHost;

/// <summary>A piece of evidence was corrected by whoever recorded it. The first wording stays in the ledger.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="EvidenceId">The piece of evidence.</param>
/// <param name="CorrectsEventId">The event it corrects.</param>
/// <param name="Field">What of it.</param>
/// <param name="Was">What it said.</param>
/// <param name="Now">What it should have said.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredOn">The day of the correction.</param>
public sealed record EvidenceCorrected(
    ReviewId ReviewId, PartnershipId PartnershipId, EvidenceId EvidenceId, Guid CorrectsEventId, EvidenceField Field, ConfidentialText Was, ConfidentialText Now, ConfidentialText Reason,
    DateOnly OccurredOn) : IReviewFact;

/// <summary>A piece of evidence was withdrawn: nothing rests on it any more. It stays in the ledger.</summary>
public sealed record EvidenceWithdrawn(
    ReviewId ReviewId, PartnershipId PartnershipId, EvidenceId EvidenceId, Guid WithdrawsEventId, ConfidentialText Reason, DateOnly OccurredOn) : IReviewFact;

/// <summary>The wording of a finding was corrected by the team, or what the host thinks of it by the host head. What it said first stays in the ledger.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="FindingId">The finding.</param>
/// <param name="CorrectsEventId">The event that first told it.</param>
/// <param name="Was">What it said; a <see cref="HostView"/> by its name.</param>
/// <param name="Now">What it says since.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredOn">The day of the correction.</param>
/// <param name="Field">What was corrected; the statement in facts from before others could be.</param>
public sealed record FindingCorrected(
    ReviewId ReviewId, PartnershipId PartnershipId, FindingId FindingId, Guid CorrectsEventId, ConfidentialText Was, ConfidentialText Now, ConfidentialText Reason, DateOnly OccurredOn,
    FindingField Field = FindingField.Statement) : IReviewFact;

/// <summary>A finding was withdrawn: it is told to nobody any more. It stays in the ledger.</summary>
public sealed record FindingWithdrawn(
    ReviewId ReviewId, PartnershipId PartnershipId, FindingId FindingId, Guid WithdrawsEventId, ConfidentialText Reason, DateOnly OccurredOn) : IReviewFact;

/// <summary>A later review of the same host looked again at a finding of the earlier one.</summary>
/// <param name="ReviewId">The later review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PriorFindingId">The finding of the earlier review.</param>
/// <param name="Status">What became of it.</param>
/// <param name="EvidenceIds">Evidence of the later review; empty when it was not revisited.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record FollowUpStatusSet(
    ReviewId ReviewId, PartnershipId PartnershipId, FindingId PriorFindingId, FollowUpStatus Status, IReadOnlyList<EvidenceId> EvidenceIds, DateOnly OccurredOn) : IHeldByHost;

/// <summary>The host offers what it does well to others: only an area of excellence, and only when the host head agrees.</summary>
/// <param name="ReviewId">The review that found it.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PracticeId">This practice.</param>
/// <param name="FindingId">The area of excellence.</param>
/// <param name="HostUrn">The school that offers it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it is.</param>
/// <param name="ContactRole">Whom to ask at the host, by standing.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record PracticeOffered(
    ReviewId ReviewId, PartnershipId PartnershipId, PracticeId PracticeId, FindingId FindingId, Urn HostUrn, ConfidentialText Title, ConfidentialText Description, Capacity ContactRole,
    DateOnly OccurredOn) : IReviewFact;

/// <summary>Another school took an offered practice up.</summary>
public sealed record PracticeTakenUp(ReviewId ReviewId, PartnershipId PartnershipId, PracticeId PracticeId, Urn TakenUpBy, DateOnly OccurredOn) : IReviewFact;

/// <summary>Whether one principle was met, and what shows it.</summary>
public sealed record PrincipleCheck(PeerReviewPrinciple Principle, PrincipleMet Met, ConfidentialText Evidence);

/// <summary>One side said how far the review kept the nine principles. Each says so for itself, before they settle on it together.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Side">Which side.</param>
/// <param name="Principles">All nine, each once.</param>
/// <param name="StrengthenNext">The one to strengthen next.</param>
/// <param name="GivenBy">Who said so.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record QualityViewGiven(
    ReviewId ReviewId, PartnershipId PartnershipId, QualitySide Side, IReadOnlyList<PrincipleCheck> Principles, PeerReviewPrinciple StrengthenNext, PersonId GivenBy, DateOnly OccurredOn)
    : IReviewFact;

/// <summary>Both sides settled on how far the review kept the nine principles, and on one to strengthen next (IMP-17).</summary>
public sealed record QualityChecked(
    ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<PrincipleCheck> Principles, PeerReviewPrinciple StrengthenNext, DateOnly OccurredOn) : IReviewFact;

/// <summary>The visit was put off to other days.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PlannedFrom">The new first day, inclusive.</param>
/// <param name="PlannedTo">The new last day, inclusive.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredOn">The day it was put off.</param>
public sealed record ReviewPostponed(ReviewId ReviewId, PartnershipId PartnershipId, DateOnly PlannedFrom, DateOnly PlannedTo, ConfidentialText Reason, DateOnly OccurredOn) : IReviewFact;

/// <summary>The review will not take place.</summary>
public sealed record ReviewCancelled(ReviewId ReviewId, PartnershipId PartnershipId, ConfidentialText Reason, DateOnly OccurredOn) : IReviewFact;

/// <summary>The cycle of the review is complete: workshop and check-in were held.</summary>
public sealed record ReviewClosed(ReviewId ReviewId, PartnershipId PartnershipId, DateOnly OccurredOn) : IReviewFact;

/// <summary>The review was closed though no workshop or no check-in was held (IMP-15).</summary>
public sealed record ReviewClosedWithoutFollowUp(ReviewId ReviewId, PartnershipId PartnershipId, ConfidentialText Why, DateOnly OccurredOn) : IReviewFact;
