using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>A final report whose release its owner has not settled: nobody outside the review's own circle has been told of it.</summary>
public sealed record ReportToRelease(ReviewId ReviewId, PartnershipId PartnershipId, Urn HostUrn, DateOnly FinalisedOn);

/// <summary>What a head is asked: whether, and to whom, they release the reports of their school.</summary>
public sealed record ReportsToRelease(IReadOnlyList<ReportToRelease> Items)
{
    public static async Task<ReportsToRelease> AskedOfAsync(Acting acting, IQuerySession session, CancellationToken token)
    {
        var schools = await KeptAsync(acting, session, token);
        if (schools.Length == 0) return new([]);
        var hosted = await session.Query<PeerReview>().Where(review => review.HostUrn.IsOneOf(schools) && review.Final != null).ToListAsync(token);
        var asked = hosted.Where(review => review is { State: ReviewState.Finalised, Releases.IsEmpty: true }).ToList();
        // A school may be succeeded in one partnership and not in another: each says for itself whose a report is.
        var partnerships = await ReviewingPartnership.EachAsync(asked.Select(review => review.PartnershipId), session, token);
        return new([.. asked.Where(review => review.ActsAsHostHead(acting, partnerships[review.PartnershipId], acting.Today)).OrderBy(review => review.Final!.OccurredOn).ThenBy(review => review.Id.Value)
            .Select(review => new ReportToRelease(review.Id, review.PartnershipId, review.HostUrn, review.Final!.OccurredOn))]);
    }

    /// <summary>The schools this person heads, and those they succeeded. Schools are rarely succeeded, so all of it is read, and only for somebody who heads one.</summary>
    public static async Task<Urn[]> KeptAsync(Acting acting, IQuerySession session, CancellationToken token)
    {
        List<Urn> schools = [.. acting.Held.Where(held => held.Capacity == Capacity.Headteacher && held.HeldOn(acting.Today)).Select(held => held.Urn).OfType<Urn>().Distinct()];
        if (schools.Count == 0) return [];
        var successions = await session.Events.QueryRawEventDataOnly<SchoolSucceeded>().ToListAsync(token);
        for (var at = 0; at < schools.Count; at++) schools.AddRange(successions.Where(one => one.NewUrn == schools[at]).Select(one => one.OldUrn).Except(schools).ToList());
        return [.. schools];
    }
}

public static class ReviewsToReleaseEndpoint
{
    /// <summary>Final reports of the schools you head, and of those they succeeded, that were never released; the oldest first. The question is put to you alone, and waits here: an answer is a
    /// release, and none is one too; once a review is closed it is asked no more. With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/reviews/to-release")]
    public static async Task<Results<Ok<ReportsToRelease>, Csv<ReportToRelease>>> Get(string? format, Acting acting, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var asked = await ReportsToRelease.AskedOfAsync(acting, session, token);
        return http.Request.AsksForCsv(format) ? new Csv<ReportToRelease>("reports-to-release", asked.Items) : TypedResults.Ok(asked);
    }
}

public static class ReviewsToReleasePageEndpoint
{
    /// <summary>The same question on a page, which a head's first page leads to.</summary>
    [WolverineGet("/reviews/to-release")]
    public static async Task<RazorComponentResult> Get(Acting acting, IQuerySession session, CancellationToken token)
    {
        var reports = (await ReportsToRelease.AskedOfAsync(acting, session, token)).Items;
        var schools = await SchoolInReview.AllAsync(reports.Select(report => report.HostUrn), session, token);
        return new RazorComponentResult<ReviewsToReleasePage>(new { Reports = reports, Names = schools.ToDictionary(school => school.Urn, school => school.Name) });
    }
}
