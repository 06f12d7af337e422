namespace EssexImprovement.Shell;

/// <summary>
/// What the overview strip of a timeline shows: stages behind, one lane per room, marks for what happened and bars for what lasted.
/// Both ends of the range are inclusive. <see cref="ListHref"/> names the part of the list a cluster stands for.
/// </summary>
public sealed record Strip(IReadOnlyList<Lane> Lanes, IReadOnlyList<Band> Bands, DateOnly From, DateOnly To, DateOnly Today)
{
    public Func<Lane, DateOnly, DateOnly, string> ListHref { get; init; } = (_, _, _) => "#timeline";
}

public sealed record Lane(string Name, IReadOnlyList<Mark> Marks)
{
    public IReadOnlyList<Span> Spans { get; init; } = [];
}

/// <summary>One thing that happened on a day.</summary>
public sealed record Mark(DateOnly On, MarkKind Kind, string Title, string Href);

/// <summary>Something opened and closed, or still open.</summary>
public sealed record Span(DateOnly From, DateOnly? To, string Title, string Href);

/// <summary>A stage, from its day until the next one's, or still going on.</summary>
public sealed record Band(string Name, DateOnly From, DateOnly? To);

/// <summary>Each kind has a shape and a letter of its own, so that colour is never the only sign.</summary>
public enum MarkKind { Record, Evidence, Decision, Challenge }
