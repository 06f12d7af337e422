namespace EssexImprovement.Shell;

/// <summary>One task of a list: what to do, where, and how far it has come.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Href">Where; null while it cannot be done, or not by this person.</param>
/// <param name="Status">How far it has come, in words.</param>
/// <param name="Done">True when it needs nothing any more.</param>
/// <param name="Hint">Why it cannot be done yet, or whose it is.</param>
public sealed record TaskLine(string Title, string? Href, string Status, bool Done, string? Hint = null);

/// <summary>Tasks that belong together, in the order they are usually done.</summary>
public sealed record TaskGroup(string Title, IReadOnlyList<TaskLine> Tasks);
