namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>In whose manner a review is run.</summary>
public enum ReviewModel
{
    /// <summary>The Schools Partnership Programme cycle.</summary>
    SppCycle,
    /// <summary>A triad's own round.</summary>
    LocalTriad,
    /// <summary>A quality-assurance review.</summary>
    QaStyle,
    /// <summary>A review inside one trust, with somebody from outside it.</summary>
    TrustReview,
    /// <summary>One partnership looks at another.</summary>
    PartnershipScrutiny,
}

/// <summary>What somebody is on a review team.</summary>
public enum TeamRole
{
    /// <summary>Leads the team; a peer from another school.</summary>
    Lead,
    /// <summary>Reviews; a peer from another school.</summary>
    Reviewer,
    /// <summary>A neutral person from outside the member schools.</summary>
    Facilitator,
    /// <summary>Works beside the team for the host school.</summary>
    HostPartner,
    /// <summary>Watches and learns.</summary>
    Shadow,
}

/// <summary>What links a person to a school they are to judge.</summary>
public enum InterestNature
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>A relative or partner.</summary>
    Family,
    /// <summary>Employment there.</summary>
    Employment,
    /// <summary>The same trust.</summary>
    SameTrust,
    /// <summary>Worked there once.</summary>
    FormerStaff,
    /// <summary>Money.</summary>
    Financial,
    /// <summary>Has applied for a post there.</summary>
    Applicant,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What became of a declared interest.</summary>
public enum InterestOutcome
{
    /// <summary>Nothing stands in the way.</summary>
    Clear,
    /// <summary>May take part, with safeguards.</summary>
    ClearWithSafeguards,
    /// <summary>May not take part.</summary>
    Excluded,
}

/// <summary>Ways of finding out.</summary>
public enum EvidenceKind
{
    /// <summary>A learning walk.</summary>
    LearningWalk,
    /// <summary>A visit to a lesson.</summary>
    LessonVisit,
    /// <summary>A look at pupils' work.</summary>
    WorkScrutiny,
    /// <summary>Pupils' voice.</summary>
    PupilVoice,
    /// <summary>Staff voice.</summary>
    StaffVoice,
    /// <summary>Families' voice.</summary>
    FamilyVoice,
    /// <summary>Governors' voice.</summary>
    GovernorVoice,
    /// <summary>A dialogue with leaders.</summary>
    LeaderDialogue,
    /// <summary>A look at data; may be done up to five school days after the visit.</summary>
    DataAnalysis,
    /// <summary>A document; may be read up to five school days after the visit.</summary>
    Document,
}

/// <summary>What kind of statement a finding is. Never a grade.</summary>
public enum FindingKind
{
    /// <summary>A strength.</summary>
    Strength,
    /// <summary>An area to develop.</summary>
    ToDevelop,
    /// <summary>An area of excellence.</summary>
    AreaOfExcellence,
    /// <summary>A question to go on with.</summary>
    Question,
}

/// <summary>What the host thinks of a finding.</summary>
public enum HostView
{
    /// <summary>Agrees.</summary>
    Agreed,
    /// <summary>Agrees and adds something.</summary>
    AgreedWithComment,
    /// <summary>Does not agree.</summary>
    NotAgreed,
}

/// <summary>What a release is for.</summary>
public enum ReleasePurpose
{
    /// <summary>The host's governors.</summary>
    Governors,
    /// <summary>Learning in the partnership.</summary>
    PartnershipLearning,
    /// <summary>Evidence in a category round.</summary>
    CategoryUse,
    /// <summary>Outside scrutiny.</summary>
    Scrutiny,
    /// <summary>A request for support.</summary>
    SupportRequest,
    /// <summary>Celebration in public.</summary>
    PublicCelebration,
    /// <summary>A request the law obliges to answer.</summary>
    StatutoryRequest,
}

/// <summary>A fact in the life of one peer review.</summary>
public interface IReviewFact : IPartnershipFact
{
    /// <summary>The review.</summary>
    ReviewId ReviewId { get; }
}

/// <summary>A fact of a review that belongs to the host like its texts, though it holds none: what it says is a judgement, or must not be told on.</summary>
public interface IHeldByHost : IReviewFact;

/// <summary>A host school's head invited a review and its dates were planned.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership whose members review.</param>
/// <param name="PeerGroupId">The peer group that reviews together, if it is one.</param>
/// <param name="HostUrn">The school to be reviewed.</param>
/// <param name="AcademicYear">The year the academic year begins, e.g. 2025 for 2025/26.</param>
/// <param name="Round">1 for the first round of the partnership, one more each round.</param>
/// <param name="Model">In whose manner.</param>
/// <param name="PlannedFrom">First day of the visit, inclusive.</param>
/// <param name="PlannedTo">Last day of the visit, inclusive; a visit has 1 to 3 days.</param>
/// <param name="InvitedBy">The head of the host school.</param>
/// <param name="FollowUpOf">The earlier review it follows up.</param>
/// <param name="OccurredOn">The day it was planned.</param>
/// <param name="ProtocolVersion">The version of the protocol in force when it was planned: it binds this review, whatever is adopted later. Null in facts from before it was kept.</param>
public sealed record ReviewPlanned(
    ReviewId ReviewId, PartnershipId PartnershipId, PeerGroupId? PeerGroupId, Urn HostUrn, int AcademicYear, int Round, ReviewModel Model,
    DateOnly PlannedFrom, DateOnly PlannedTo, PersonId InvitedBy, ReviewId? FollowUpOf, DateOnly OccurredOn, int? ProtocolVersion = null) : IReviewFact;

/// <summary>One line under the enquiry question, numbered from 1 within the review.</summary>
public sealed record LineOfEnquiry(int Number, ConfidentialText Text);

/// <summary>The host put its own question, with one to five lines of enquiry under it.</summary>
public sealed record EnquiryAgreed(
    ReviewId ReviewId, PartnershipId PartnershipId, ConfidentialText Question, ImprovementArea Area, IReadOnlyList<LineOfEnquiry> LinesOfEnquiry,
    ConfidentialText WhyNow, ConfidentialText? HopedForChange, DateOnly OccurredOn, SelfReviewId? SelfReviewId = null) : IReviewFact;

/// <summary>Somebody was proposed for the review team.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PersonId">The person.</param>
/// <param name="HomeUrn">The school that employs them; null for a facilitator from outside the schools.</param>
/// <param name="Role">What they would be.</param>
/// <param name="TrainedOn">The day of their latest reviewer training, if any.</param>
/// <param name="OccurredOn">The day they were proposed.</param>
public sealed record TeamMemberProposed(
    ReviewId ReviewId, PartnershipId PartnershipId, PersonId PersonId, Urn? HomeUrn, TeamRole Role, DateOnly? TrainedOn, DateOnly OccurredOn) : IReviewFact;

/// <summary>A proposed member of the team said what links them to the host, "none" included.</summary>
public sealed record ReviewerInterestDeclared(
    ReviewId ReviewId, PartnershipId PartnershipId, PersonId PersonId, InterestNature Nature, ConfidentialText? Text, DateOnly OccurredOn) : IReviewFact;

/// <summary>A declared interest was weighed by somebody else.</summary>
public sealed record ReviewerInterestAssessed(
    ReviewId ReviewId, PartnershipId PartnershipId, PersonId PersonId, InterestOutcome Outcome, ConfidentialText? Safeguards, PersonId AssessedBy,
    DateOnly OccurredOn) : IReviewFact;

/// <summary>The team stands: every member trained, every interest weighed, exactly one peer leads.</summary>
public sealed record TeamConfirmed(
    ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<PersonId> Members, PersonId Lead, DateOnly OccurredOn) : IReviewFact;

/// <summary>Host and team confirmed for this review where its outcome goes, what it may trigger, and that staff were told.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="ProtocolVersion">The version in force.</param>
/// <param name="Routes">How far each artefact of this review goes without a new consent by the host head.</param>
/// <param name="TriggersAllowed">What its outcome may start.</param>
/// <param name="StaffBriefedOn">The day the host's staff were briefed; null while they have not been.</param>
/// <param name="OccurredOn">The day it was confirmed.</param>
/// <param name="SafeguardingUnderstood">True: host and team said that they know whom a safeguarding concern goes to. Null in what was recorded before anybody was asked.</param>
public sealed record ProtocolConfirmed(
    ReviewId ReviewId, PartnershipId PartnershipId, int ProtocolVersion, IReadOnlyList<Route> Routes, IReadOnlyList<Trigger> TriggersAllowed,
    DateOnly? StaffBriefedOn, DateOnly OccurredOn, bool? SafeguardingUnderstood = null) : IReviewFact;

/// <summary>The host's staff were briefed about the review.</summary>
public sealed record StaffBriefed(ReviewId ReviewId, PartnershipId PartnershipId, DateOnly OccurredOn) : IReviewFact;

/// <summary>The visit began.</summary>
public sealed record VisitStarted(ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<PersonId> ReviewersPresent, DateOnly OccurredOn) : IReviewFact;

/// <summary>The visit ended.</summary>
public sealed record VisitEnded(ReviewId ReviewId, PartnershipId PartnershipId, DateOnly OccurredOn) : IReviewFact;

/// <summary>A reviewer recorded what was seen, without judging and without names.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="EvidenceId">This item.</param>
/// <param name="Kind">How it was found out.</param>
/// <param name="Line">The number of the line of enquiry.</param>
/// <param name="JointWithHost">True when a leader of the host looked too.</param>
/// <param name="WhatWasSeen">What was seen.</param>
/// <param name="ByPerson">The member of the team who saw it.</param>
/// <param name="PeopleCount">How many people were heard or seen, where that is countable.</param>
/// <param name="OccurredOn">The day it was seen.</param>
public sealed record EvidenceRecorded(
    ReviewId ReviewId, PartnershipId PartnershipId, EvidenceId EvidenceId, EvidenceKind Kind, int Line, bool JointWithHost, ConfidentialText WhatWasSeen,
    PersonId ByPerson, int? PeopleCount, DateOnly OccurredOn) : IReviewFact;

/// <summary>Team and host settled on a finding: at least two items of evidence of at least two kinds, and what the host thinks of it.</summary>
public sealed record FindingAgreed(
    ReviewId ReviewId, PartnershipId PartnershipId, FindingId FindingId, FindingKind Kind, int Line, ConfidentialText Statement,
    IReadOnlyList<EvidenceId> EvidenceIds, HostView HostView, ConfidentialText? HostComment, DateOnly OccurredOn) : IReviewFact;

/// <summary>The host was told the findings face to face.</summary>
public sealed record FeedbackGiven(ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<Capacity> ToRoles, bool WithStaff, DateOnly OccurredOn) : IReviewFact;

/// <summary>A draft of the report was sent to the host head. A later one replaces it.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Draft">1 for the first draft, one more each time.</param>
/// <param name="Report">The text of the draft.</param>
/// <param name="DraftedBy">Who wrote it.</param>
/// <param name="OccurredOn">The day it was sent.</param>
public sealed record ReportDrafted(
    ReviewId ReviewId, PartnershipId PartnershipId, int Draft, ConfidentialText Report, PersonId DraftedBy, DateOnly OccurredOn) : IReviewFact;

/// <summary>The host head said whether the draft is accurate, and where not.</summary>
public sealed record ReportAccuracyAnswered(
    ReviewId ReviewId, PartnershipId PartnershipId, int Draft, bool Accurate, IReadOnlyList<ConfidentialText> Points, PersonId AnsweredBy,
    DateOnly OccurredOn) : IReviewFact;

/// <summary>The report is final: answered as accurate, or no answer came within ten school days and it says so.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Draft">The draft that became final.</param>
/// <param name="NoResponseFromHost">True when the host did not answer in time.</param>
/// <param name="RetainUntil">Last day the text is kept, inclusive.</param>
/// <param name="OccurredOn">The day it became final.</param>
public sealed record ReportFinalised(
    ReviewId ReviewId, PartnershipId PartnershipId, int Draft, bool NoResponseFromHost, DateOnly RetainUntil, DateOnly OccurredOn) : IReviewFact;

/// <summary>The host head let an audience see an extent of the report.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="ReleaseId">This release.</param>
/// <param name="Ring">The widest audience that may see it.</param>
/// <param name="Extent">How much they may see.</param>
/// <param name="Purpose">What for.</param>
/// <param name="ReleasedBy">The head of the host school.</param>
/// <param name="NewConsent">True when the head agreed anew to go wider than the confirmed route.</param>
/// <param name="ExpiresOn">Last day it may be seen, inclusive; null for no end.</param>
/// <param name="OccurredOn">The day of the release.</param>
public sealed record ReportReleased(
    ReviewId ReviewId, PartnershipId PartnershipId, ReleaseId ReleaseId, AudienceRing Ring, Extent Extent, ReleasePurpose Purpose, PersonId ReleasedBy,
    bool NewConsent, DateOnly? ExpiresOn, DateOnly OccurredOn) : IReviewFact;

/// <summary>The host head took a release back: it opens nothing any more, and what was read stays read.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="ReleaseId">The release.</param>
/// <param name="Why">Why.</param>
/// <param name="OccurredOn">The day; from then on the release opens nothing.</param>
public sealed record ReleaseWithdrawn(ReviewId ReviewId, PartnershipId PartnershipId, ReleaseId ReleaseId, ConfidentialText Why, DateOnly OccurredOn) : IReviewFact;
