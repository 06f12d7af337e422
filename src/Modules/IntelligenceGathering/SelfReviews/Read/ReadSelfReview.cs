using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

public static class ReadSelfReviewEndpoint
{
    public static async Task<(SelfReview?, SelfReviewAsSeen?)> LoadAsync(Urn urn, int academicYear, IQuerySession session, Reader reader, CancellationToken token) =>
        await SelfReview.FindAsync(urn, academicYear, session, token) is { } review
            ? (review, SelfReviewAsSeen.By(review, await AroundSchool.OfAsync(urn, session, token), reader)) : (null, null);

    public static Objection? Validate(SelfReviewAsSeen? seen) => seen is null ? Objection.Unknown("academicYear") : null;

    /// <summary>A school's self-review of an academic year (2026 for 2026/27) as far as you may see it: its texts for the head of the school and those with whom the head shared it, its
    /// structure for whoever may know of a partnership the school belongs to. The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/schools/{urn}/self-reviews/{academicYear}")]
    public static SelfReviewAsSeen Get([NotBody] SelfReview review, [NotBody] SelfReviewAsSeen seen, HttpResponse response)
    {
        response.ETagOf(review.Version);
        return seen;
    }
}
