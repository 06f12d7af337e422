namespace EssexImprovement.Shell;

/// <summary>Words that lead somewhere; without an address, words only.</summary>
public sealed record Link(string Text, string? Href = null);

/// <summary>The links at the top of every page. Host registers one; without it a page has none.</summary>
public sealed record Menu(IReadOnlyList<Link> Links)
{
    /// <summary>The link whose address starts the path, the longest when several do.</summary>
    public Link? Current(string path) => Links
        .Where(link => link.Href is { } href && (path == href || path.StartsWith(href.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)))
        .MaxBy(link => link.Href!.Length);
}
