using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>How a school says it stands in one area.</summary>
public sealed record AreaAsSeen(
    ImprovementArea Area, ShownText? Judgement, Confidence Confidence, IReadOnlyList<ShownText?> Evidence, ShownText? Strengths, ShownText? Priorities, DateOnly OccurredOn);

/// <summary>A question that a peer review could look into.</summary>
public sealed record FocusCandidateAsSeen(ShownText? Question, DateOnly OccurredOn);

/// <summary>What only its head reads, and those with whom it is shared.</summary>
public sealed record InsideOfSelfReview(IReadOnlyList<AreaAsSeen> Areas, IReadOnlyList<FocusCandidateAsSeen> FocusCandidates);

/// <summary>A self-review as far as this reader may see it.</summary>
/// <param name="Id">The self-review; a peer review names it when it rests on it.</param>
/// <param name="Urn">The school.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="FrameworkId">The framework it uses.</param>
/// <param name="FrameworkVersion">Its version.</param>
/// <param name="OpenedOn">The day it was begun.</param>
/// <param name="SubmittedOn">The day the head last submitted it; null until then.</param>
/// <param name="SharedWith">How far it goes.</param>
/// <param name="Areas">How many areas it looks at.</param>
/// <param name="FocusCandidates">How many questions it names.</param>
/// <param name="Inside">Every text: for the head as it is being written, for those with whom it is shared as it was submitted; null for everybody else.</param>
public sealed record SelfReviewAsSeen(
    SelfReviewId Id, Urn Urn, int AcademicYear, string FrameworkId, int FrameworkVersion, DateOnly OpenedOn, DateOnly? SubmittedOn, AudienceRing SharedWith, int Areas, int FocusCandidates,
    InsideOfSelfReview? Inside)
{
    /// <summary>What the reader may see; null when they may not know that there is such a self-review.</summary>
    public static SelfReviewAsSeen? By(SelfReview review, AroundSchool around, Reader reader) =>
        OutlineBy(review, around, reader) is { } outline ? outline with { Inside = InsideOf(review, around, reader) } : null;

    /// <summary>The same without a text, so that nobody is noted as having read one.</summary>
    public static SelfReviewAsSeen? OutlineBy(SelfReview review, AroundSchool around, Reader reader) => !review.ExistsFor(around, reader) ? null : new(
        review.Id, review.Urn, review.AcademicYear, review.Opened.FrameworkId, review.Opened.FrameworkVersion, review.Opened.OccurredOn, review.Submitted?.On, review.SharedWith,
        review.Areas.Count, review.FocusCandidates.Count, null);

    /// <summary>Its texts, for whoever may read them; null for everybody else.</summary>
    public static InsideOfSelfReview? InsideOf(SelfReview review, AroundSchool around, Reader reader)
    {
        var seal = review.SealIn(around, reader.Acting.Today);
        var sight = reader.SightOf(seal);
        var (areas, questions) = sight.Inside ? (review.Areas, review.FocusCandidates) : (review.Submitted?.Areas ?? [], review.Submitted?.FocusCandidates ?? []);
        return sight.Ground is null ? null : new(
            [.. areas.Select(area => new AreaAsSeen(
                area.Area, Shown(area.Judgement), area.Confidence, [.. area.Evidence.Select(item => Shown(item))], Shown(area.Strengths), Shown(area.Priorities), area.OccurredOn))],
            [.. questions.Select(named => new FocusCandidateAsSeen(Shown(named.Question), named.OccurredOn))]);

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);
    }
}
