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
        var batch = session.CreateBatchQuery();
        var (parts, unanswered) = (batch.Query<PeerReview>().Where(review => review.MatchesSql(
            "(CAST(d.data ->> 'partnershipId' as uuid) = any(?) or d.data ->> 'hostUrn' = any(?::varchar[]) or CAST(d.data ->> 'team' as jsonb) @> ?::jsonb)",
            led, hosts, $$"""[{"personId": "{{acting.Person}}"}]""")).ToList(),
            batch.Query<PeerConcern>().Where(concern => concern.Urn.IsOneOf(kept) && concern.ResponseAskedOn != null && concern.Response == null && concern.Resolved == null && concern.Reviewed == null).ToList());
        await batch.Execute(token);

        // A school may be succeeded in one partnership and not in another: each says for itself whose a thing is.
        var partnerships = await ReviewingPartnership.EachAsync((await parts).Select(review => review.PartnershipId).Concat((await unanswered).Select(concern => concern.PartnershipId)), session, token);
        var found = (await parts).Where(review => review.MayBeKnownTo(acting, partnerships[review.PartnershipId]) && review.State is not (ReviewState.Closed or ReviewState.Cancelled))
            .OrderBy(review => review.Plan.PlannedFrom).ThenBy(review => review.Id.Value).ToList();
        var concerns = (await unanswered).Where(concern => concern.IsAnsweredBy(acting, partnerships[concern.PartnershipId], acting.Today)).ToList();
        var hosted = found.Where(review => review.ActsAsHostHead(acting, partnerships[review.PartnershipId], acting.Today)).Select(review => review.Id).ToHashSet();

        ReviewId[] ids = [.. found.Select(review => review.Id)];
        batch = session.CreateBatchQuery();
        var (workshops, checkIns) = (batch.Query<ImprovementWorkshop>().Where(one => one.ReviewId.IsOneOf(ids)).ToList(), batch.Query<CheckIn>().Where(one => one.ReviewId.IsOneOf(ids)).ToList());
        await batch.Execute(token);
        var schools = await SchoolsNamed.OfAsync([.. found.Select(review => review.HostUrn), .. concerns.Select(concern => concern.Urn)], session, token);
        var (held, looked, calendar) = ((await workshops).ToDictionary(one => one.ReviewId), (await checkIns).ToDictionary(one => one.ReviewId), await Calendar.ReadAsync(session, token));
        return new RazorComponentResult<MyReviewsPage>(new
        {
            Hosted = hosted,
            Waiting = found.SelectMany(review => WaitingForYou.In(review, schools[review.HostUrn], hosted.Contains(review.Id), calendar, acting)).Concat(concerns.Select(concern => WaitingForYou.Of(concern, schools[concern.Urn]))).ToList(),
            Reviews = found.ConvertAll(review => ReviewOnBoard.Of(review, schools[review.HostUrn], held.GetValueOrDefault(review.Id), looked.GetValueOrDefault(review.Id), calendar, acting.Today)),
        });
    }
}
