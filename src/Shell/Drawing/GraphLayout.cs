namespace EssexImprovement.Shell;

/// <summary>
/// Layers from left to right, each node as far right as what it leads to allows, so that evidence stands beside what it supports.
/// A line across several layers gets a bend (a place without a node) in each, so that it passes between boxes. Crossings are lowered by
/// putting each node near the middle of its neighbours, twice in each direction.
/// </summary>
public sealed class GraphLayout
{
    private readonly Dictionary<string, int> distances = [];
    private readonly List<List<string>> layers = [];

    /// <summary>Node ids and bends, by layer from the left and from top to bottom.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Layers => layers;

    /// <summary>For each edge the places it passes, from its source to its target.</summary>
    public IReadOnlyList<(GraphEdge Edge, IReadOnlyList<string> Places)> Routes { get; }

    public GraphLayout(IReadOnlyList<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        var known = nodes.Select(node => node.Id).ToHashSet();
        var drawn = edges.Where(edge => edge.From != edge.To && known.Contains(edge.From) && known.Contains(edge.To)).Distinct().ToList();
        var onwards = drawn.ToLookup(edge => edge.From, edge => edge.To);
        foreach (var node in nodes) Distance(node.Id, onwards, []);
        var last = distances.Values.DefaultIfEmpty(-1).Max();
        for (var layer = 0; layer <= last; layer++) layers.Add([.. nodes.Where(node => last - distances[node.Id] == layer).Select(node => node.Id)]);
        Routes = [.. drawn.Select(edge => (edge, Route(edge, last)))];
        var pairs = Routes.SelectMany(route => route.Places.Zip(route.Places.Skip(1))).ToList();
        for (var sweep = 0; sweep < 2; sweep++)
        {
            for (var layer = 1; layer <= last; layer++) Settle(layer, layer - 1, pairs.ToLookup(pair => pair.Second, pair => pair.First));
            for (var layer = last - 1; layer >= 0; layer--) Settle(layer, layer + 1, pairs.ToLookup(pair => pair.First, pair => pair.Second));
        }
    }

    /// <summary>The longest way from here to an end. A trace has no circles; should one be handed in, the edge that closes it is not counted.</summary>
    private int Distance(string node, ILookup<string, string> onwards, HashSet<string> way)
    {
        if (distances.TryGetValue(node, out var known)) return known;
        way.Add(node);
        var distance = onwards[node].Where(next => !way.Contains(next)).Select(next => Distance(next, onwards, way) + 1).DefaultIfEmpty(0).Max();
        way.Remove(node);
        return distances[node] = distance;
    }

    private IReadOnlyList<string> Route(GraphEdge edge, int last)
    {
        var places = new List<string> { edge.From };
        for (var layer = last - distances[edge.From] + 1; layer < last - distances[edge.To]; layer++)
        {
            var bend = $"{edge.From} {edge.Label} {edge.To} at {layer}";
            layers[layer].Add(bend);
            places.Add(bend);
        }
        return [.. places, edge.To];
    }

    private void Settle(int layer, int beside, ILookup<string, string> neighbours)
    {
        var places = layers[beside].Select((id, at) => (id, at)).ToDictionary(place => place.id, place => place.at);
        var before = layers[layer];
        layers[layer] = [.. before.Select((id, at) => (id, Middle: neighbours[id].Where(places.ContainsKey).Select(next => (double)places[next]).DefaultIfEmpty(at).Average()))
            .OrderBy(place => place.Middle).Select(place => place.id)];
    }
}
