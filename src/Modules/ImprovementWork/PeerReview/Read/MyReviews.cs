using EssexImprovement.Contracts;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>The reviews somebody has a part in that go on: those they lead the partnership of, host as head, or were proposed for.</summary>
public static class MyReviewsEndpoint
{
    /// <summary>Your reviews and what each waits for, on a page; from there each is recorded. The page that the first one leads to.</summary>
    [WolverineGet("/reviews/mine")]
    public static async Task<RazorComponentResult> Get(Acting acting, IQuerySession session, CancellationToken token)
    {
        Guid[] led = [.. acting.Held.Where(held => held.Capacity == Capacity.PartnershipLead && held.HeldOn(acting.Today)).Select(held => held.PartnershipId?.Value).OfType<Guid>()];
        var kept = await ReportsToRelease.KeptAsync(acting, session, token);
        string[] hosts = [.. kept.Select(urn => urn.ToString())];
        var found = await session.Query<PeerReview>().Where(review => review.MatchesSql(
            "(CAST(d.data ->> 'partnershipId' as uuid) = any(?) or d.data ->> 'hostUrn' = any(?::varchar[]) or CAST(d.data ->> 'team' as jsonb) @> ?::jsonb)",
            led, hosts, $$"""[{"personId": "{{acting.Person}}"}]""")).ToListAsync(token);
        var mine = found.Where(review => review.State is not (ReviewState.Closed or ReviewState.Cancelled)).OrderBy(review => review.Plan.PlannedFrom).ThenBy(review => review.Id.Value).ToList();
        ReviewId[] ids = [.. mine.Select(review => review.Id)];
        var batch = session.CreateBatchQuery();
        var (workshops, checkIns) = (batch.Query<ImprovementWorkshop>().Where(one => one.ReviewId.IsOneOf(ids)).ToList(), batch.Query<CheckIn>().Where(one => one.ReviewId.IsOneOf(ids)).ToList());
        await batch.Execute(token);
        var schools = (await SchoolInReview.AllAsync(mine.Select(review => review.HostUrn), session, token)).ToDictionary(school => school.Urn, school => school.Name);
        var (held, looked, calendar) = ((await workshops).ToDictionary(one => one.ReviewId), (await checkIns).ToDictionary(one => one.ReviewId), await Calendar.ReadAsync(session, token));
        return new RazorComponentResult<MyReviewsPage>(new
        {
            Kept = kept,
            Reviews = mine.ConvertAll(review => ReviewOnBoard.Of(review, schools.GetValueOrDefault(review.HostUrn), held.GetValueOrDefault(review.Id), looked.GetValueOrDefault(review.Id), calendar, acting.Today)),
        });
    }
}
