using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.Partnerships;

/// <summary>That one school came after another, whichever partnership recorded it.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="OldUrn">The earlier school.</param>
/// <param name="NewUrn">The school that took its place.</param>
public sealed record Succession(Guid Id, Urn OldUrn, Urn NewUrn);

// Inline: what one partnership has recorded of two schools counts for the next admission anywhere (PRT-3). Successions are rare.
public sealed partial class SuccessionProjection : EventProjection
{
    public SuccessionProjection()
    {
        Name = "Succession";
        Options.DeleteViewTypeOnTeardown<Succession>();
        IncludeType<SchoolSucceeded>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (e.Data is SchoolSucceeded fact) operations.Store(new Succession(e.Id, fact.OldUrn, fact.NewUrn));
        return ValueTask.CompletedTask;
    }
}
