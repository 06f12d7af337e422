using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class An_overview_strip
{
    private static readonly DateOnly Start = new(2015, 9, 1), End = new(2019, 8, 31);
    private static readonly TimeScale Scale = new(Start, End, 100, 900);

    // Days before and after the range as well: a caller may filter the list more narrowly than the strip.
    private static readonly Gen<DateOnly> Day = Gen.Int[-400, 1900].Select(Start.AddDays);
    private static readonly Gen<Mark> AMark = Gen.Select(Day, Gen.Enum<MarkKind>(), (on, kind) => new Mark(on, kind, "A visit & a <note>", "/records/1"));
    private static readonly Gen<Shell.Span> ASpan = Gen.Select(Day, Gen.Int[0, 700], Gen.Bool, (from, days, open) =>
        new Shell.Span(from, open ? null : from.AddDays(days), "A review", "/reviews/1"));
    private static readonly Gen<Strip> AStrip = Gen.Select(AMark.List[0, 40].Array[1, 5], ASpan.List[0, 8], Day.Array[0, 3], Day, (lanes, spans, stages, today) =>
        new Strip([.. lanes.Select((marks, at) => new Lane($"Lane {at}", marks) { Spans = at == 0 ? spans : [] })],
            [.. stages.Order().Select((from, at) => new Band($"stage {at}", from, null))], Start, End, today));

    [Fact]
    public void keeps_marks_one_target_apart_and_loses_none() => AMark.List[0, 200].Sample(marks =>
    {
        var clusters = StripLayout.Clusters(marks, Scale);
        return clusters.Zip(clusters.Skip(1)).All(pair => pair.Second.X - pair.First.X >= StripLayout.Target - 1e-6)
            && clusters.SelectMany(cluster => cluster.Marks).Order(ByDay).SequenceEqual(marks.Order(ByDay))
            && clusters.All(cluster => cluster.X is >= 112 and <= 888);
    });

    [Fact]
    public void shows_a_mark_with_room_around_it_by_itself() =>
        StripLayout.Clusters([At(2016), At(2017), At(2018)], Scale).Select(cluster => cluster.Marks.Count).ShouldBe([1, 1, 1]);

    [Fact]
    public void gathers_marks_too_close_to_tell_apart() =>
        StripLayout.Clusters([At(2016), At(2016, 2), At(2018)], Scale).Select(cluster => cluster.Marks.Count).ShouldBe([2, 1]);

    [Fact]
    public void gives_bars_that_overlap_rows_of_their_own() => ASpan.List[0, 30].Sample(spans =>
    {
        var bars = StripLayout.Bars(spans, Scale);
        return bars.Count == spans.Count
            && bars.All(bar => bar.Left >= 100 && bar.Right <= 900 + 1e-6 && bar.Right - bar.Left >= StripLayout.Target - 1e-6)
            && bars.GroupBy(bar => bar.Row).All(row => row.Zip(row.Skip(1)).All(pair => pair.First.Right < pair.Second.Left));
    });

    [Fact]
    public void draws_targets_of_full_size_inside_the_picture_and_never_over_each_other() => AStrip.Sample(strip =>
    {
        var drawing = Drawn.Of(SwimlaneTimeline.Draw(strip, "strip", "A title"));
        var targets = drawing.Boxes("rect", "hit");
        return drawing.Boxes("rect").All(drawing.Holds)
            && targets.All(box => box.Width >= StripLayout.Target && box.Height >= StripLayout.Target)
            && !Box.AnyOverlap(targets);
    }, iter: 500);

    [Fact]
    public void leads_from_a_cluster_to_its_part_of_the_list()
    {
        var strip = new Strip([new("Evidence", [At(2016), At(2016, 2)])], [], Start, End, End) { ListHref = (lane, from, to) => $"?lane={lane.Name}&from={When.Machine(from)}&to={When.Machine(to)}" };
        var link = Drawn.Of(SwimlaneTimeline.Draw(strip, "strip", "A title")).Elements("a").ShouldHaveSingleItem();
        link.Attribute("href")!.Value.ShouldBe("?lane=Evidence&from=2016-01-01&to=2016-01-02");
        link.Attribute("aria-label")!.Value.ShouldBe("2 entries of Evidence, from 1 January 2016 to 2 January 2016: see the list");
    }

    [Theory, InlineData(2017, 1), InlineData(2021, 0)]
    public void draws_today_only_inside_its_range(int year, int lines) =>
        Drawn.Of(SwimlaneTimeline.Draw(new([new("Evidence", [])], [], Start, End, new(year, 1, 1)), "strip", "A title"))
            .Elements("line").Count(line => line.Attribute("class")!.Value == "today").ShouldBe(lines);

    private static readonly Comparer<Mark> ByDay = Comparer<Mark>.Create((one, other) => (one.On, one.Kind).CompareTo((other.On, other.Kind)));

    private static Mark At(int year, int day = 1) => new(new(year, 1, day), MarkKind.Record, "A record", "/records/1");
}

/// <summary>A drawing read back as what a browser is given.</summary>
public sealed record Drawn(XElement Root)
{
    public static Drawn Of(Svg svg) => new(XElement.Parse(svg.ToString(), LoadOptions.PreserveWhitespace));

    public IReadOnlyList<XElement> Elements(string name) => [.. Root.Descendants().Where(element => element.Name.LocalName == name)];

    public IReadOnlyList<Box> Boxes(string name, string? @class = null) =>
        [.. Elements(name).Where(element => @class is null || element.Attribute("class")!.Value == @class)
            .Select(element => new Box(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height")))];

    public bool Holds(Box box) => box is { X: >= 0, Y: >= 0, Width: >= 0, Height: >= 0 }
        && box.X + box.Width <= Number(Root, "width") + Rounding && box.Y + box.Height <= Number(Root, "height") + Rounding;

    public static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Places are written with two decimals.</summary>
    public const double Rounding = 0.011;
}

public sealed record Box(double X, double Y, double Width, double Height)
{
    public static bool AnyOverlap(IReadOnlyList<Box> boxes) => boxes.Index().Any(one => boxes.Skip(one.Index + 1).Any(one.Item.Overlaps));

    public bool Overlaps(Box other) =>
        X + Width > other.X + Drawn.Rounding && other.X + other.Width > X + Drawn.Rounding
        && Y + Height > other.Y + Drawn.Rounding && other.Y + other.Height > Y + Drawn.Rounding;
}
