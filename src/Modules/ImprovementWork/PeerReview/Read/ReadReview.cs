using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

public static class ReadReviewEndpoint
{
    public static async Task<ReviewAsSeen?> LoadAsync(PeerReview review, IQuerySession session, Reader reader, CancellationToken token) =>
        ReviewAsSeen.By(review, await ReviewingPartnership.OfAsync(review, session, token), reader, await Referral.AllAsync(review, session, token));

    public static Objection? Validate(ReviewAsSeen? seen) => seen is null ? Objection.Unknown() : null;

    /// <summary>A review as far as you may see it: its texts for the host head and the confirmed team, what was released for those it was released to, its structure for
    /// whoever may know of the partnership. The ETag is the version to send back as If-Match. With format=csv or Accept: text/csv, the same as a
    /// file, a line for each piece of evidence, finding and whatever else it lists.</summary>
    [WolverineGet("/api/v1/reviews/{reviewId}")]
    public static Results<Ok<ReviewAsSeen>, Csv<ReviewAsSeen>> Get([ReadModel("reviewId")] PeerReview review, ReviewAsSeen seen, string? format, HttpContext http)
    {
        http.Response.ETagOf(review.Version);
        return http.Request.AsksForCsv(format) ? new Csv<ReviewAsSeen>("review", [seen]) : TypedResults.Ok(seen);
    }
}
