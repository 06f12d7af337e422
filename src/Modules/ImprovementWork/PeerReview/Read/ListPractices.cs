using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>A practice that a host offers, and who took it up; its words are null for whoever sees structure only.</summary>
public sealed record PracticeLine(PracticeId Id, Urn OfferedBy, ShownText? Title, ShownText? Description, Capacity ContactRole, DateOnly OfferedOn, IReadOnlyList<Urn> TakenUpBy)
{
    public static PracticeLine Of(PracticeOffered practice, PeerReview review, ReviewingPartnership partnership, Reader reader)
    {
        var seal = review.SealIn(partnership, reader.Acting.Today).Offered();
        return new(practice.PracticeId, practice.HostUrn, reader.Show(practice.Title, seal), reader.Show(practice.Description, seal), practice.ContactRole, practice.OccurredOn,
            [.. review.TakenUp.Where(taken => taken.PracticeId == practice.PracticeId).Select(taken => taken.TakenUpBy)]);
    }

    /// <summary>All that hosts of a partnership offer, the latest first.</summary>
    public static async Task<IReadOnlyList<(PeerReview Review, PracticeOffered Practice)>> AllAsync(PartnershipId partnership, IQuerySession session, CancellationToken token) =>
        [.. (await session.Query<PeerReview>().Where(review => review.PartnershipId == partnership).ToListAsync(token)).SelectMany(review => review.Practices.Select(practice => (Review: review, Practice: practice)))
            .OrderByDescending(one => one.Practice.OccurredOn).ThenBy(one => one.Practice.PracticeId.Value)];
}

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record PracticeList(IReadOnlyList<PracticeLine> Items, string? Next);

public static class ListPracticesEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The practices that hosts of this partnership offer after a review, the latest first, with their words for its heads and lead; at most limit (1 to 200, 50 unless told) after the
    /// practice named in after. With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/practices")]
    public static async Task<Results<Ok<PracticeList>, Csv<PracticeLine>>> Get(
        PartnershipId partnershipId, ReviewingPartnership partnership, PracticeId? after, int? limit, string? format, IQuerySession session, Reader reader, HttpContext http, CancellationToken token)
    {
        var size = limit ?? 50;
        var known = await PracticeLine.AllAsync(partnershipId, session, token);
        IReadOnlyList<(PeerReview Review, PracticeOffered Practice)> rest = after is null ? known : [.. known.SkipWhile(one => one.Practice.PracticeId != after).Skip(1)];
        var page = new PracticeList([.. rest.Take(size).Select(one => PracticeLine.Of(one.Practice, one.Review, partnership, reader))], http.NextPage(rest.Count > size ? rest[size - 1].Practice.PracticeId : null));
        return http.Request.AsksForCsv(format) ? new Csv<PracticeLine>("practices", page.Items) : TypedResults.Ok(page);
    }
}
