namespace EssexImprovement.Shell;

/// <summary>The overview strip of a timeline as a drawing of fixed size; on a narrow screen its region scrolls. The list beside it says the same in words.</summary>
public static class SwimlaneTimeline
{
    private const double Width = 960, Gutter = 176, Margin = 8, Head = 52, Row = 32, Foot = 28;

    public static Svg Draw(Strip strip, string id, string title)
    {
        var scale = new TimeScale(strip.From, strip.To, Gutter, Width - Margin);
        var lanes = strip.Lanes.Select(lane => (Lane: lane, Bars: StripLayout.Bars(lane.Spans, scale))).ToList();
        var bottom = Head + lanes.Sum(lane => Height(lane.Bars));
        var svg = Svg.Group(id, Width, bottom + Foot, title, Words(strip));
        DrawBands(svg, strip, scale, bottom);
        DrawDays(svg, strip, scale, bottom);
        var top = Head;
        foreach (var (lane, bars) in lanes)
        {
            DrawLane(svg, strip, lane, bars, scale, top);
            top += Height(bars);
        }
        return svg;
    }

    private static double Height(IReadOnlyList<Bar> bars) => Row * (1 + (bars.Count == 0 ? 0 : bars.Max(bar => bar.Row) + 1)) + 4;

    private static void DrawBands(Svg svg, Strip strip, TimeScale scale, double bottom)
    {
        foreach (var (at, band) in strip.Bands.Index().Where(band => band.Item.From <= strip.To && !(band.Item.To < strip.From)))
        {
            var (left, right) = (scale.X(band.From), scale.X(band.To ?? strip.To));
            svg.Rectangle(left, 22, right - left, bottom - 22, $"band band-{at % 3}");
            // A stage too short for its name shows its number; the key and the description tell the name.
            var words = LabelFor(at, band.Name, right - left);
            if (words is not null) svg.Text(left + 6, 40, words, "band-name");
        }
    }

    /// <summary>The name with its number, the number alone, or nothing, whichever fits. A letter at 14 pixels is about 7.4 wide.</summary>
    private static string? LabelFor(int at, string name, double room) =>
        room >= ($"{at + 1}. {name}".Length * 7.4) + 8 ? $"{at + 1}. {name}" : room >= 20 ? $"{at + 1}" : null;

    private static void DrawDays(Svg svg, Strip strip, TimeScale scale, double bottom)
    {
        foreach (var tick in scale.Ticks())
        {
            var x = scale.X(tick.On);
            svg.Line(x, Head, x, bottom + 6, "rule");
            // A label keeps inside: words at an edge lean away from it.
            svg.Text(x, bottom + 20, tick.Label, "tick", x > Width - 60 ? Anchor.End : x < Gutter + 40 ? Anchor.Start : Anchor.Middle);
        }
        if (strip.Today < strip.From || strip.Today > strip.To) return;
        var today = scale.X(strip.Today);
        svg.Line(today, 18, today, bottom, "today");
        svg.Text(today, 14, "Today", "today-name", today > Width - 60 ? Anchor.End : Anchor.Middle);
    }

    private static void DrawLane(Svg svg, Strip strip, Lane lane, IReadOnlyList<Bar> bars, TimeScale scale, double top)
    {
        svg.Line(0, top, Width - Margin, top, "rule");
        svg.Text(0, top + 21, Wording.Fit(lane.Name, 22), "lane-name");
        foreach (var cluster in StripLayout.Clusters(lane.Marks, scale)) DrawCluster(svg, strip, lane, cluster, top + Row / 2 + 2);
        foreach (var bar in bars) DrawBar(svg, bar, top + 2 + Row * (bar.Row + 1));
    }

    private static void DrawCluster(Svg svg, Strip strip, Lane lane, Cluster cluster, double y)
    {
        const double half = StripLayout.Target / 2;
        if (cluster.Marks is [var mark])
            svg.Link(mark.Href, $"{mark.Kind}: {mark.Title}, {When.InWords(mark.On)}", inside => inside
                .Rectangle(cluster.X - half, y - half, StripLayout.Target, StripLayout.Target, "hit").Draw(mark.Kind, cluster.X, y));
        else
        {
            var (first, last) = (cluster.Marks[0].On, cluster.Marks[^1].On);
            var days = first == last ? $"on {When.InWords(first)}" : $"from {When.InWords(first)} to {When.InWords(last)}";
            svg.Link(strip.ListHref(lane, first, last), $"{cluster.Marks.Count} entries of {lane.Name}, {days}: see the list", inside => inside
                .Rectangle(cluster.X - half, y - half, StripLayout.Target, StripLayout.Target, "hit")
                .Circle(cluster.X, y, 11, "cluster").Text(cluster.X, y + 5, cluster.Marks.Count > 99 ? "99+" : $"{cluster.Marks.Count}", "count", Anchor.Middle));
        }
    }

    private static void DrawBar(Svg svg, Bar bar, double y)
    {
        var (span, room) = (bar.Span, bar.Right - bar.Left);
        var days = span.To is { } to ? $"{When.InWords(span.From)} to {When.InWords(to)}" : $"since {When.InWords(span.From)}, still open";
        svg.Link(span.Href, $"{span.Title}, {days}", inside =>
        {
            inside.Rectangle(bar.Left, y, room, StripLayout.Target, "hit").Rectangle(bar.Left, y + 2, room, StripLayout.Target - 4, "span");
            if (room >= (span.Title.Length * 7.4) + 12) inside.Text(bar.Left + 6, y + 17, span.Title, "span-name");
        });
    }

    private static string Words(Strip strip) =>
        $"From {When.InWords(strip.From)} to {When.InWords(strip.To)}. "
        + string.Join(" ", strip.Bands.Select((band, at) => $"Stage {at + 1}, {band.Name}, since {When.InWords(band.From)}."))
        + $" {strip.Lanes.Sum(lane => lane.Marks.Count + lane.Spans.Count)} entries in {strip.Lanes.Count} lanes. The list on this page says the same in words.";
}
