namespace EssexImprovement.Shell;

/// <summary>Where everything on a strip stands, before a line is drawn: marks gathered where a finger could not tell them apart, bars in rows where they overlap.</summary>
public static class StripLayout
{
    /// <summary>The smallest target a finger hits (WCAG 2.2, 2.5.8).</summary>
    public const double Target = 24;

    /// <summary>Centres at least one target apart and from both edges, in order of time. Every mark is in exactly one cluster.</summary>
    public static IReadOnlyList<Cluster> Clusters(IEnumerable<Mark> marks, TimeScale scale)
    {
        var clusters = new List<Cluster>();
        foreach (var mark in marks.OrderBy(mark => mark.On))
        {
            var next = new Cluster(Inside(scale.X(mark.On), scale), [mark]);
            // Joining moves a centre to the right only, away from the one before it, so one look back is enough.
            if (clusters.Count > 0 && next.X - clusters[^1].X < Target) clusters[^1] = clusters[^1].With(next);
            else clusters.Add(next);
        }
        return clusters;
    }

    /// <summary>Each bar at least one target wide, in the first row where it touches no other.</summary>
    public static IReadOnlyList<Bar> Bars(IEnumerable<Span> spans, TimeScale scale)
    {
        var ends = new List<double>();
        var bars = new List<Bar>();
        foreach (var span in spans.OrderBy(span => span.From).ThenBy(span => span.To ?? DateOnly.MaxValue))
        {
            var left = Math.Min(scale.X(span.From), scale.Right - Target);
            var right = Math.Max(left + Target, scale.X(span.To ?? scale.To));
            var row = ends.FindIndex(end => end < left);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(right);
            }
            ends[row] = right;
            bars.Add(new(left, right, row, span));
        }
        return bars;
    }

    private static double Inside(double x, TimeScale scale) => Math.Clamp(x, scale.Left + Target / 2, scale.Right - Target / 2);
}

/// <summary>One mark, or several too close together to be told apart, around their middle.</summary>
public sealed record Cluster(double X, IReadOnlyList<Mark> Marks)
{
    public Cluster With(Cluster other) =>
        new((X * Marks.Count + other.X * other.Marks.Count) / (Marks.Count + other.Marks.Count), [.. Marks, .. other.Marks]);
}

/// <summary>A span in its row, from 0.</summary>
public sealed record Bar(double Left, double Right, int Row, Span Span);
