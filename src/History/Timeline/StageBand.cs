using EssexImprovement.Contracts.Evaluation;

namespace EssexImprovement.History;

/// <summary>A stretch of days in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
public sealed record StageBand(Stage Stage, DateOnly From, DateOnly? To)
{
    /// <summary>From collaboration to co-responsibility: when a partnership was in which stage, as far as the given entries tell. In the order of happening, whatever the order of
    /// recording; a stage that lasted no day has no band.</summary>
    public static IReadOnlyList<StageBand> Of(IEnumerable<TimelineEntry> entries)
    {
        var steps = entries.Where(entry => entry.Stage is not null).InOrderOfHappening().ToList();
        return [.. steps.Select((step, i) => new StageBand(step.Stage!.Value, step.OccurredOn, i + 1 < steps.Count ? steps[i + 1].OccurredOn.AddDays(-1) : null))
            .Where(band => !(band.To < band.From))];
    }
}

public static class OrderOfHappening
{
    /// <summary>Day of happening, then instant of recording, then place in the ledger: the same order every time.</summary>
    public static IOrderedEnumerable<TimelineEntry> InOrderOfHappening(this IEnumerable<TimelineEntry> entries) =>
        entries.OrderBy(entry => entry.OccurredOn).ThenBy(entry => entry.RecordedAt).ThenBy(entry => entry.Sequence);

    /// <summary>The stage before <paramref name="entry"/> brought another; null for the founding, and for facts that bring none.</summary>
    public static Stage? Before(this IEnumerable<TimelineEntry> entries, TimelineEntry entry) => entry.Stage is null ? null
        : entries.Where(other => other.Stage is not null).InOrderOfHappening().TakeWhile(other => other.Id != entry.Id).LastOrDefault()?.Stage;
}
