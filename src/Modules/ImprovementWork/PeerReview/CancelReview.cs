using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A review that will not take place, or broke off before it came to a finding, is cancelled by those who would have hosted and led it; what was recorded stays.</summary>
public sealed record CancelReview(ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.VisitEnded, Contracts.Objection.Malformed("occurredOn", "The host has heard the findings; a review that came to any is not cancelled."))
        ?? (review.Findings.IsEmpty ? null : Contracts.Objection.Malformed("occurredOn", "Team and host have agreed a finding; a review that came to any is not cancelled."))
        ?? review.BeforeLastStep(this)
        ?? Reason.NotBetween1And(1000, "reason");

    public ReviewCancelled Decide(PeerReview review) => new(review.Id, review.PartnershipId, Reason, OccurredOn);
}

public static class CancelReviewEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(CancelReview command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/cancellation")]
    public static (Recorded, Events) Post(CancelReview command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
