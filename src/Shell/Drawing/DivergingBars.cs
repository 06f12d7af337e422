namespace EssexImprovement.Shell;

/// <summary>One row: what goes to the left and what to the right, each with its words.</summary>
public sealed record Balance(string Name, double Left, string LeftWords, double Right, string RightWords);

/// <summary>Two amounts for each row, to the left and to the right of one line, on one scale. A table says the same.</summary>
public sealed record DivergingBars(string Left, string Right, IReadOnlyList<Balance> Rows)
{
    private const double Width = 760, Middle = 472, Room = 210, Head = 30, Height = 34;

    /// <summary>As a still picture; <paramref name="description"/> says in words what it shows.</summary>
    public Svg Draw(string id, string title, string description)
    {
        var bottom = Head + Rows.Count * Height;
        var longest = Math.Max(1, Rows.Count == 0 ? 1 : Rows.Max(row => Math.Max(row.Left, row.Right)));
        var svg = Svg.Picture(id, Width, bottom + 6, title, description)
            .Text(Middle - 10, 18, Left, "lane-name", Anchor.End).Text(Middle + 10, 18, Right, "lane-name");
        foreach (var (at, row) in Rows.Index())
        {
            var (top, left, right) = (Head + at * Height, row.Left / longest * Room, row.Right / longest * Room);
            svg.Text(0, top + 21, Wording.Fit(row.Name, 23), "lane-name")
                .Rectangle(Middle - left, top + 6, left, Height - 12, "heat-1 heat").Text(Middle - left - 6, top + 22, row.LeftWords, "tick", Anchor.End)
                .Rectangle(Middle, top + 6, right, Height - 12, "heat-3 heat").Text(Middle + right + 6, top + 22, row.RightWords, "tick");
        }
        return svg.Line(Middle, Head, Middle, bottom, "rule");
    }
}
