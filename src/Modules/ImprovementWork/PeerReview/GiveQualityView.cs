using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Host and lead reviewer each say for themselves how far the review kept the nine principles, what shows it, and which one to strengthen next.</summary>
public sealed record GiveQualityView(QualitySide Side, IReadOnlyList<PrincipleCheck> Principles, PeerReviewPrinciple StrengthenNext, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : !(Side == QualitySide.Host ? review.ActsAsHostHead(acting, partnership, OccurredOn) : review.Confirmed?.Lead == acting.Person && review.HasOnTeam(acting.Person))
            ? new("XCT-6", "Each side says for itself: the head of the host school, or the lead reviewer.", "side", 403)
        : review.NotFinal(this) is { } early ? early
        : review.Quality is not null ? new("XCT-9", "Both sides have settled on the quality of this review.")
        : NinePrinciples.NotAll(Principles) is { } missing ? missing
        : review.QualityViews.Exists(known => known.Side == Side && known.StrengthenNext == StrengthenNext && known.Principles.SequenceEqual(Principles)) ? Contracts.Objection.Malformed("principles", "This view is recorded already.")
        : null;

    public QualityViewGiven Decide(PeerReview review, PersonId givenBy) => new(review.Id, review.PartnershipId, Side, Principles, StrengthenNext, givenBy, OccurredOn);
}

/// <summary>What a look at the nine principles of effective peer review must hold.</summary>
public static class NinePrinciples
{
    /// <summary>Null when all nine stand there once, each with what shows it.</summary>
    public static Objection? NotAll(IReadOnlyList<PrincipleCheck> principles) =>
        !principles.Select(check => check.Principle).Order().SequenceEqual(Enum.GetValues<PeerReviewPrinciple>()) ? Objection.Malformed("principles", "All nine principles, each once.")
        : principles.Select(check => check.Evidence.NotBetween1And(1000, "principles") ?? check.Evidence.NamesSomebody("principles")).FirstOrDefault(objection => objection is not null);
}

public static class GiveQualityViewEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(GiveQualityView command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/quality/views")]
    public static (Recorded, Events) Post(GiveQualityView command, [WriteModel("reviewId")] PeerReview review, Acting acting) =>
        (new(review.Version + 1), [command.Decide(review, acting.Person)]);
}
