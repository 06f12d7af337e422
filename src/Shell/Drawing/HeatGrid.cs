namespace EssexImprovement.Shell;

/// <summary>One cell of a heat grid: how much, 0 to 3, and in words. Null words leave it blank: it can hold nothing.</summary>
public sealed record HeatCell(int Weight, string? Words);

/// <summary>Rows against columns, each cell shaded by how much and saying it in words, so that shade is never the only sign. A table says the same.</summary>
public sealed record HeatGrid(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, Func<int, int, HeatCell> Cell)
{
    // Measured for the widest fonts a browser falls back to: some 9 units a bold letter. Cells are narrower where that keeps the whole picture on the page.
    private const double Gutter = 208, Wide = 112, Narrow = 92, Height = 44, Page = 960;
    private const int NameLetters = 22;

    private double Width => Gutter + Columns.Count * Wide > Page && Gutter + Columns.Count * Narrow <= Page ? Narrow : Wide;

    /// <summary>As a still picture; <paramref name="description"/> says in words what it shows.</summary>
    public Svg Draw(string id, string title, string description)
    {
        var heads = Columns.Select(column => Wording.Wrap(column, Width == Wide ? 12 : 10, 3)).ToList();
        var top = 10 + 17 * heads.Select(lines => lines.Count).DefaultIfEmpty().Max();
        var svg = Svg.Picture(id, Gutter + Columns.Count * Width + 2, top + Rows.Count * Height + 2, title, description);
        foreach (var (at, lines) in heads.Index())
            foreach (var (line, words) in lines.Index()) svg.Text(Gutter + at * Width + Width / 2, 16 + line * 17, words, "lane-name", Anchor.Middle);
        foreach (var (row, name) in Rows.Index())
        {
            foreach (var (line, words) in Wording.Wrap(name, NameLetters, 2).Index()) svg.Text(0, top + row * Height + 19 + line * 17, words, "lane-name");
            foreach (var column in Enumerable.Range(0, Columns.Count))
            {
                var (x, y, cell) = (Gutter + column * Width, top + row * Height, Cell(row, column));
                svg.Rectangle(x, y, Width - 3, Height - 3, cell.Words is null ? "heat-none" : $"heat heat-{Math.Clamp(cell.Weight, 0, 3)}");
                if (cell.Words is { } said) svg.Text(x + (Width - 3) / 2, y + 25, Wording.Fit(said, Width == Wide ? 15 : 10), cell.Weight >= 2 ? "heat-words-on-dark" : "heat-words", Anchor.Middle);
            }
        }
        return svg;
    }
}
