using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host head takes a release back: a consent that cannot be withdrawn is none. What was read stays read, and what was cited stays cited; it ends today, never on a day on which
/// others still read by it.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record WithdrawRelease(ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ReleaseId releaseId, PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : !review.ActsAsHostHead(acting, partnership, OccurredOn) ? new("IMP-12", "Only the head of the host school takes a release of its report back.", null, 403)
        : review.Releases.Find(given => given.ReleaseId == releaseId) is not { } release ? Contracts.Objection.Unknown("releaseId")
        : !review.OpenReleases().Contains(release) ? Contracts.Objection.Malformed("releaseId", "This release is withdrawn already.")
        : OccurredOn != acting.Today ? Contracts.Objection.Malformed("occurredOn", "A release is taken back from today: until now it let others read.")
        : OccurredOn < release.OccurredOn ? Contracts.Objection.Malformed("occurredOn", $"It was released on {release.OccurredOn:d MMMM yyyy}; it is withdrawn on that day or later.")
        : Why.NotBetween1And(1000, "why");

    public ReleaseWithdrawn Decide(ReleaseId releaseId, PeerReview review) => new(review.Id, review.PartnershipId, releaseId, Why, OccurredOn);
}

public static class WithdrawReleaseEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(WithdrawRelease command, ReleaseId releaseId, PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        command.Objection(releaseId, review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/releases/{releaseId}/withdrawal")]
    public static (Recorded, Events) Post(WithdrawRelease command, ReleaseId releaseId, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(releaseId, review)]);
}
