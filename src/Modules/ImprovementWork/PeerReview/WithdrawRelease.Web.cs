using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

public static class WithdrawReleasePageEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ReleaseId releaseId, PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        ReleasePageEndpoint.Validate(releaseId, review, partnership, acting);

    /// <summary>Asks why, before a release is taken back.</summary>
    [WolverineGet("/reviews/{reviewId}/releases/{releaseId}/withdraw")]
    public static IResult Get(ReleaseId releaseId, [ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.Withdrawn.Exists(taken => taken.ReleaseId == releaseId) ? WithdrawReleaseFormEndpoint.Done(review, releaseId)
        : Page(review, releaseId, ReleasePages.LedgerOf(review, partnership, acting), null, null);

    internal static RazorComponentResult Page(PeerReview review, ReleaseId releaseId, string ledger, string? why, Objection? objection) => new RazorComponentResult<WithdrawReleasePage>(new
    {
        Review = review, Release = review.Releases.Single(release => release.ReleaseId == releaseId), Ledger = ledger, Why = why,
        Errors = objection is null ? Array.Empty<FieldError>() : [new(objection.Field, objection.Detail)],
    }) { StatusCode = objection?.Status ?? 200 };
}

public static class WithdrawReleaseFormEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ReleaseId releaseId, PeerReview review, [NotBody] ReviewingPartnership partnership, Acting acting) =>
        ReleasePageEndpoint.Validate(releaseId, review, partnership, acting);

    /// <summary>Takes it back today. Whoever pressed the button twice has taken it back once.</summary>
    [WolverinePost("/reviews/{reviewId}/releases/{releaseId}/withdraw")]
    public static (IResult, Events) Post(
        ReleaseId releaseId, [FromForm] string? why, [WriteModel("reviewId")] PeerReview review, [NotBody] ReviewingPartnership partnership, Acting acting)
    {
        if (review.Withdrawn.Exists(taken => taken.ReleaseId == releaseId)) return (Done(review, releaseId), []);
        var command = new WithdrawRelease(new(why ?? ""), acting.Today);
        return command.Objection(releaseId, review, partnership, acting) is { } objection
            ? (WithdrawReleasePageEndpoint.Page(review, releaseId, ReleasePages.LedgerOf(review, partnership, acting), why, objection), [])
            : (Done(review, releaseId), [command.Decide(releaseId, review)]);
    }

    internal static RedirectHttpResult Done(PeerReview review, ReleaseId release) => TypedResults.LocalRedirect($"/reviews/{review.Id}/releases/{release}");
}
