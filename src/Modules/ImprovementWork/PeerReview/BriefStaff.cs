using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host's staff hear what a review is, and what it is not, before anybody visits them.</summary>
public sealed record BriefStaff(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.DataShared, Contracts.Objection.Malformed("occurredOn", "The visit has begun; a briefing comes before it."))
        ?? (OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "Staff are briefed once the review is planned.")
        : review.StaffBriefedOn is not null ? Contracts.Objection.Malformed("occurredOn", "The briefing of staff is recorded already.")
        : null);

    public StaffBriefed Decide(PeerReview review) => new(review.Id, review.PartnershipId, OccurredOn);
}

public static class BriefStaffEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(BriefStaff command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/staff-briefing")]
    public static (Recorded, Events) Post(BriefStaff command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
