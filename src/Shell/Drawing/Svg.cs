using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace EssexImprovement.Shell;

/// <summary>
/// A drawing written on the server. Looks come from classes, because the content security policy allows no style in the page.
/// Two beginnings: a picture is one image to a screen reader; a group lets the links inside it be found (links inside an image are an accessibility fault).
/// </summary>
public sealed class Svg
{
    private readonly StringBuilder markup = new();
    private readonly bool mayLink;

    private Svg(bool mayLink) => this.mayLink = mayLink;

    /// <summary>A still drawing without links. <paramref name="id"/> is unique in the page; the description carries what the picture says.</summary>
    public static Svg Picture(string id, double width, double height, string title, string description) =>
        new Svg(mayLink: false).Open("img", id, width, height, title, description);

    /// <summary>A drawing with links in it.</summary>
    public static Svg Group(string id, double width, double height, string title, string description) =>
        new Svg(mayLink: true).Open("group", id, width, height, title, description);

    /// <summary>A sign beside words that already say it: kept from screen readers.</summary>
    public static Svg Ornament(double width, double height) => new Svg(mayLink: false).Write(
        $"<svg class=\"shell-drawing\" aria-hidden=\"true\" focusable=\"false\" width=\"{Number(width)}\" height=\"{Number(height)}\" viewBox=\"0 0 {Number(width)} {Number(height)}\">");

    public Svg Rectangle(double x, double y, double width, double height, string @class) =>
        Write($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" class=\"{Escape(@class)}\"/>");

    public Svg Circle(double x, double y, double radius, string @class) =>
        Write($"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" class=\"{Escape(@class)}\"/>");

    public Svg Line(double x1, double y1, double x2, double y2, string @class) =>
        Write($"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" class=\"{Escape(@class)}\"/>");

    public Svg Polygon(string @class, params ReadOnlySpan<(double X, double Y)> points)
    {
        var corners = new StringBuilder();
        foreach (var (x, y) in points) corners.Append(Number(x)).Append(',').Append(Number(y)).Append(' ');
        return Write($"<polygon points=\"{corners.ToString().TrimEnd()}\" class=\"{Escape(@class)}\"/>");
    }

    /// <summary>From one point to another, leaving and arriving level: the line of a graph that reads left to right.</summary>
    public Svg Curve(double x1, double y1, double x2, double y2, string @class)
    {
        var middle = Number((x1 + x2) / 2);
        return Write($"<path d=\"M{Number(x1)} {Number(y1)}C{middle} {Number(y1)} {middle} {Number(y2)} {Number(x2)} {Number(y2)}\" class=\"{Escape(@class)}\"/>");
    }

    public Svg Text(double x, double y, string words, string @class, Anchor anchor = Anchor.Start) =>
        Write($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor.ToString().ToLowerInvariant()}\" class=\"{Escape(@class)}\">{Escape(words)}</text>");

    /// <summary>A link around what <paramref name="inside"/> draws. Addresses stay inside the service.</summary>
    public Svg Link(string href, string label, Action<Svg> inside)
    {
        if (!mayLink) throw new InvalidOperationException("A picture holds no links; draw a group.");
        if (!(href.StartsWith('/') || href.StartsWith('#') || href.StartsWith('?')) || href.StartsWith("//", StringComparison.Ordinal))
            throw new ArgumentException($"'{href}' leads out of the service.", nameof(href));
        Write($"<a href=\"{Escape(href)}\" aria-label=\"{Escape(label)}\"><title>{Escape(label)}</title>");
        inside(this);
        return Write("</a>");
    }

    public MarkupString Markup() => new(ToString());

    public override string ToString() => markup + "</svg>";

    private Svg Open(string role, string id, double width, double height, string title, string description) => Write(
        $"<svg id=\"{Escape(id)}\" class=\"shell-drawing\" role=\"{role}\" width=\"{Number(width)}\" height=\"{Number(height)}\" viewBox=\"0 0 {Number(width)} {Number(height)}\" "
        + $"aria-labelledby=\"{Escape(id)}-title\" aria-describedby=\"{Escape(id)}-description\">"
        + $"<title id=\"{Escape(id)}-title\">{Escape(title)}</title><desc id=\"{Escape(id)}-description\">{Escape(description)}</desc>");

    private Svg Write(string element)
    {
        // The line break also parts the words of neighbouring texts for whoever reads them out.
        markup.Append(element).Append('\n');
        return this;
    }

    private static string Escape(string words) => HtmlEncoder.Default.Encode(words);

    private static string Number(double value) => double.IsFinite(value)
        ? Math.Round(value, 2).ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A drawing has only finite places.");
}

/// <summary>Which end of the words stands at the given place.</summary>
public enum Anchor { Start, Middle, End }
