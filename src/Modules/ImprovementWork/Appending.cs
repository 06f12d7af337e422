using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>Appends to a stream that may not have begun yet.</summary>
internal static class Appending
{
    /// <summary>Decided on <paramref name="version"/>, 0 for a stream that has not begun: if it has moved on since, nothing is stored.</summary>
    public static Recorded Tell<TState>(this IDocumentSession session, Guid stream, int version, object fact) where TState : class
    {
        if (version == 0) session.Events.StartStream<TState>(stream, fact);
        else session.Events.Append(stream, version + 1, fact);
        return new(version + 1);
    }
}
