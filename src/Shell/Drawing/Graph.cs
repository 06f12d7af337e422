namespace EssexImprovement.Shell;

/// <summary>One thing in a trace. <paramref name="Kind"/> is the small line above the label: "Evidence", "Decision".</summary>
public sealed record GraphNode(string Id, string Kind, string Label, string Href);

/// <summary>What one thing does for another, read left to right: evidence "supports" decision.</summary>
public sealed record GraphEdge(string From, string To, string Label);
