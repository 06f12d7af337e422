using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The cycle of a review is complete: what it found was worked on, and looked at again.</summary>
public sealed record CloseReview(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, CheckIn? checkIn, Acting acting) =>
        review.NotRecordedByLead(acting, partnership)
        ?? review.NotClosedOn(this)
        ?? (workshop?.Held is not { } held || checkIn?.Held.IsEmpty != false
                ? new("IMP-15", "A review is closed after its workshop and a check-in. Without them it is closed as one without follow-up, which says why.")
            : OccurredOn < held.OccurredOn || checkIn.Held.All(one => one.OccurredOn > OccurredOn) ? Contracts.Objection.Malformed("occurredOn", "Workshop and check-in were held after that day.")
            : null);

    public ReviewClosed Decide(PeerReview review) => new(review.Id, review.PartnershipId, OccurredOn);
}

public static class CloseReviewEndpoint
{
    public static async Task<(ReviewingPartnership, ImprovementWorkshop?, CheckIn?)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await session.LoadAsync<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), token),
            await session.LoadAsync<CheckIn>(CheckIn.StreamOf(review.Id), token));

    public static Objection? Validate(CloseReview command, PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, CheckIn? checkIn, Acting acting) =>
        command.Objection(review, partnership, workshop, checkIn, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/closing")]
    public static (Recorded, Events) Post(CloseReview command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
