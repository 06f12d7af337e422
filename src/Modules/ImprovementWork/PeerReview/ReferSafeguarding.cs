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
    /// <param name="review">The review.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="acting">Who records.</param>
    /// <param name="known">The referrals so far. Only one's own are compared: a refusal would tell of another's.</param>
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting, IReadOnlyList<Referral> known) =>
        review.NotRecordedByTeam(acting, partnership)
        ?? (review.State is ReviewState.Closed or ReviewState.Cancelled ? new("XCT-9", "This review is over; nothing is added to it.")
        : OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "The review was not planned yet.")
        : known.Any(referral => referral.By == acting.Person && (referral.Fact.To, referral.Fact.Acknowledged, referral.Fact.OccurredOn) == (To, Acknowledged, OccurredOn)) ? Contracts.Objection.Malformed("to", "This referral is recorded already.")
        : null);

    public SafeguardingReferred Decide(PeerReview review) => new(review.Id, review.PartnershipId, To, Acknowledged, OccurredOn);
}

public static class ReferSafeguardingEndpoint
{
    public static async Task<(ReviewingPartnership, IReadOnlyList<Referral>)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await Referral.AllAsync(review, session, token));

    public static Objection? Validate(ReferSafeguarding command, PeerReview review, ReviewingPartnership partnership, IReadOnlyList<Referral> known, Acting acting) =>
        command.Objection(review, partnership, acting, known);

    [WolverinePost("/api/v1/reviews/{reviewId}/safeguarding-referrals")]
    public static (Recorded, Events) Post(ReferSafeguarding command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
