using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

public static class ReadReportEndpoint
{
    public static async Task<(PeerReview?, ReportAsSeen?)> LoadAsync(ReviewId reviewId, IQuerySession session, Reader reader, CancellationToken token) =>
        await session.LoadAsync<PeerReview>((object)reviewId, token) is { } review
        && review.SealIn(await ReviewingPartnership.OfAsync(review, session, token), reader.Acting.Today) is var seal ? (review, ReportAsSeen.By(review, reader, seal)) : (null, null);

    /// <summary>Whether there is no such review, no final report, or no release, looks the same.</summary>
    public static Objection? Validate(ReportAsSeen? report) => report is null ? Objection.LacksCapacity("the host head, the review team, and whoever the head released a final report to") : null;

    /// <summary>The final report: all of it for the host head and the confirmed team, and for others as much as the host head released to them. The ETag is the version of the review.</summary>
    [WolverineGet("/api/v1/reviews/{reviewId}/report"), ProducesResponseType(StatusCodes.Status403Forbidden)]
    public static ReportAsSeen Get(ReviewId reviewId, PeerReview review, ReportAsSeen report, HttpResponse response)
    {
        response.ETagOf(review.Version);
        return report;
    }
}
