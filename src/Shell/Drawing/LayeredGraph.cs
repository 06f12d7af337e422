namespace EssexImprovement.Shell;

/// <summary>A small graph that reads from left to right: what was known, what was decided on it. The page shows the same as a nested list.</summary>
public static class LayeredGraph
{
    private const double Width = 208, Height = 66, Gap = 120, Pitch = 84, Margin = 8;

    public static Svg Draw(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges, string id, string title)
    {
        var layout = new GraphLayout(nodes, edges);
        var columns = Math.Max(1, layout.Layers.Count);
        var tallest = layout.Layers.Select(layer => layer.Count).DefaultIfEmpty(1).Max() * Pitch;
        var places = new Dictionary<string, (double X, double Y)>();
        foreach (var (column, layer) in layout.Layers.Index())
            foreach (var (row, place) in layer.Index())
                places[place] = (Margin + column * (Width + Gap), Margin + (tallest - layer.Count * Pitch) / 2 + row * Pitch + (Pitch - Height) / 2);
        var svg = Svg.Group(id, 2 * Margin + columns * Width + (columns - 1) * Gap, 2 * Margin + tallest, title,
            $"{nodes.Count} things and {layout.Routes.Count} links between them, from left to right. The list on this page says the same in words.");
        foreach (var (_, route) in layout.Routes) DrawLine(svg, [.. route.Select(place => places[place])]);
        foreach (var node in nodes) DrawNode(svg, node, places[node.Id]);
        foreach (var (edge, route) in layout.Routes) DrawLabel(svg, edge, places[route[0]], places[route[1]]);
        return svg;
    }

    private static void DrawLine(Svg svg, IReadOnlyList<(double X, double Y)> route)
    {
        for (var at = 1; at < route.Count; at++)
        {
            var (from, to) = (route[at - 1], route[at]);
            var (y1, y2) = (from.Y + Height / 2, to.Y + Height / 2);
            if (at > 1) svg.Line(from.X, y1, from.X + Width, y1, "edge");
            svg.Curve(from.X + Width, y1, to.X - (at == route.Count - 1 ? 8 : 0), y2, "edge");
        }
        var (x, y) = (route[^1].X, route[^1].Y + Height / 2);
        svg.Polygon("edge-head", (x, y), (x - 10, y - 6), (x - 10, y + 6));
    }

    // Halfway between two boxes, where the lines of different sources are furthest apart.
    private static void DrawLabel(Svg svg, GraphEdge edge, (double X, double Y) from, (double X, double Y) to) =>
        svg.Text((from.X + Width + to.X) / 2, (from.Y + to.Y + Height) / 2 - 5, Wording.Fit(edge.Label, 15), "edge-label", Anchor.Middle);

    private static void DrawNode(Svg svg, GraphNode node, (double X, double Y) at) =>
        svg.Link(node.Href, $"{node.Kind}: {node.Label}", inside =>
        {
            inside.Rectangle(at.X, at.Y, Width, Height, "node").Text(at.X + 10, at.Y + 20, Wording.Fit(node.Kind, 24), "node-kind");
            foreach (var (line, words) in Wording.Wrap(node.Label, 26, 2).Index()) inside.Text(at.X + 10, at.Y + 39 + line * 17, words, "node-label");
        });
}
