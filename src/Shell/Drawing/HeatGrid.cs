namespace EssexImprovement.Shell;

/// <summary>One cell of a heat grid: how much, 0 to 3, and in words. Null words leave it blank: it can hold nothing.</summary>
public sealed record HeatCell(int Weight, string? Words);

/// <summary>Rows against columns, each cell shaded by how much and saying it in words, so that shade is never the only sign. A table says the same.</summary>
public sealed record HeatGrid(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, Func<int, int, HeatCell> Cell)
{
    private const double Gutter = 184, Width = 112, Height = 44, Head = 44;

    /// <summary>As a still picture; <paramref name="description"/> says in words what it shows.</summary>
    public Svg Draw(string id, string title, string description)
    {
        var svg = Svg.Picture(id, Gutter + Columns.Count * Width + 2, Head + Rows.Count * Height + 2, title, description);
        foreach (var (at, column) in Columns.Index())
            foreach (var (line, words) in Wording.Wrap(column, 14, 2).Index()) svg.Text(Gutter + at * Width + Width / 2, 16 + line * 17, words, "lane-name", Anchor.Middle);
        foreach (var (row, name) in Rows.Index())
        {
            foreach (var (line, words) in Wording.Wrap(name, 23, 2).Index()) svg.Text(0, Head + row * Height + 19 + line * 17, words, "lane-name");
            foreach (var column in Enumerable.Range(0, Columns.Count))
            {
                var (x, y, cell) = (Gutter + column * Width, Head + row * Height, Cell(row, column));
                svg.Rectangle(x, y, Width - 3, Height - 3, cell.Words is null ? "heat-none" : $"heat heat-{Math.Clamp(cell.Weight, 0, 3)}");
                if (cell.Words is { } said) svg.Text(x + (Width - 3) / 2, y + 25, Wording.Fit(said, 15), cell.Weight >= 2 ? "heat-words-on-dark" : "heat-words", Anchor.Middle);
            }
        }
        return svg;
    }
}
