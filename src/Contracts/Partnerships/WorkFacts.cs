namespace EssexImprovement.Contracts.Partnerships;

// These names and shapes are the storage format. Add, never rename.

/// <summary>A third of the school year.</summary>
public enum Term
{
    /// <summary>September to December.</summary>
    Autumn,
    /// <summary>January to Easter.</summary>
    Spring,
    /// <summary>Easter to July.</summary>
    Summer,
}

/// <summary>The eight hard-wired areas of deep partnership (conference 2019, slide 22).</summary>
public enum HardWiredArea
{
    /// <summary>Hiring of staff.</summary>
    HiringOfStaff,
    /// <summary>Use of resources.</summary>
    UseOfResources,
    /// <summary>Needs of specific groups.</summary>
    NeedsOfSpecificGroups,
    /// <summary>Engaging in research.</summary>
    EngagingInResearch,
    /// <summary>Improvement processes and priorities.</summary>
    ImprovementProcessesAndPriorities,
    /// <summary>Staff development.</summary>
    StaffDevelopment,
    /// <summary>Health and well-being.</summary>
    HealthAndWellbeing,
    /// <summary>Monitoring and risk of failure.</summary>
    MonitoringAndRiskOfFailure,
}

/// <summary>Whose voice was heard.</summary>
public enum Voice
{
    /// <summary>Pupils.</summary>
    Pupils,
    /// <summary>Teachers and other staff.</summary>
    TeachersAndStaff,
    /// <summary>Families.</summary>
    Families,
    /// <summary>Governors.</summary>
    Governors,
    /// <summary>Community and business.</summary>
    CommunityAndBusiness,
}

/// <summary>Under which scheme a grant was given; a scheme may cap it (PRT-10).</summary>
public enum GrantScheme
{
    /// <summary>School-Led Improvement System; capped at £25,000.</summary>
    Slis,
    /// <summary>Any other scheme.</summary>
    Other,
}

/// <summary>What of data a school shares.</summary>
public enum SharedDataset
{
    /// <summary>Attainment and progress.</summary>
    AttainmentAndProgress,
    /// <summary>Attendance.</summary>
    Attendance,
    /// <summary>Suspensions and exclusions.</summary>
    SuspensionsAndExclusions,
    /// <summary>Staffing.</summary>
    Staffing,
    /// <summary>Finance.</summary>
    Finance,
    /// <summary>Pupil numbers.</summary>
    PupilNumbers,
    /// <summary>Well-being.</summary>
    Wellbeing,
    /// <summary>Self-evaluation.</summary>
    SelfEvaluation,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whether a school came to a meeting, and in which capacity.</summary>
public sealed record Attendance(Urn Urn, Capacity Capacity, bool Present);

/// <summary>The partnership met.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Term">The term.</param>
/// <param name="Attendance">Who came, by school and capacity.</param>
/// <param name="Matters">What was talked about.</param>
/// <param name="IssuesRaised">Issues raised there, recorded on their own.</param>
/// <param name="DecisionsReferred">Decisions it sent on.</param>
/// <param name="OccurredOn">The day of the meeting.</param>
public sealed record MeetingHeld(
    PartnershipId PartnershipId, Term Term, IReadOnlyList<Attendance> Attendance, IReadOnlyList<ConfidentialText> Matters, IReadOnlyList<IssueId> IssuesRaised,
    IReadOnlyList<DecisionId> DecisionsReferred, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The schools named an issue they share.</summary>
public sealed record CollectiveIssueRaised(PartnershipId PartnershipId, IssueId IssueId, HardWiredArea Area, ConfidentialText Text, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The schools agreed what they will do together about an issue.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="What">What they will do.</param>
/// <param name="Who">The schools that do it.</param>
/// <param name="By">The day it is to be done by, inclusive.</param>
/// <param name="OccurredOn">The day it was agreed.</param>
public sealed record CollaborativeResponseAgreed(
    PartnershipId PartnershipId, IssueId IssueId, ConfidentialText What, IReadOnlyList<Urn> Who, DateOnly By, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A member school laid its data open to its partners.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school.</param>
/// <param name="Dataset">What it shared.</param>
/// <param name="AcademicYear">The year the academic year of the data begins.</param>
/// <param name="Ring">The widest audience that may see it.</param>
/// <param name="OccurredOn">The day it was shared.</param>
public sealed record DataSharedWithPartners(
    PartnershipId PartnershipId, Urn Urn, SharedDataset Dataset, int AcademicYear, AudienceRing Ring, DateOnly OccurredOn) : IPartnershipFact, ISchoolFact;

/// <summary>People beyond the leaders were heard, and something may have changed because of it.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Voice">Whose voice.</param>
/// <param name="Activity">How they were heard.</param>
/// <param name="Count">How many people.</param>
/// <param name="WhatWeHeard">What they said.</param>
/// <param name="WhatChanged">What changed because of it; null while nothing has.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record CommunityVoiceHeard(
    PartnershipId PartnershipId, Voice Voice, ConfidentialText Activity, int Count, ConfidentialText WhatWeHeard, ConfidentialText? WhatChanged, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The partnership was given money for its work.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="GrantId">The grant.</param>
/// <param name="Body">Who gave it, an organisation.</param>
/// <param name="Scheme">Under which scheme.</param>
/// <param name="AmountPence">How much, in pence.</param>
/// <param name="MatchInKindPence">What the schools put beside it in kind, in pence.</param>
/// <param name="Conditions">What it was given for.</param>
/// <param name="OverCapBecause">Why it is more than the scheme's cap, if it is (PRT-10).</param>
/// <param name="OccurredOn">The day it was awarded.</param>
public sealed record GrantAwarded(
    PartnershipId PartnershipId, GrantId GrantId, string Body, GrantScheme Scheme, long AmountPence, long MatchInKindPence, IReadOnlyList<ConfidentialText> Conditions,
    ConfidentialText? OverCapBecause, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The partnership told what it spent of a grant.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="GrantId">The grant.</param>
/// <param name="SpentPence">What was spent since the last report, in pence.</param>
/// <param name="OnWhat">On what.</param>
/// <param name="OccurredOn">The day of the report.</param>
public sealed record GrantSpendReported(PartnershipId PartnershipId, GrantId GrantId, long SpentPence, ConfidentialText OnWhat, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>What one school puts in: money, time or both.</summary>
/// <param name="Urn">The school.</param>
/// <param name="CashPence">Money, in pence.</param>
/// <param name="Minutes">Time, in minutes.</param>
public sealed record Contribution(Urn Urn, long? CashPence = null, int? Minutes = null);

/// <summary>Schools put something in together.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PooledResourceId">The resource.</param>
/// <param name="Area">The hard-wired area it belongs to.</param>
/// <param name="What">What it is.</param>
/// <param name="Contributions">What each school puts in.</param>
/// <param name="BenefitExpected">What it should save or better.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null for no end.</param>
/// <param name="OccurredOn">The day it was agreed.</param>
public sealed record ResourcePooled(
    PartnershipId PartnershipId, PooledResourceId PooledResourceId, HardWiredArea Area, ConfidentialText What, IReadOnlyList<Contribution> Contributions,
    ConfidentialText BenefitExpected, DateOnly From, DateOnly? To, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A part of an annual account.</summary>
public sealed record AccountSection(string Heading, ConfidentialText Text);

/// <summary>The partnership accounted for a year of its work.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Ring">The widest audience it is for.</param>
/// <param name="Sections">Its parts.</param>
/// <param name="ContentHash">Its fingerprint, see <see cref="BodyDigest"/>: of the sections as they were published.</param>
/// <param name="OccurredOn">The day it was published.</param>
public sealed record AnnualAccountPublished(
    PartnershipId PartnershipId, int AcademicYear, AudienceRing Ring, IReadOnlyList<AccountSection> Sections, string ContentHash, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The days of one term.</summary>
/// <param name="Term">The term.</param>
/// <param name="From">First school day, inclusive.</param>
/// <param name="To">Last school day, inclusive.</param>
/// <param name="HalfTermFrom">First day without school in the middle of the term, inclusive.</param>
/// <param name="HalfTermTo">Last day without school in the middle of the term, inclusive.</param>
public sealed record TermDates(Term Term, DateOnly From, DateOnly To, DateOnly HalfTermFrom, DateOnly HalfTermTo);

/// <summary>A data steward published the school terms of an academic year. A later version replaces an earlier one, from then on.</summary>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Version">1 for the first of that year, one more each time.</param>
/// <param name="Terms">Its three terms, in order.</param>
/// <param name="ClosedDays">Days in term without school, such as bank holidays.</param>
/// <param name="OccurredOn">The day it was published.</param>
public sealed record TermCalendarPublished(int AcademicYear, int Version, IReadOnlyList<TermDates> Terms, IReadOnlyList<DateOnly> ClosedDays, DateOnly OccurredOn) : IFact;
