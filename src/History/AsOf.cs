using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.History;

/// <summary>From where in time history is seen. Both days are inclusive; null means without end.</summary>
/// <param name="OccurredUpTo">Only what had happened by the end of this day.</param>
/// <param name="RecordedUpTo">Only what the ledger held by the end of this day, in Europe/London.</param>
public sealed record AsOf(DateOnly? OccurredUpTo, DateOnly? RecordedUpTo)
{
    public static readonly AsOf Now = new(null, null);

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The first instant, in UTC, that is too late to have been known; null when nothing is.</summary>
    public DateTimeOffset? RecordedBefore => RecordedUpTo is { Year: < 9999 } day
        ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), London)) : null;

    public bool HadHappened(DateOnly occurredOn) => !(occurredOn > OccurredUpTo);

    public bool WasKnown(DateTimeOffset recordedAt) => !(recordedAt >= RecordedBefore);

    /// <summary>Narrows entries to what had happened and was known; the same expression in SQL and in memory.</summary>
    public IQueryable<TimelineEntry> Narrow(IQueryable<TimelineEntry> entries)
    {
        if (OccurredUpTo is { } occurred) entries = entries.Where(entry => entry.OccurredOn <= occurred);
        if (RecordedBefore is { } recorded) entries = entries.Where(entry => entry.RecordedAt < recorded);
        return entries;
    }

    /// <summary>Which clock, up to which day: "as happened by 3 June 2026, as recorded up to 5 June 2026", or "latest".</summary>
    public string InWords() => string.Join(", ", new[]
    {
        OccurredUpTo is { } occurred ? $"as happened by {When.InWords(occurred)}" : null,
        RecordedUpTo is { } recorded ? $"as recorded up to {When.InWords(recorded)}" : null,
    }.OfType<string>()) is { Length: > 0 } words ? words : "latest";

    /// <summary>Reads both days as ISO 8601 (2026-06-03); an objection names the one that is not a day.</summary>
    public static (AsOf, Objection?) Read(string? occurredUpTo, string? recordedUpTo) =>
        !IsDay(occurredUpTo, out var occurred) ? (Now, NotADay("occurredUpTo"))
        : !IsDay(recordedUpTo, out var recorded) ? (Now, NotADay("recordedUpTo"))
        : (new(occurred, recorded), null);

    /// <summary>True for a day or for nothing at all; an empty form field is nothing.</summary>
    internal static bool IsDay(string? text, out DateOnly? day)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = read ? value : null;
        return read || string.IsNullOrEmpty(text);
    }

    private static Objection NotADay(string field) => Objection.Malformed(field, "A day is written like 2026-06-03.");
}
