using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.Partnerships;

/// <summary>One emergency access. A document of its own for each, written in the transaction that records it: it opens from the next request on, and the head sees it on the next page.</summary>
/// <param name="Id">The access.</param>
/// <param name="Person">Who opened.</param>
/// <param name="Urn">The school.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="TakenAt">The moment it was recorded, UTC.</param>
/// <param name="Until">The moment it ends, exclusive, UTC.</param>
public sealed record EmergencyOpening(Guid Id, Guid Person, Urn Urn, Capacity Capacity, int Minutes, DateTimeOffset TakenAt, DateTimeOffset Until)
{
    public static EmergencyOpening Of(EmergencyAccessTaken fact, DateTimeOffset recordedAt) => new(
        fact.EmergencyAccessId.Value, fact.PersonId.Value, fact.Urn, fact.Capacity, fact.Minutes, recordedAt.ToUniversalTime(), recordedAt.ToUniversalTime().AddMinutes(fact.Minutes));

    /// <summary>What is open to this person at this moment; one round trip, by index.</summary>
    public static async Task<IReadOnlyList<EmergencyAccess>> OpenToAsync(IQuerySession session, PersonId person, DateTimeOffset now, CancellationToken token) =>
        [.. (await session.Query<EmergencyOpening>().Where(opening => opening.Person == person.Value && opening.Until > now).ToListAsync(token))
            .Select(opening => new EmergencyAccess(new(opening.Id), opening.Urn, opening.Until))];
}

/// <summary>That the head of the school saw it.</summary>
public sealed record EmergencySeen(Guid Id, DateOnly OccurredOn);

public sealed partial class EmergencyOpeningProjection : EventProjection
{
    public EmergencyOpeningProjection()
    {
        Name = "EmergencyOpening";
        Options.DeleteViewTypeOnTeardown<EmergencyOpening>();
        Options.DeleteViewTypeOnTeardown<EmergencySeen>();
        IncludeType<EmergencyAccessTaken>();
        IncludeType<EmergencyAccessAcknowledged>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (e.Data is EmergencyAccessTaken taken) operations.Store(EmergencyOpening.Of(taken, e.Timestamp));
        if (e.Data is EmergencyAccessAcknowledged seen) operations.Store(new EmergencySeen(seen.EmergencyAccessId.Value, seen.OccurredOn));
        return ValueTask.CompletedTask;
    }
}
