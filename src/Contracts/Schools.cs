namespace EssexImprovement.Contracts;

/// <summary>The four quarters of Essex that schools meet in.</summary>
public enum Quadrant
{
    /// <summary>Braintree, Chelmsford, Maldon.</summary>
    Mid,
    /// <summary>Colchester, Tendring.</summary>
    NorthEast,
    /// <summary>Basildon, Brentwood, Castle Point, Rochford.</summary>
    South,
    /// <summary>Epping Forest, Harlow, Uttlesford.</summary>
    West,
}

/// <summary>The twelve districts of Essex.</summary>
#pragma warning disable CS1591 // The names say it all.
public enum District
{
    Braintree, Chelmsford, Maldon, Colchester, Tendring, Basildon, Brentwood, CastlePoint, Rochford, EppingForest, Harlow, Uttlesford,
}

/// <summary>What a review, an objective or a request for support is about.</summary>
public enum ImprovementArea
{
    Inclusion, CurriculumAndTeaching, Achievement, Attendance, Behaviour, PersonalDevelopment, Wellbeing, LeadershipAndGovernance, EarlyYears, PostSixteen,
    SafeguardingReferOnly,
}
#pragma warning restore CS1591

/// <summary>Who may see something, from the host head outwards. A wider ring includes the narrower ones.</summary>
public enum AudienceRing
{
    /// <summary>The head of the host school.</summary>
    HostHead = 0,
    /// <summary>The review team.</summary>
    ReviewTeam = 1,
    /// <summary>The heads of the peer group.</summary>
    PeerGroupHeads = 2,
    /// <summary>The governors of the host school.</summary>
    HostGovernors = 3,
    /// <summary>The heads of the partnership.</summary>
    PartnershipHeads = 4,
    /// <summary>The quadrant and the board.</summary>
    QuadrantAndBoard = 5,
    /// <summary>Local authority, trust, diocese.</summary>
    LaTrustDiocese = 6,
    /// <summary>Everybody.</summary>
    Public = 7,
}

/// <summary>How much of something may be seen; a later value includes the earlier ones.</summary>
public enum Extent
{
    /// <summary>Themes across several reviews, with no school named.</summary>
    ThemesAnonymised = 0,
    /// <summary>A summary.</summary>
    Summary = 1,
    /// <summary>The findings alone.</summary>
    FindingsOnly = 2,
    /// <summary>The whole report.</summary>
    FullReport = 3,
}

/// <summary>What a review or a partnership makes that somebody may see.</summary>
public enum Artefact
{
    /// <summary>Notes of evidence.</summary>
    EvidenceNotes,
    /// <summary>The findings.</summary>
    Findings,
    /// <summary>The report.</summary>
    Report,
    /// <summary>A summary for learning.</summary>
    SummaryForLearning,
    /// <summary>Themes across four reviews or more.</summary>
    Themes,
    /// <summary>Actions of the workshop.</summary>
    WorkshopActions,
    /// <summary>Levels reached at check-in.</summary>
    CheckInLevels,
}

/// <summary>How far, and in what extent, an artefact goes by default.</summary>
public sealed record Route(Artefact Artefact, AudienceRing MaxRing, Extent Extent);

/// <summary>What the outcome of a review may start. Whatever is not listed it may not start.</summary>
public enum Trigger
{
    /// <summary>The improvement workshop.</summary>
    Workshop,
    /// <summary>The host's improvement plan.</summary>
    HostPlan,
    /// <summary>A request for support by the host.</summary>
    SupportRequestByHost,
    /// <summary>A joint project.</summary>
    JointProject,
    /// <summary>An offer of good practice.</summary>
    PracticeOffer,
    /// <summary>A follow-up review.</summary>
    FollowUpReview,
}
