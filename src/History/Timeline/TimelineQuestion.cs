using System.Globalization;
using EssexImprovement.Contracts;

namespace EssexImprovement.History;

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

    /// <summary>This question as an address, with what else the place asks for.</summary>
    public string Address(string path, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        (string Name, string? Value)[] parts =
        [
            ("occurredUpTo", Iso(AsOf.OccurredUpTo)), ("recordedUpTo", Iso(AsOf.RecordedUpTo)), ("lane", Lane), ("from", Iso(From)), ("order", Occurred ? "occurred" : null), .. more,
        ];
        var said = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}"));
        return said.Length == 0 ? path : $"{path}?{said}";
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsNumber(string? text, long least, long most, out long? number)
    {
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
        number = read ? value : null;
        return read || string.IsNullOrEmpty(text);
    }
}
