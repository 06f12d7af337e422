using CsCheck;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class A_picture
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abc de fg"], 1, 60];

    private static void ShouldHoldAll(Svg svg)
    {
        var drawn = Drawn.Of(svg);
        drawn.Elements("rect").ShouldAllBe(rectangle => drawn.Holds(new(
            Drawn.Number(rectangle, "x"), Drawn.Number(rectangle, "y"), Drawn.Number(rectangle, "width"), Drawn.Number(rectangle, "height"))));
    }

    [Fact]
    public void of_a_grid_says_each_cell_in_words_and_keeps_inside() => Gen.Select(Name.Array[0, 8], Gen.Int[0, 9]).Sample((names, weight) =>
    {
        var svg = new HeatGrid(names, names, (row, column) => row == column ? new(0, null) : new(weight, $"{weight} visits")).Draw("grid", "Title", "Description");
        ShouldHoldAll(svg);
        var drawn = Drawn.Of(svg);
        drawn.Elements("text").Count(text => text.Value == $"{weight} visits").ShouldBe(names.Length * Math.Max(0, names.Length - 1));
        drawn.Root.Attribute("role")!.Value.ShouldBe("img");
    });

    [Fact]
    public void of_two_sides_keeps_inside_and_draws_on_one_scale() => Gen.Select(Name, Gen.Int[0, 500], Gen.Int[0, 500]).Array[0, 8].Sample(rows =>
    {
        var svg = new DivergingBars("Received", "Given", [.. rows.Select(row => new Balance(row.Item1, row.Item2, "some", row.Item3, "more"))]).Draw("bars", "Title", "Description");
        ShouldHoldAll(svg);
        var widths = Drawn.Of(svg).Elements("rect").Select(rectangle => Drawn.Number(rectangle, "width")).ToList();
        var amounts = rows.SelectMany(row => new[] { row.Item2, row.Item3 }).ToList();
        for (var at = 1; at < widths.Count; at++)
            Math.Sign(amounts[at] - amounts[at - 1]).ShouldBe(Math.Abs(widths[at] - widths[at - 1]) < 0.1 ? 0 : Math.Sign(widths[at] - widths[at - 1]));
    });

    [Fact]
    public void of_a_year_keeps_inside_and_marks_today_within_it_alone()
    {
        var strip = new YearStrip(new(2026, 9, 1), new(2027, 8, 31), new(2026, 11, 24), [new("Autumn", new(2026, 9, 1), new(2026, 12, 18)), new("Summer", new(2027, 4, 12), new(2027, 8, 31))],
            [new("Half-term", new(2026, 10, 26), new(2026, 10, 30))], [new(2027, 5, 3)], [new(2026, 11, 2)]);
        ShouldHoldAll(strip.Draw("year", "Title", "Description"));
        Drawn.Of(strip.Draw("year", "Title", "Description")).Elements("text").Where(text => text.Attribute("class")!.Value != "tick").Select(text => text.Value).ShouldBe(["Autumn", "Summer", "H", "C", "M", "Today"], ignoreOrder: true);
        Drawn.Of((strip with { Today = new(2028, 1, 1) }).Draw("year", "Title", "Description")).Elements("text").ShouldNotContain(text => text.Value == "Today");
    }
}
