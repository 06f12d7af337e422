namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What somebody is in their school, where only the number of people is told.</summary>
public enum StaffRole
{
    /// <summary>Head or other senior leader.</summary>
    SeniorLeader,
    /// <summary>Leads a subject, phase or year.</summary>
    MiddleLeader,
    /// <summary>Teaches.</summary>
    Teacher,
    /// <summary>Supports teaching or works elsewhere in the school.</summary>
    SupportStaff,
    /// <summary>Governs.</summary>
    Governor,
    /// <summary>A pupil.</summary>
    Pupil,
    /// <summary>A parent or carer.</summary>
    Family,
}

/// <summary>How many people of one role took part; at least 1.</summary>
public sealed record PeopleByRole(StaffRole Role, int Count);

/// <summary>The workshop after the feedback has a last day (B.10): counted in school days by the calendar known when the feedback was given.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="HostUrn">The host school.</param>
/// <param name="By">Last day, inclusive.</param>
/// <param name="PolicyVersion">The version of the policy that counted.</param>
/// <param name="OccurredOn">The day of the feedback.</param>
public sealed record WorkshopDue(ReviewId ReviewId, PartnershipId PartnershipId, Urn HostUrn, DateOnly By, int PolicyVersion, DateOnly OccurredOn) : IReviewFact;

/// <summary>The last day for the workshop passed without one (IMP-19).</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="By">The last day, inclusive, that passed.</param>
/// <param name="OccurredOn">The day after it.</param>
public sealed record WorkshopOverdue(ReviewId ReviewId, PartnershipId PartnershipId, DateOnly By, DateOnly OccurredOn) : IReviewFact;

/// <summary>The workshop has a day and champions who will run it. A later schedule replaces the earlier one.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Champions">The improvement champions: trained, not on the review team, not from the host (IMP-18).</param>
/// <param name="PlannedOn">The planned day.</param>
/// <param name="OccurredOn">The day it was scheduled.</param>
public sealed record WorkshopScheduled(ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<PersonId> Champions, DateOnly PlannedOn, DateOnly OccurredOn) : IReviewFact;

/// <summary>The improvement workshop was held.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Champions">Who ran it.</param>
/// <param name="Attendance">Who came, by role.</param>
/// <param name="PrioritiesChosen">The findings it chose to work on.</param>
/// <param name="Hypotheses">What people think lies behind them.</param>
/// <param name="ResearchRefs">References to published research, such as a DOI or an address.</param>
/// <param name="SchoolDaysAfterFeedback">School days from the feedback (exclusive) to the workshop (inclusive).</param>
/// <param name="Late">True when that is more than the protocol allows (IMP-19).</param>
/// <param name="OccurredOn">The day.</param>
public sealed record WorkshopHeld(
    ReviewId ReviewId, PartnershipId PartnershipId, IReadOnlyList<PersonId> Champions, IReadOnlyList<PeopleByRole> Attendance, IReadOnlyList<FindingId> PrioritiesChosen,
    IReadOnlyList<ConfidentialText> Hypotheses, IReadOnlyList<string> ResearchRefs, int SchoolDaysAfterFeedback, bool Late, DateOnly OccurredOn) : IReviewFact;

/// <summary>The workshop agreed which objectives of the host's plan carry its actions.</summary>
public sealed record ActionsAgreed(ReviewId ReviewId, PartnershipId PartnershipId, PlanId PlanId, IReadOnlyList<ObjectiveId> ObjectiveIds, DateOnly OccurredOn) : IReviewFact;
