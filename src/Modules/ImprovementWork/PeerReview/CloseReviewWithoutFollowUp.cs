using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A review ends although nothing followed it, and the record says so and why: it counts as a review without follow-through.</summary>
public sealed record CloseReviewWithoutFollowUp(ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, CheckIn? checkIn, Acting acting) =>
        review.NotRecordedByLead(acting, partnership)
        ?? review.NotClosedOn(this)
        ?? (workshop?.Held is not null && checkIn?.Held.IsEmpty == false ? Contracts.Objection.Malformed("why", "Workshop and check-in were held: this review was followed up.") : null)
        ?? Why.NotBetween1And(1000, "why");

    public ReviewClosedWithoutFollowUp Decide(PeerReview review) => new(review.Id, review.PartnershipId, Why, OccurredOn);
}

public static class CloseReviewWithoutFollowUpEndpoint
{
    public static Task<(ReviewingPartnership, ImprovementWorkshop?, CheckIn?)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        CloseReviewEndpoint.LoadAsync(review, session, token);

    public static Objection? Validate(CloseReviewWithoutFollowUp command, PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, CheckIn? checkIn, Acting acting) =>
        command.Objection(review, partnership, workshop, checkIn, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/closing-without-follow-up")]
    public static (Recorded, Events) Post(CloseReviewWithoutFollowUp command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
