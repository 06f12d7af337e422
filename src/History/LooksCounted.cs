using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.History;

/// <summary>Looks of one person into one thing, on one day and by one right.</summary>
public sealed record LookCounted(
    DateOnly OccurredOn, SealedThing Thing, Guid ThingId, PersonId PersonId, PartnershipId PartnershipId, Capacity? Capacity, SightGround Ground, EmergencyAccessId? EmergencyAccessId, int Times, int Of);

/// <summary>Which lines are asked for.</summary>
/// <param name="After">How many lines come before them.</param>
/// <param name="Size">How many at most.</param>
/// <param name="From">First day, inclusive; null for the beginning.</param>
/// <param name="To">Last day, inclusive; null for today.</param>
public sealed record LooksAsked(int After, int Size, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Lines on one page, unless told.</summary>
    public const int OnAPage = 50;

    /// <summary>The lines of a page, counted from 1; the first unless told.</summary>
    public static LooksAsked Page(int? page) => new((int)Math.Min(int.MaxValue, (Math.Max(1L, page ?? 1) - 1) * OnAPage), OnAPage);

    public static Objection? Refused(int? limit, int? after) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : after is < 0 ? Objection.Malformed("after", "after is how many lines were read.")
        : null;

    /// <summary>Where the next page begins; null on the last.</summary>
    public int? Next(int of) => of > After + (long)Size ? After + Size : null;
}

/// <summary>One page of who looked, the latest first. A line is one person, thing, day and right: the database counts them, however many looks there were.</summary>
/// <param name="Lines">The lines of the page.</param>
/// <param name="Of">How many lines there are on all pages; 0 for a page after the last.</param>
public sealed record LooksCounted(IReadOnlyList<LookCounted> Lines, int Of)
{
    /// <summary>Into what belongs to these schools, by the URN they had when it began. That there is a concern among peers is known to the head of the school it is about, and to nobody else by a look: it is
    /// told only when <paramref name="concerns"/> is true.</summary>
    public static Task<LooksCounted> IntoSchoolsAsync(IQuerySession session, IEnumerable<Urn> schools, bool concerns, LooksAsked asked, CancellationToken token) =>
        ReadAsync(session, "d.data ->> 'ownerUrn' = any(?) and (? or d.data ->> 'thing' <> ?)", asked, token, schools.Select(urn => urn.ToString()).ToArray(), concerns, nameof(SealedThing.PeerConcern));

    /// <summary>Into what belongs to the partnership itself. A safeguarding referral that went past a head belongs to no school, and whoever saw that it was looked at would know of it: it is
    /// told only when <paramref name="referrals"/> is true.</summary>
    public static Task<LooksCounted> IntoPartnershipAsync(IQuerySession session, PartnershipId partnership, bool referrals, LooksAsked asked, CancellationToken token) =>
        ReadAsync(session, "CAST(d.data ->> 'partnershipId' as uuid) = ? and d.data ->> 'ownerUrn' is null and (? or d.data ->> 'thing' <> ?)", asked, token, partnership.Value, referrals, nameof(SealedThing.PeerReview));

    /// <summary>The lines with who it was, as far as the reader may know.</summary>
    public IReadOnlyList<LookLine> Told(PeopleShown people) =>
        [.. Lines.Select(line => new LookLine(line.OccurredOn, line.Thing, line.ThingId, people[line.PersonId], line.Capacity, line.Ground, line.EmergencyAccessId, line.Times))];

    private static async Task<LooksCounted> ReadAsync(IQuerySession session, string which, LooksAsked asked, CancellationToken token, params object[] of)
    {
        var lines = await session.AdvancedSql.QueryAsync<LookCounted>($"""
            select line || jsonb_build_object('times', times, 'of', count(*) over ()) from (
                select jsonb_strip_nulls(d.data - 'id' - 'at' - 'ownerUrn') as line, count(*) as times, max((d.data ->> 'at')::timestamptz) as latest from history.mt_doc_look as d where {which} and (d.data ->> 'occurredOn')::date between ? and ? group by 1) as counted
            order by latest desc, line offset ? limit ?
            """, token, [.. of, asked.From ?? DateOnly.MinValue, asked.To ?? DateOnly.MaxValue, asked.After, asked.Size]);
        return new(lines, lines.Count > 0 ? lines[0].Of : 0);
    }
}
