using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Host and lead reviewer settle together on how far the review kept the nine principles, and on one to strengthen next.</summary>
public sealed record CheckQuality(IReadOnlyList<PrincipleCheck> Principles, PeerReviewPrinciple StrengthenNext, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : !acting.Leads(review.PartnershipId) && !review.ActsAsHostHead(acting, partnership, acting.Today) && review.Confirmed?.Lead != acting.Person
            ? Contracts.Objection.LacksCapacity("the partnership's lead, the head of the host school or the lead reviewer")
        : review.NotFinal(this) is { } early ? early
        : review.Quality is not null ? new("XCT-9", "The quality of this review is checked already.")
        : review.QualityViews.Count < 2 ? new("IMP-17", "Both sides say first what they think of it: the host and the lead reviewer.")
        : review.QualityViews.Any(view => view.OccurredOn > OccurredOn) ? Contracts.Objection.Malformed("occurredOn", "A side gave its view after that day.")
        : NinePrinciples.NotAll(Principles) ?? (AgreedOtherwise(review) is { } principle
            ? Contracts.Objection.Malformed("principles", $"Both sides said the same of {Words.Of(principle)}; what they settle on says so, too.") : null);

    /// <summary>A principle on which the two sides said the same, and this says something else.</summary>
    private PeerReviewPrinciple? AgreedOtherwise(PeerReview review) => Principles
        .Where(check => review.QualityViews.SelectMany(view => view.Principles).Where(said => said.Principle == check.Principle).Select(said => said.Met).Distinct().ToList() is [var same] && same != check.Met)
        .Select(check => (PeerReviewPrinciple?)check.Principle).FirstOrDefault();

    public QualityChecked Decide(PeerReview review) => new(review.Id, review.PartnershipId, Principles, StrengthenNext, OccurredOn);
}

public static class CheckQualityEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(CheckQuality command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/quality")]
    public static (Recorded, Events) Post(CheckQuality command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
