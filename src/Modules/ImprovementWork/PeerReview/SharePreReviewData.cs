using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host lays open to its reviewers what they should have read before they come. The things themselves stay with the school; their titles and fingerprints are kept.</summary>
public sealed record SharePreReviewData(IReadOnlyList<SharedItem> Items, AudienceRing Ring, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotByHostHead(this, acting, partnership)
        ?? review.OutOfStep(ReviewState.ProtocolConfirmed, ReviewState.DataShared, review.Protocol is null
            ? new("IMP-6", "The protocol is confirmed first: it says where what is shared may go.")
            : Contracts.Objection.Malformed("items", "The visit has begun; data is shared before it."))
        ?? review.BeforeLastStep(this)
        ?? (Items.Count is 0 or > 30 ? Contracts.Objection.Malformed("items", "One to thirty things are shared at a time.")
        : Ring is not (AudienceRing.ReviewTeam or AudienceRing.PeerGroupHeads) ? Contracts.Objection.Malformed("ring", "Before a visit data goes to the review team, or to the heads of the peer group.")
        : Items.Any(item => !IsFingerprint(item.ContentHash)) ? Contracts.Objection.Malformed("items", "A content hash is a SHA-256 in 64 lower-case hexadecimal digits.")
        : Items.Concat(review.Shared.SelectMany(shared => shared.Items)).GroupBy(item => item.ContentHash).Any(same => same.Count() > 1) ? Contracts.Objection.Malformed("items", "One of these is shared already.")
        : Items.Select(item => item.Title.NotBetween1And(200, "items")).FirstOrDefault(objection => objection is not null));

    public PreReviewDataShared Decide(PeerReview review) => new(review.Id, review.PartnershipId, Items, Ring, OccurredOn);

    private static bool IsFingerprint(string hash) => hash.Length == 64 && hash.All(digit => char.IsAsciiHexDigitLower(digit));
}

public static class SharePreReviewDataEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(SharePreReviewData command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/data")]
    public static (Recorded, Events) Post(SharePreReviewData command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
