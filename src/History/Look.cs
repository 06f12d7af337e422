using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.History;

/// <summary>One line of the reading ledger: somebody looked into what belongs to a school or a partnership.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Thing">What they looked into.</param>
/// <param name="ThingId">Its identity.</param>
/// <param name="OwnerUrn">The school it belongs to, by the URN it had when it began; null when it belongs to the partnership.</param>
/// <param name="PartnershipId">The partnership it belongs to.</param>
/// <param name="PersonId">Who looked, by pseudonym.</param>
/// <param name="Capacity">In which capacity; null for somebody who holds none.</param>
/// <param name="Ground">By what right.</param>
/// <param name="EmergencyAccessId">The emergency access, if by one.</param>
/// <param name="OccurredOn">The day.</param>
/// <param name="At">When, UTC.</param>
public sealed record Look(
    Guid Id, SealedThing Thing, Guid ThingId, Urn? OwnerUrn, PartnershipId PartnershipId, PersonId PersonId, Capacity? Capacity, SightGround Ground,
    EmergencyAccessId? EmergencyAccessId, DateOnly OccurredOn, DateTimeOffset At)
{
    public static Look Of(Guid id, DateTimeOffset at, ConfidentialTextRead fact) => new(
        id, fact.Thing, fact.ThingId, fact.OwnerUrn, fact.OfPartnership, fact.PersonId, fact.Capacity, fact.Ground, fact.EmergencyAccessId, fact.OccurredOn, at.ToUniversalTime());
}

/// <summary>Writes each reading as a document of its own, in the transaction that records it: whoever was shown something stands in the ledger before they read it.</summary>
public sealed partial class LookProjection : EventProjection
{
    public LookProjection()
    {
        Name = "Look";
        Options.DeleteViewTypeOnTeardown<Look>();
        IncludeType<ConfidentialTextRead>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (e.Data is ConfidentialTextRead fact) operations.Store(Look.Of(e.Id, e.Timestamp, fact));
        return ValueTask.CompletedTask;
    }
}
