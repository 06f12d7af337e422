using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The visit is put off to other days; everything agreed so far stands.</summary>
public sealed record PostponeReview(DateOnly PlannedFrom, DateOnly PlannedTo, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.DataShared, Contracts.Objection.Malformed("plannedFrom", "The visit has begun; it is not put off any more."))
        ?? (OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A review is put off once it is planned.")
        : DaysOfVisit.NotPlanned(PlannedFrom, PlannedTo, OccurredOn, partnership.LongestVisitOf(review)) is { } days ? days
        : (PlannedFrom, PlannedTo) == (review.Plan.PlannedFrom, review.Plan.PlannedTo) ? Contracts.Objection.Malformed("plannedFrom", "These are the planned days already.")
        : Reason.NotBetween1And(1000, "reason"));

    public ReviewPostponed Decide(PeerReview review) => new(review.Id, review.PartnershipId, PlannedFrom, PlannedTo, Reason, OccurredOn);
}

public static class PostponeReviewEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(PostponeReview command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/postponement")]
    public static (Recorded, Events) Post(PostponeReview command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
