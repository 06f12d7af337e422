namespace EssexImprovement.Shell;

/// <summary>One line of a timeline: one intention, however many facts it recorded. <paramref name="Id"/> is the anchor a drawing links to.</summary>
public sealed record TimelineEntry(string Id, string Title, DateOnly HappenedOn, DateTimeOffset RecordedAt)
{
    public string? Href { get; init; }
    /// <summary>Who did it and in which capacity: "Pat Lead, partnership lead".</summary>
    public string? Byline { get; init; }
    /// <summary>At most two sentences.</summary>
    public string? Description { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>"What led to this", "View in replay" and their kin.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Neighbours of the same month, in the order they came: the caller chose newest or oldest first.</summary>
    public static IEnumerable<IReadOnlyList<TimelineEntry>> ByMonth(IEnumerable<TimelineEntry> entries)
    {
        var month = new List<TimelineEntry>();
        foreach (var entry in entries)
        {
            if (month.Count > 0 && (month[0].HappenedOn.Year, month[0].HappenedOn.Month) != (entry.HappenedOn.Year, entry.HappenedOn.Month))
            {
                yield return month;
                month = [];
            }
            month.Add(entry);
        }
        if (month.Count > 0) yield return month;
    }
}
