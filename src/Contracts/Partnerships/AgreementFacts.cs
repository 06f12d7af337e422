using EssexImprovement.Contracts.Evaluation;

namespace EssexImprovement.Contracts.Partnerships;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What two partnerships link for.</summary>
public enum LinkPurpose
{
    /// <summary>One looks at the other.</summary>
    Scrutiny,
    /// <summary>One supports the other.</summary>
    Support,
    /// <summary>They work on something together.</summary>
    SharedProject,
}

/// <summary>The elements of the Essex system that a partnership may choose to strengthen (conference 2019, slide 14).</summary>
public enum SystemElement
{
    /// <summary>Knowing schools well.</summary>
    IntelligenceGathering,
    /// <summary>Matching needs and capacity.</summary>
    Brokerage,
    /// <summary>Reviewing, developing and improving together.</summary>
    DevelopmentAndImprovementWork,
    /// <summary>Judging progress and impact.</summary>
    Evaluation,
    /// <summary>Leading the partnership.</summary>
    PartnershipLeadership,
    /// <summary>Answering to each other.</summary>
    MutualAccountability,
    /// <summary>Families, community and business.</summary>
    CommunityAndBusiness,
}

/// <summary>One step of a stage plan.</summary>
/// <param name="CriterionId">The criterion of the stage it serves, such as <c>R1</c>.</param>
/// <param name="By">The day it is to be reached by, inclusive.</param>
/// <param name="Owner">The school that answers for it.</param>
public sealed record StageMilestone(string CriterionId, DateOnly By, Urn Owner);

/// <summary>The partnership planned its way to the next stage.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Version">1 for the first plan, one more for each plan or revision.</param>
/// <param name="TargetStage">The stage it aims at, one above its own (PRT-11).</param>
/// <param name="TargetDate">The day it aims to reach it by.</param>
/// <param name="Milestones">The steps.</param>
/// <param name="ReviewedTermly">True when it is looked at every term.</param>
/// <param name="OccurredOn">The day it was agreed.</param>
public sealed record StagePlanAgreed(
    PartnershipId PartnershipId, int Version, Stage TargetStage, DateOnly TargetDate, IReadOnlyList<StageMilestone> Milestones, bool ReviewedTermly, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The partnership revised its stage plan; the fields are those of <see cref="StagePlanAgreed"/>.</summary>
public sealed record StagePlanRevised(
    PartnershipId PartnershipId, int Version, Stage TargetStage, DateOnly TargetDate, IReadOnlyList<StageMilestone> Milestones, bool ReviewedTermly, ConfidentialText Why,
    DateOnly OccurredOn) : IPartnershipFact;

/// <summary>Two partnerships agreed to look at, support or work with each other. Recorded with the one whose lead recorded it.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="OtherId">The other one.</param>
/// <param name="Purposes">What for.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null for no end.</param>
/// <param name="OccurredOn">The day it was agreed.</param>
public sealed record PartnershipLinkAgreed(
    PartnershipId PartnershipId, PartnershipId OtherId, IReadOnlyList<LinkPurpose> Purposes, DateOnly From, DateOnly? To, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The partnership chose the element of the system it will strengthen in an academic year.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="AcademicYear">The year the academic year begins: 2026 for 2026/27.</param>
/// <param name="Element">The element.</param>
/// <param name="Why">Why this one.</param>
/// <param name="OccurredOn">The day it was chosen.</param>
public sealed record SystemElementPrioritised(PartnershipId PartnershipId, int AcademicYear, SystemElement Element, ConfidentialText Why, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The partnership looked back at the element it chose.</summary>
public sealed record SystemElementReviewed(PartnershipId PartnershipId, int AcademicYear, SystemElement Element, ConfidentialText Outcome, DateOnly OccurredOn) : IPartnershipFact;
