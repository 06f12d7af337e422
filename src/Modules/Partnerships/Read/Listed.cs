using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.Partnerships;

/// <summary>One page of what a partnership recorded, newest first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record Listed<TRow>(IReadOnlyList<TRow> Items, string? Next);

public static class Listing
{
    /// <summary>At most <paramref name="limit"/> rows (50 unless told) older than the fact with the version <paramref name="after"/>, of the days <paramref name="from"/> to
    /// <paramref name="to"/>, both inclusive.</summary>
    public static Listed<TRow> Page<TRow>(this IEnumerable<Row<TRow>> rows, HttpContext http, long? after, int? limit, DateOnly? from, DateOnly? to)
    {
        var found = rows.Where(row => !(row.Version >= after) && !(row.On < from) && !(row.On > to)).OrderByDescending(row => row.Version).Take((limit ?? 50) + 1).ToList();
        var page = found.Take(limit ?? 50).ToList();
        return new([.. page.Select(row => row.Of)], http.NextPage(found.Count > page.Count ? page[^1].Version : null));
    }

    /// <summary>The page as JSON, or as a file of this name where one is asked for.</summary>
    public static Results<Ok<Listed<TRow>>, Csv<TRow>> As<TRow>(this Listed<TRow> page, string name, HttpContext http, string? format) =>
        http.Request.AsksForCsv(format) ? new Csv<TRow>(name, page.Items) : TypedResults.Ok(page);

    /// <summary>All of them, as a page shows them.</summary>
    public static IReadOnlyList<TRow> NewestFirst<TRow>(this IEnumerable<Row<TRow>> rows) => [.. rows.OrderByDescending(row => row.Version).Select(row => row.Of)];

    public static Objection? NotWithin(int? limit) => limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.") : null;
}

/// <summary>A row, the version of the stream at which its fact stands, and the day of the fact.</summary>
public sealed record Row<TRow>(long Version, DateOnly On, TRow Of);

/// <summary>What a partnership's own stream tells, as far as one reader may see it. Nothing but the stream is asked: what a partnership keeps for itself has no second store.</summary>
public sealed class OwnStream(Partnership partnership, IReadOnlyList<IEvent> events, Reader reader)
{
    private readonly Seal _seal = partnership.Sealed(reader.Acting.Today, AudienceRing.PartnershipHeads);

    public Partnership Partnership { get; } = partnership;

    /// <summary>True when this reader sees structure only.</summary>
    public bool TextWithheld => !reader.SightOf(_seal).Inside;

    /// <summary>The facts of these kinds in one partnership's stream, oldest first; one round trip.</summary>
    public static async Task<OwnStream> ReadAsync(IQuerySession session, Partnership partnership, Reader reader, CancellationToken token, params Type[] kinds) => new(
        partnership, await session.Events.QueryAllRawEvents().Where(e => e.StreamId == partnership.Id.Value && e.EventTypesAre(kinds)).OrderBy(e => e.Version).ToListAsync(token), reader);

    public IEnumerable<Row<TFact>> All<TFact>() where TFact : class, IFact =>
        events.Where(e => e.Data is TFact).Select(e => (e.Version, Fact: (TFact)e.Data)).Select(told => new Row<TFact>(told.Version, told.Fact.OccurredOn, told.Fact));

    public IEnumerable<TFact> Facts<TFact>() where TFact : class, IFact => All<TFact>().Select(row => row.Of);

    /// <summary>The text, if this reader may see what the partnership keeps for itself.</summary>
    public ShownText? Show(ConfidentialText? text) => reader.Show(text, _seal);

    public IReadOnlyList<ShownText?> Show(IReadOnlyList<ConfidentialText> texts) => [.. texts.Select(text => Show(text))];

    /// <summary>A text of an account, which goes as far as its ring.</summary>
    public ShownText? ShowWithin(AudienceRing ring, ConfidentialText text) => reader.Show(text, Partnership.Sealed(reader.Acting.Today, ring));

    public bool OpensWithin(AudienceRing ring) => reader.SightOf(Partnership.Sealed(reader.Acting.Today, ring)).Inside;
}

public static class SealOfPartnership
{
    /// <summary>What the partnership keeps for itself: for its heads, and for its lead, its chairs, auditors and the board. An analyst sees structure.</summary>
    public static Seal Sealed(this Partnership partnership, DateOnly today, AudienceRing within)
    {
        var members = partnership.Members.MayKnow(today).ToList();
        return new(SealedThing.PartnershipRecord, partnership.Id.Value, new([], [], [], partnership.Id, members) { Quadrant = partnership.Quadrant }, within, [],
            acting => acting.Leads(partnership.Id) || acting.Is(Capacity.Auditor, Capacity.BoardMember) || members.Any(urn => acting.IsAt(urn, Capacity.ChairOfGovernors)));
    }
}
