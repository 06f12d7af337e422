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
        !review.MayBeKnownTo(acting, partnership) ? Objection.Unknown()
        : !review.ActsAsHostHead(acting, partnership, acting.Today) ? Objection.LacksCapacity("the head of the host school")
        : review.Releases.All(release => release.ReleaseId != releaseId) ? Objection.Unknown()
        : null;

    /// <summary>Asks the head why; a release that was taken back says so.</summary>
    [WolverineGet("/reviews/{reviewId}/releases/{releaseId}/withdraw")]
    public static RazorComponentResult Get([ReadModel("reviewId")] PeerReview review, ReleaseId releaseId) => Page(review, releaseId, null, null);

    internal static RazorComponentResult Page(PeerReview review, ReleaseId id, string? why, Objection? objection) => new RazorComponentResult<WithdrawReleasePage>(new
    {
        Review = ReviewToRelease.Of(review), Release = review.Releases.Find(release => release.ReleaseId == id), WithdrawnOn = review.Withdrawn.Find(fact => fact.ReleaseId == id)?.OccurredOn, Why = why,
        Errors = objection is null ? Array.Empty<FieldError>() : [ReleaseReportPageEndpoint.Error(objection)],
    }) { StatusCode = objection?.Status ?? 200 };
}

public static class WithdrawReleaseFormEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ReleaseId releaseId, PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        WithdrawReleasePageEndpoint.Validate(releaseId, review, partnership, acting);

    /// <summary>Takes the release back, today. Pressed twice, it is taken back once.</summary>
    [WolverinePost("/reviews/{reviewId}/releases/{releaseId}/withdraw")]
    public static (IResult, Events) Post([FromForm] string? why, ReleaseId releaseId, [WriteModel("reviewId")] PeerReview review, ReviewingPartnership partnership, HttpContext http, Acting acting)
    {
        var done = TypedResults.LocalRedirect($"/reviews/{review.Id}/releases/{releaseId}/withdraw");
        if (review.Withdrawn.Any(fact => fact.ReleaseId == releaseId)) return (done, []);
        var command = new WithdrawRelease(new(why ?? ""), acting.Today);
        if ((Reasons.None.Objection(command, acting.Today) ?? command.Objection(releaseId, review, partnership, acting)) is { } objection) return (WithdrawReleasePageEndpoint.Page(review, releaseId, why, objection), []);
        http.Features.Set<ICommand>(command);
        return (done, [command.Decide(releaseId, review)]);
    }
}
