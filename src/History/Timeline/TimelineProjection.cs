using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.History;

/// <summary>Gathers the facts of every room into one document each: a page is read by index, and a partnership's history of many years grows no document.</summary>
public sealed partial class TimelineProjection : EventProjection
{
    public const string Called = "Timeline";
    public const uint Shape = 3;

    public TimelineProjection()
    {
        Name = Called;
        Version = Shape;
        Options.BatchSize = 5000;
        Options.DeleteViewTypeOnTeardown<TimelineEntry>();
        foreach (var fact in FactTypes.OfPartnerships) IncludeType(fact);
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        operations.Store(TimelineEntry.Of(e));
        return ValueTask.CompletedTask;
    }
}
