using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>One line of the list of reviews.</summary>
public sealed record ReviewLine(ReviewId Id, Urn HostUrn, int AcademicYear, int Round, ReviewModel Model, ReviewState State, DateOnly PlannedFrom, DateOnly PlannedTo);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record ReviewList(IReadOnlyList<ReviewLine> Items, string? Next);

public static class ListReviewsEndpoint
{
    /// <summary>The reviews of the partnership that the reader may know of, by day; null when they may not know of the partnership either.</summary>
    public static async Task<IReadOnlyList<ReviewLine>?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Reader reader, CancellationToken token)
    {
        if (await ReviewingPartnership.FindAsync(partnershipId, session, token) is not { } partnership) return null;
        var reviews = await session.Query<PeerReview>().Where(review => review.PartnershipId == partnershipId).ToListAsync(token);
        var known = reviews.Where(review => review.ExistsFor(reader, partnership)).OrderBy(review => review.Plan.PlannedFrom).ThenBy(review => review.Id.Value).ToList();
        return known.Count == 0 && !partnership.MayBeKnownTo(reader.Acting) ? null
            : [.. known.Select(review => new ReviewLine(
                review.Id, review.HostUrn, review.Plan.AcademicYear, review.Plan.Round, review.Plan.Model, review.State, review.Plan.PlannedFrom, review.Plan.PlannedTo))];
    }

    public static Objection? Validate(IReadOnlyList<ReviewLine>? known, int? limit, ReviewId? after, string? state) =>
        state is not null && Kebab.Read<ReviewState>(state) is null ? Objection.Malformed("state", $"state is one of {Kebab.Names<ReviewState>()}.") :
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : known is null ? Objection.Unknown("partnershipId")
        : after is not null && known.All(line => line.Id != after) ? Objection.Unknown("after")
        : null;

    /// <summary>The reviews of one partnership, by their first planned day; at most limit of them (1 to 200, 50 unless told) after the review named in after; of this host, academic year
    /// (the year it begins) and state where they are named.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/reviews")]
    public static Results<Ok<ReviewList>, Csv<ReviewLine>> Get(
        PartnershipId partnershipId, IReadOnlyList<ReviewLine> known, ReviewId? after, int? limit, Urn? hostUrn, int? academicYear, string? state, string? format, HttpContext http)
    {
        var size = limit ?? 50;
        var rest = (after is null ? known : known.SkipWhile(line => line.Id != after).Skip(1))
            .Where(line => (hostUrn is null || line.HostUrn == hostUrn) && (academicYear is null || line.AcademicYear == academicYear) && (state is null || line.State == Kebab.Read<ReviewState>(state))).ToList();
        var page = new ReviewList([.. rest.Take(size)], http.NextPage(rest.Count > size ? rest[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<ReviewLine>("reviews", page.Items) : TypedResults.Ok(page);
    }
}
