using Microsoft.AspNetCore.Components;

namespace EssexImprovement.Shell;

/// <summary>The four marks: ● record, ■ evidence, ◆ decision, ▲ challenge, each with its letter.</summary>
public static class Shape
{
    private const double Half = 11;

    public static Svg Draw(this Svg svg, MarkKind kind, double x, double y)
    {
        var looks = $"shape {kind.ToString().ToLowerInvariant()}";
        _ = kind switch
        {
            MarkKind.Evidence => svg.Rectangle(x - Half + 1, y - Half + 1, 2 * Half - 2, 2 * Half - 2, looks),
            MarkKind.Decision => svg.Polygon(looks, (x, y - Half - 1), (x + Half + 1, y), (x, y + Half + 1), (x - Half - 1, y)),
            MarkKind.Challenge => svg.Polygon(looks, (x, y - Half - 1), (x + Half + 1, y + Half), (x - Half - 1, y + Half)),
            _ => svg.Circle(x, y, Half, looks),
        };
        return svg.Text(x, y + (kind == MarkKind.Challenge ? 8 : 5), Letter(kind), "letter", Anchor.Middle);
    }

    public static string Letter(MarkKind kind) => kind.ToString()[..1];

    /// <summary>A mark on its own, beside the word that explains it.</summary>
    public static MarkupString Key(MarkKind kind) => Svg.Ornament(26, 26).Draw(kind, 13, 13).Markup();
}
