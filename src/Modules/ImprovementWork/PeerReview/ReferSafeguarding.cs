using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A safeguarding concern goes at once to whom the protocol names. Only the route, the day and the acknowledgement are kept, never what it is about.</summary>
public sealed record ReferSafeguarding(SafeguardingRecipient To, bool Acknowledged, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByTeam(acting, partnership)
        ?? (review.State is ReviewState.Closed or ReviewState.Cancelled ? new("XCT-9", "This review is over; nothing is added to it.")
        : OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "The review was not planned yet.")
        : review.Referrals.Exists(known => (known.To, known.Acknowledged, known.OccurredOn) == (To, Acknowledged, OccurredOn)) ? Contracts.Objection.Malformed("to", "This referral is recorded already.")
        : null);

    public SafeguardingReferred Decide(PeerReview review) => new(review.Id, review.PartnershipId, To, Acknowledged, OccurredOn);
}

public static class ReferSafeguardingEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ReferSafeguarding command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/safeguarding-referrals")]
    public static (Recorded, Events) Post(ReferSafeguarding command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
