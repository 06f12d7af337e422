using CsCheck;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class A_layered_graph
{
    // Any edges at all: circles, loops, doubles and nodes that are not there must not break a page.
    private static readonly Gen<(GraphNode[] Nodes, GraphEdge[] Edges)> Any = Gen.Select(Gen.Int[0, 20], Gen.Select(Gen.Int[0, 21], Gen.Int[0, 21]).Array[0, 40],
        (count, pairs) => (Enumerable.Range(0, count).Select(at => new GraphNode($"n{at}", "Evidence", $"Thing {at}", $"/things/{at}")).ToArray(),
            pairs.Select(pair => new GraphEdge($"n{pair.Item1}", $"n{pair.Item2}", "supports")).ToArray()));

    [Fact]
    public void draws_every_node_once_inside_the_picture_and_never_over_another() => Any.Sample(graph =>
    {
        var drawing = Drawn.Of(LayeredGraph.Draw(graph.Nodes, graph.Edges, "graph", "A title"));
        var boxes = drawing.Boxes("rect", "node");
        return boxes.Count == graph.Nodes.Length && boxes.All(drawing.Holds) && !Box.AnyOverlap(boxes);
    }, iter: 300);

    [Fact]
    public void reads_from_left_to_right() => Any.Sample(graph =>
    {
        GraphEdge[] onwards = [.. graph.Edges.Where(edge => string.CompareOrdinal(edge.From, edge.To) < 0)];
        var layout = new GraphLayout(graph.Nodes, onwards);
        return layout.Routes.All(route => Column(layout, route.Edge.From) < Column(layout, route.Edge.To));
    }, iter: 300);

    [Fact]
    public void puts_evidence_beside_what_it_supports()
    {
        var layout = new GraphLayout([Node("early"), Node("finding"), Node("late"), Node("decision")],
            [new("early", "finding", "supports"), new("finding", "decision", "supports"), new("late", "decision", "supports")]);
        (Column(layout, "early"), Column(layout, "finding"), Column(layout, "late"), Column(layout, "decision")).ShouldBe((0, 1, 1, 2));
    }

    [Fact]
    public void bends_a_long_line_round_the_boxes_between()
    {
        var layout = new GraphLayout([Node("early"), Node("finding"), Node("decision")],
            [new("early", "finding", "supports"), new("finding", "decision", "supports"), new("early", "decision", "supports")]);
        layout.Routes[2].Places.Count.ShouldBe(3);
        layout.Layers[1].Count.ShouldBe(2);
    }

    [Fact]
    public void uncrosses_lines_that_need_not_cross()
    {
        var layout = new GraphLayout([Node("a"), Node("b"), Node("y"), Node("x")], [new("a", "x", "supports"), new("b", "y", "supports")]);
        layout.Layers[0].ToList().IndexOf("a").ShouldBe(layout.Layers[1].ToList().IndexOf("x"));
    }

    private static int Column(GraphLayout layout, string node) => layout.Layers.Index().Single(layer => layer.Item.Contains(node)).Index;

    private static GraphNode Node(string id) => new(id, "Evidence", id, $"/things/{id}");
}
