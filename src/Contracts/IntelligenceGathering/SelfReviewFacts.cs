namespace EssexImprovement.Contracts.IntelligenceGathering;

// These names and shapes are the storage format. Add, never rename.

/// <summary>How sure a school is of its own judgement.</summary>
public enum Confidence
{
    /// <summary>Not sure.</summary>
    Low,
    /// <summary>Fairly sure.</summary>
    Medium,
    /// <summary>Sure.</summary>
    High,
}

/// <summary>A school began to review itself, for an academic year.</summary>
/// <param name="SelfReviewId">The self-review.</param>
/// <param name="Urn">The school.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="FrameworkId">The framework it uses, by a short code.</param>
/// <param name="FrameworkVersion">Its version.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record SelfReviewOpened(SelfReviewId SelfReviewId, Urn Urn, int AcademicYear, string FrameworkId, int FrameworkVersion, DateOnly OccurredOn) : ISchoolFact;

/// <summary>The school said how it stands in one area. A later evaluation of the same area replaces the earlier one.</summary>
/// <param name="SelfReviewId">The self-review.</param>
/// <param name="Urn">The school.</param>
/// <param name="Area">The area.</param>
/// <param name="Judgement">In the words of the framework.</param>
/// <param name="Confidence">How sure the school is.</param>
/// <param name="Evidence">What shows it; none while it is still looked for.</param>
/// <param name="Strengths">What goes well.</param>
/// <param name="Priorities">What comes next.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record AreaSelfEvaluated(
    SelfReviewId SelfReviewId, Urn Urn, ImprovementArea Area, ConfidentialText Judgement, Confidence Confidence, IReadOnlyList<ConfidentialText> Evidence,
    ConfidentialText? Strengths, ConfidentialText? Priorities, DateOnly OccurredOn) : ISchoolFact;

/// <summary>A question came up that a peer review could look into.</summary>
public sealed record FocusCandidateNamed(SelfReviewId SelfReviewId, Urn Urn, ConfidentialText Question, DateOnly OccurredOn) : ISchoolFact;

/// <summary>The head submitted the self-review; every area in it rests on evidence (INT-8).</summary>
/// <param name="SelfReviewId">The self-review.</param>
/// <param name="Urn">The school.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record SelfReviewSubmitted(SelfReviewId SelfReviewId, Urn Urn, int AcademicYear, DateOnly OccurredOn) : ISchoolFact;

/// <summary>The head shared the self-review with a wider ring.</summary>
public sealed record SelfReviewSharedWith(SelfReviewId SelfReviewId, Urn Urn, AudienceRing Ring, DateOnly OccurredOn) : ISchoolFact;
