using EssexImprovement.Contracts;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>The reviews somebody has a part in that go on: those they lead the partnership of, host as head, or were proposed for.</summary>
public static class MyReviewsEndpoint
{
    /// <summary>What waits for you in peer review, your reviews and what each waits for, on a page; from there each is recorded. The page that the first one leads to.</summary>
    [WolverineGet("/reviews/mine")]
    public static async Task<RazorComponentResult> Get(Acting acting, IQuerySession session, CancellationToken token)
    {
        Guid[] led = [.. acting.Held.Where(held => held.Capacity == Capacity.PartnershipLead && held.HeldOn(acting.Today)).Select(held => held.PartnershipId?.Value).OfType<Guid>()];
        var kept = await ReportsToRelease.KeptAsync(acting, session, token);
        string[] hosts = [.. kept.Select(urn => urn.ToString())];
        var found = (await session.Query<PeerReview>().Where(review => review.MatchesSql(
            "(CAST(d.data ->> 'partnershipId' as uuid) = any(?) or d.data ->> 'hostUrn' = any(?::varchar[]) or CAST(d.data ->> 'team' as jsonb) @> ?::jsonb)",
            led, hosts, $$"""[{"personId": "{{acting.Person}}"}]""")).ToListAsync(token)).OrderBy(review => review.Plan.PlannedFrom).ThenBy(review => review.Id.Value).ToList();
        var mine = found.FindAll(review => review.State is not (ReviewState.Closed or ReviewState.Cancelled));
        ReviewId[] ids = [.. mine.Select(review => review.Id)];
        var batch = session.CreateBatchQuery();
        var (workshops, checkIns, concerns) = (batch.Query<ImprovementWorkshop>().Where(one => one.ReviewId.IsOneOf(ids)).ToList(), batch.Query<CheckIn>().Where(one => one.ReviewId.IsOneOf(ids)).ToList(),
            batch.Query<PeerConcern>().Where(concern => concern.Urn.IsOneOf(kept) && concern.ResponseAskedOn != null && concern.Response == null && concern.Resolved == null && concern.Reviewed == null).ToList());
        await batch.Execute(token);
        var asked = await concerns;
        var schools = await SchoolsNamed.OfAsync([.. found.Select(review => review.HostUrn), .. asked.Select(concern => concern.Urn)], session, token);
        var (held, looked, calendar) = ((await workshops).ToDictionary(one => one.ReviewId), (await checkIns).ToDictionary(one => one.ReviewId), await Calendar.ReadAsync(session, token));
        return new RazorComponentResult<MyReviewsPage>(new
        {
            Kept = kept,
            Waiting = found.SelectMany(review => WaitingForYou.In(review, schools[review.HostUrn], kept.Contains(review.HostUrn), calendar, acting))
                .Concat(asked.Select(concern => WaitingForYou.Of(concern, schools[concern.Urn]))).ToList(),
            Reviews = mine.ConvertAll(review => ReviewOnBoard.Of(review, schools[review.HostUrn], held.GetValueOrDefault(review.Id), looked.GetValueOrDefault(review.Id), calendar, acting.Today)),
        });
    }
}
