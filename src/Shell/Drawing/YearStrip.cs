namespace EssexImprovement.Shell;

/// <summary>A stretch of days with a name, both ends inclusive.</summary>
public sealed record Stretch(string Name, DateOnly From, DateOnly To);

/// <summary>A year from left to right: its named stretches, the pauses in them, days that are closed, days on which something happened, and today. A table says the same.</summary>
public sealed record YearStrip(
    DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<Stretch> Stretches, IReadOnlyList<Stretch> Pauses, IReadOnlyList<DateOnly> Closed, IReadOnlyList<DateOnly> Happened)
{
    private const double Width = 960, Margin = 12, Top = 28, Bottom = 84, Foot = 116;

    /// <summary>As a still picture; <paramref name="description"/> says in words what it shows.</summary>
    public Svg Draw(string id, string title, string description)
    {
        var scale = new TimeScale(From, To, Margin, Width - Margin);
        var svg = Svg.Picture(id, Width, Foot, title, description);
        foreach (var (at, stretch) in Stretches.Index())
        {
            // A day is drawn from its morning to the next.
            svg.Rectangle(scale.X(stretch.From), Top, scale.X(stretch.To.AddDays(1)) - scale.X(stretch.From), Bottom - Top, $"band band-{at % 3}");
            svg.Text(scale.X(stretch.From) + 6, Top + 18, stretch.Name, "band-name");
        }
        foreach (var pause in Pauses)
        {
            var (left, right) = (scale.X(pause.From), scale.X(pause.To.AddDays(1)));
            svg.Rectangle(left, Top, right - left, Bottom - Top, "pause").Text((left + right) / 2, Top + 36, "H", "count", Anchor.Middle);
        }
        foreach (var day in Closed) svg.Rectangle(scale.X(day), Top + 24, 3, Bottom - Top - 24, "closed").Text(scale.X(day) + 1.5, Top - 6, "C", "count", Anchor.Middle);
        foreach (var day in Happened) svg.Circle(scale.X(day), Bottom - 12, 9, "shape record").Text(scale.X(day), Bottom - 7, "M", "letter", Anchor.Middle);
        foreach (var tick in scale.Ticks(64)) svg.Line(scale.X(tick.On), Bottom, scale.X(tick.On), Bottom + 8, "rule").Text(scale.X(tick.On) + 2, Bottom + 24, tick.Label, "tick");
        return Today < From || Today > To ? svg
            : svg.Line(scale.X(Today), 18, scale.X(Today), Bottom, "today").Text(scale.X(Today), 13, "Today", "today-name", scale.X(Today) > Width - 60 ? Anchor.End : Anchor.Middle);
    }
}
