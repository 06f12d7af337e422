namespace EssexImprovement.ImprovementWork;

/// <summary>The thresholds of peer review that no protocol sets. A threshold is a policy with a version: a later one counts for what begins from then on, never for what stands, and a fact
/// that rests on a deadline carries the version that counted.</summary>
public static class ReviewPolicy
{
    public const int Version = 1;

    /// <summary>An enquiry rests on a self-review submitted in the same term or so many terms before (IMP-2).</summary>
    public const int TermsOfSelfReview = 1;

    /// <summary>A visit has at most this many days (IMP-8).</summary>
    public const int LongestVisit = 3;

    /// <summary>How many days ahead a visit may be planned, three years: further on nobody knows who will head a school.</summary>
    public const int DaysAhead = 3 * 366;

    /// <summary>Training counts for so many months (IMP-4).</summary>
    public const int TrainingCountsMonths = 36;

    /// <summary>A partnership has a trained improvement champion for every so many schools (criterion C6).</summary>
    public const int SchoolsPerChampion = 4;

    /// <summary>Documents and data may be read for so many school days after the visit (IMP-9).</summary>
    public const int SchoolDaysToRead = 5;

    /// <summary>Silence of more than so many school days counts as no response (IMP-11).</summary>
    public const int SchoolDaysToAnswer = 10;

    /// <summary>A school that hosts for the third time without having reviewed anybody is in debt (IMP-16).</summary>
    public const int HostingsWithoutReviewing = 2;

    /// <summary>Reviewers have so many school days to read what the host shared before the visit.</summary>
    public const int SchoolDaysToReadData = 5;

    /// <summary>From this round of a partnership on a workshop is held with a middle leader or teacher at least (IMP-20).</summary>
    public const int TeachersFromRound = 2;

    /// <summary>A check-in is due so many calendar days after the visit (B.10), within the window of the protocol.</summary>
    public const int CheckInAfterDays = 90;

    /// <summary>A check-in not held so many calendar days after it was due is missed (B.10).</summary>
    public const int CheckInMissedAfterDays = 30;

    /// <summary>Challenge is little when less than this share of the findings, in per cent, are areas to develop or questions.</summary>
    public const int LeastChallengePercent = 25;

    /// <summary>That the host agrees with everything says something from so many findings on.</summary>
    public const int FindingsToTellAgreement = 4;

    /// <summary>What reviews say together is told to all who may know of the partnership from so many hosts on (B.7).</summary>
    public const int HostsForThemes = 4;
}
