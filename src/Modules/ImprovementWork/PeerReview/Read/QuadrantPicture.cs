using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>How many reviews of one academic year there are, in numbers alone.</summary>
/// <param name="AcademicYear">The year the academic year of the visits begins.</param>
/// <param name="UnderWay">Planned or going on, with no final report yet.</param>
/// <param name="Sealed">With a final report of which nothing was released to the quadrant.</param>
/// <param name="Released">With a final report of which something was released to the quadrant.</param>
public sealed record ReviewsOfYear(int AcademicYear, int UnderWay, int Sealed, int Released);

/// <summary>What several schools enquired about.</summary>
/// <param name="Area">The area.</param>
/// <param name="Hosts">How many schools; never fewer than the policy asks.</param>
public sealed record Theme(ImprovementArea Area, int Hosts);

/// <summary>Peer review in one quadrant: counts, and themes that enough schools share. It names no school and no partnership, and says nothing of what a review found (B.7).</summary>
/// <param name="Quadrant">The quadrant.</param>
/// <param name="Partnerships">How many partnerships were formed in it and are not dissolved.</param>
/// <param name="Years">Its reviews year by year, the latest first; cancelled ones are left out.</param>
/// <param name="Themes">Areas of enquiry of reviews whose heads released at least their themes to the quadrant, the most frequent first.</param>
/// <param name="HostsNeeded">How many hosts a theme needs to be told.</param>
public sealed record QuadrantPicture(Quadrant Quadrant, int Partnerships, IReadOnlyList<ReviewsOfYear> Years, IReadOnlyList<Theme> Themes, int HostsNeeded)
{
    /// <summary>True for the chair of this quadrant, and for whoever may read about every partnership.</summary>
    public static bool IsFor(Acting acting, Quadrant quadrant) => acting.ChairsQuadrant(quadrant) || acting.ReadsEverywhere;

    /// <summary>Two round trips: which partnerships there are, and of their reviews what is counted.</summary>
    public static async Task<QuadrantPicture> ReadAsync(Quadrant quadrant, DateOnly today, IQuerySession session, CancellationToken token)
    {
        var facts = await session.Events.QueryAllRawEvents().Where(e => e.EventTypesAre(typeof(PartnershipFormed), typeof(PartnershipDissolved), typeof(SchoolSucceeded))).OrderBy(e => e.Sequence).ToListAsync(token);
        PartnershipId[] formed = [.. facts.Select(e => e.Data).OfType<PartnershipFormed>().Where(fact => fact.Quadrant == quadrant).Select(fact => fact.PartnershipId)];
        var reviews = await session.Query<PeerReview>().Where(review => review.PartnershipId.IsOneOf(formed))
            .Select(review => new ReviewCounted(review.HostUrn, review.Plan, review.State, review.Final, review.Releases, review.Withdrawn, review.Enquiry)).ToListAsync(token);
        var now = facts.Select(e => e.Data).OfType<SchoolSucceeded>().GroupBy(fact => fact.OldUrn).ToDictionary(old => old.Key, old => old.Last().NewUrn);
        return Of(quadrant, formed.Except(facts.Select(e => e.Data).OfType<PartnershipDissolved>().Select(fact => fact.PartnershipId)).Count(), [.. reviews.Select(review => review with { HostUrn = Last(review.HostUrn) })], today);

        // A school that took another's place is no second host.
        Urn Last(Urn urn)
        {
            List<Urn> line = [urn];
            while (now.TryGetValue(line[^1], out var next) && !line.Contains(next)) line.Add(next);
            return line[^1];
        }
    }

    /// <summary>The same from what was read: counting alone.</summary>
    public static QuadrantPicture Of(Quadrant quadrant, int partnerships, IReadOnlyList<ReviewCounted> reviews, DateOnly today)
    {
        var held = reviews.Where(review => review.State != ReviewState.Cancelled).ToList();
        return new(quadrant, partnerships,
            [.. from review in held
                group review by review.Plan.AcademicYear into year
                orderby year.Key descending
                select new ReviewsOfYear(year.Key, year.Count(review => review.Final is null), year.Count(review => review.Final is not null && !review.IsReleased(today)), year.Count(review => review.Final is not null && review.IsReleased(today)))],
            [.. from review in held
                where review.Final is not null && review.Enquiry is not null && review.IsReleased(today)
                group review.HostUrn by review.Enquiry!.Area into area
                let hosts = area.Distinct().Count()
                where hosts >= ReviewPolicy.HostsForThemes
                orderby hosts descending, area.Key
                select new Theme(area.Key, hosts)],
            ReviewPolicy.HostsForThemes);
    }
}

/// <summary>What of a review is counted.</summary>
public sealed record ReviewCounted(
    Urn HostUrn, ReviewPlanned Plan, ReviewState State, ReportFinalised? Final, IReadOnlyList<ReportReleased> Releases, IReadOnlyList<ReleaseWithdrawn> Withdrawn, EnquiryAgreed? Enquiry)
{
    /// <summary>True while a release lets quadrant and board see something of it, be it its themes alone.</summary>
    public bool IsReleased(DateOnly today) => Releases.Any(release =>
        release.Ring >= AudienceRing.QuadrantAndBoard && !(release.ExpiresOn < today) && !Withdrawn.Any(taken => taken.ReleaseId == release.ReleaseId));
}

public static class ReadQuadrantPictureEndpoint
{
    public static Objection? Validate(string quadrant, Acting acting) =>
        Kebab.Read<Quadrant>(quadrant) is { } known && QuadrantPicture.IsFor(acting, known) ? null : Objection.Unknown("quadrant");

    /// <summary>Peer review in a quadrant (mid, north-east, south or west), for its chair, the board, analysts and auditors: how many reviews are under way, sealed and released in each year, and
    /// the themes that at least four schools share and let travel. With format=csv or Accept: text/csv, the years as a file.</summary>
    [WolverineGet("/api/v1/quadrants/{quadrant}/picture")]
    public static async Task<Results<Ok<QuadrantPicture>, Csv<ReviewsOfYear>>> Get(string quadrant, string? format, Acting acting, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var picture = await QuadrantPicture.ReadAsync(Kebab.Read<Quadrant>(quadrant)!.Value, acting.Today, session, token);
        return http.Request.AsksForCsv(format) ? new Csv<ReviewsOfYear>("quadrant", picture.Years) : TypedResults.Ok(picture);
    }
}

public static class QuadrantPicturePageEndpoint
{
    public static Objection? Validate(string quadrant, Acting acting) => ReadQuadrantPictureEndpoint.Validate(quadrant, acting);

    /// <summary>Peer review in a quadrant as a picture with its table: counts and themes alone.</summary>
    [WolverineGet("/quadrants/{quadrant}")]
    public static async Task<RazorComponentResult> Get(string quadrant, Acting acting, IQuerySession session, CancellationToken token) =>
        new RazorComponentResult<QuadrantPicturePage>(new { Picture = await QuadrantPicture.ReadAsync(Kebab.Read<Quadrant>(quadrant)!.Value, acting.Today, session, token), Name = quadrant });
}
