namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>How far a finding has come since the visit.</summary>
public enum CheckInLevel
{
    /// <summary>Nothing has changed.</summary>
    NoChange,
    /// <summary>Work on it has started.</summary>
    Started,
    /// <summary>It is in practice.</summary>
    InPractice,
    /// <summary>It is making a difference.</summary>
    MakingDifference,
}

/// <summary>The check-in after a visit has a day (B.10): about 90 days after it, and if that is in a holiday the first open day after it.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="HostUrn">The host school.</param>
/// <param name="On">The day it is due.</param>
/// <param name="From">First day of the window, inclusive, as the protocol has it.</param>
/// <param name="To">Last day of the window, inclusive; not before <paramref name="On"/>.</param>
/// <param name="PolicyVersion">The version of the policy that counted.</param>
/// <param name="OccurredOn">The day of the feedback.</param>
public sealed record CheckInDue(
    ReviewId ReviewId, PartnershipId PartnershipId, Urn HostUrn, DateOnly On, DateOnly From, DateOnly To, int PolicyVersion, DateOnly OccurredOn) : IReviewFact;

/// <summary>How far one finding has come.</summary>
public sealed record ChangeSeen(FindingId FindingId, CheckInLevel Level);

/// <summary>Host and peers looked back at what changed since the visit.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="By">The peer who held it: a leader of another school.</param>
/// <param name="WhatChanged">Each finding looked at, once.</param>
/// <param name="HelpNeeded">What help the host asks for, if any.</param>
/// <param name="NextOn">The day of another look, if one is planned.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record CheckInHeld(
    ReviewId ReviewId, PartnershipId PartnershipId, PersonId By, IReadOnlyList<ChangeSeen> WhatChanged, ConfidentialText? HelpNeeded, DateOnly? NextOn, DateOnly OccurredOn) : IReviewFact;

/// <summary>The level of one finding at a check-in was corrected.</summary>
public sealed record CheckInCorrected(
    ReviewId ReviewId, PartnershipId PartnershipId, Guid CorrectsEventId, FindingId FindingId, CheckInLevel Was, CheckInLevel Now, ConfidentialText Reason, DateOnly OccurredOn) : IReviewFact;

/// <summary>No check-in was held by so many days after it was due.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Days">Calendar days since it was due.</param>
/// <param name="OccurredOn">The day that many days after it was due.</param>
public sealed record CheckInMissed(ReviewId ReviewId, PartnershipId PartnershipId, int Days, DateOnly OccurredOn) : IReviewFact;
