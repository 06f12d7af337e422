using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;

namespace EssexImprovement.History;

/// <summary>One line of a timeline.</summary>
/// <param name="Id">The event's id, to cite or to look up.</param>
/// <param name="Sequence">Its place in the ledger; send the last one back as <c>after</c>.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="LateEntryDays">Days between the two.</param>
/// <param name="Lane">The room that told it.</param>
/// <param name="Fact">The stored name of the fact.</param>
/// <param name="Heading">Subject and outcome.</param>
/// <param name="Sentence">What happened, in one sentence.</param>
/// <param name="Actor">Who recorded it, by pseudonym; null when the service did.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="Command">By which command.</param>
/// <param name="Sensitivity">How closely the fact is held; no line carries confidential text.</param>
/// <param name="StageBefore">The stage it led from, for a fact that changes the stage.</param>
/// <param name="StageAfter">The stage it led to.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="CorrelationId">What it was recorded together with.</param>
/// <param name="CausationId">What led to its recording.</param>
/// <param name="Details">Small facts of the fact: URNs, counts, days, words of enumerations, identities of things.</param>
public sealed record TimelineLine(
    Guid Id, long Sequence, DateOnly OccurredOn, DateTimeOffset RecordedAt, int LateEntryDays, string Lane, string Fact, string Heading, string Sentence,
    PersonId? Actor, Capacity Capacity, string? Command, Sensitivity Sensitivity, Stage? StageBefore, Stage? StageAfter, Guid StreamId, long Version,
    string? CorrelationId, string? CausationId, IReadOnlyDictionary<string, string> Details)
{
    public static TimelineLine Of(TimelineEntry entry, SchoolNames schools, IEnumerable<TimelineEntry> stages)
    {
        var (heading, sentence) = Narration.Of(entry.Fact, entry.Details, schools);
        return new(
            entry.Id, entry.Sequence, entry.OccurredOn, entry.RecordedAt, entry.LateEntryDays, entry.Lane, entry.Fact, heading, sentence, entry.Actor, entry.Capacity,
            entry.Command, entry.Sensitivity, stages.Before(entry), entry.Stage, entry.StreamId, entry.StreamVersion, entry.CorrelationId, entry.CausationId,
            new SortedDictionary<string, string>(entry.Details.ToDictionary(), StringComparer.Ordinal)); // The database keeps an order of its own.
    }
}

/// <summary>A page of a partnership's history, from where in time it was asked.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="AsOf">Both clocks, as asked.</param>
/// <param name="StageBands">When it was in which stage, as far as was known.</param>
/// <param name="Total">Entries in all, over every page.</param>
/// <param name="Sealed">How many of them are sealed: counted here, their content with the host school.</param>
/// <param name="Entries">The lines of this page.</param>
/// <param name="Next">The address of the next page; null on the last. Pages are for one reading: to follow the ledger, read again from the start of what you hold.</param>
public sealed record TimelinePage(
    PartnershipId PartnershipId, AsOf AsOf, IReadOnlyList<StageBand> StageBands, int Total, int Sealed, IReadOnlyList<TimelineLine> Entries, string? Next);

/// <summary>What is asked of a timeline.</summary>
/// <param name="AsOf">From where in time.</param>
/// <param name="Lane">Only this room; null for all.</param>
/// <param name="From">Only what happened on this day or later.</param>
/// <param name="Occurred">True for the order of happening, false for the order of the ledger.</param>
/// <param name="After">Only what comes after the entry with this sequence.</param>
/// <param name="Limit">At most so many, 1 to 1,000.</param>
/// <param name="Objection">Why it cannot be asked, if it cannot.</param>
public sealed record TimelineQuestion(AsOf AsOf, string? Lane, DateOnly? From, bool Occurred, long? After, int Limit, Objection? Objection = null)
{
    public const int MostAtOnce = 1000;

    public static TimelineQuestion Read(string? occurredUpTo, string? recordedUpTo, string? lane, string? from, string? order, string? after, string? limit)
    {
        var (asOf, objection) = AsOf.Read(occurredUpTo, recordedUpTo);
        lane = string.IsNullOrEmpty(lane) ? null : lane;
        objection ??= lane is not null && !FactTypes.Lanes.Contains(lane) ? Objection.Malformed("lane", $"A lane is one of {string.Join(", ", FactTypes.Lanes)}.") : null;
        if (!AsOf.IsDay(from, out var first)) objection ??= Objection.Malformed("from", "A day is written like 2026-06-03.");
        if (order is not (null or "" or "recorded" or "occurred")) objection ??= Objection.Malformed("order", "order is recorded or occurred.");
        if (!IsNumber(after, 0, long.MaxValue, out var sequence)) objection ??= Objection.Malformed("after", "after is the sequence of an entry.");
        if (!IsNumber(limit, 1, MostAtOnce, out var most)) objection ??= Objection.Malformed("limit", $"limit is 1 to {MostAtOnce}.");
        return new(asOf, lane, first, order == "occurred", sequence, (int)(most ?? 100), objection);
    }

    /// <summary>What the question is about, before paging.</summary>
    public IQueryable<TimelineEntry> Narrow(IQueryable<TimelineEntry> entries)
    {
        entries = AsOf.Narrow(entries);
        if (Lane is { } lane) entries = entries.Where(entry => entry.Lane == lane);
        if (From is { } first) entries = entries.Where(entry => entry.OccurredOn >= first);
        return entries;
    }

    /// <summary>One page and one entry more, which tells whether there is a next one.</summary>
    public Func<IQueryable<TimelineEntry>, IQueryable<TimelineEntry>> Page(TimelineEntry? last) => entries =>
    {
        var (most, after) = (Limit + 1, After ?? 0); // LINQ to SQL takes values, not sums.
        entries = Narrow(entries);
        if (!Occurred) return entries.Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence).Take(most);
        if (last is { OccurredOn: var day, RecordedAt: var instant })
            entries = entries.Where(entry => entry.OccurredOn > day || (entry.OccurredOn == day && (entry.RecordedAt > instant || (entry.RecordedAt == instant && entry.Sequence > after))));
        return entries.OrderBy(entry => entry.OccurredOn).ThenBy(entry => entry.RecordedAt).ThenBy(entry => entry.Sequence).Take(most);
    };

    public string Address(PartnershipId partnership, long after)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("occurredUpTo", Iso(AsOf.OccurredUpTo)), ("recordedUpTo", Iso(AsOf.RecordedUpTo)), ("lane", Lane), ("from", Iso(From)), ("order", Occurred ? "occurred" : null),
            ("after", $"{after}"), ("limit", $"{Limit}"),
        };
        return $"/api/v1/partnerships/{partnership}/timeline?{string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}"))}";
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNumber(string? text, long least, long most, out long? number)
    {
        var read = long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
        number = read ? value : null;
        return read || string.IsNullOrEmpty(text);
    }
}

public static class Timeline
{
    /// <summary>Reads one page of a partnership's history; the same question over the same ledger answers the same bytes.</summary>
    public static async Task<TimelinePage> ReadAsync(IQuerySession session, PartnershipId partnership, TimelineQuestion question, CancellationToken token)
    {
        var (page, stages, total, sealedOnes) = await Gathered.ReadAsync(session, partnership, async history =>
        {
            var last = question is { Occurred: true, After: { } after } ? (await history.EntriesAsync(all => all.Where(entry => entry.Sequence == after), token)).SingleOrDefault() : null;
            return (
                await history.EntriesAsync(question.Page(last), token),
                await history.EntriesAsync(all => question.AsOf.Narrow(all).Where(entry => entry.Stage != null), token),
                await history.CountAsync(question.Narrow, token),
                await history.CountAsync(all => question.Narrow(all).Where(entry => entry.Sensitivity == Sensitivity.Sealed), token));
        }, token);
        var shown = page.Take(question.Limit).ToList();
        var schools = await SchoolNames.OfAsync(session, shown, question.AsOf, token);
        return new(partnership, question.AsOf, StageBands.Of(stages), total, sealedOnes, [.. shown.Select(entry => TimelineLine.Of(entry, schools, stages))],
            page.Count > question.Limit ? question.Address(partnership, shown[^1].Sequence) : null);
    }
}
