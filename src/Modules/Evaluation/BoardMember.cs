using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.Evaluation;

/// <summary>Somebody the ledger knows to sit on the board, from a day on. Folded from what data stewards granted when asked: nobody joins the board by being named.</summary>
public sealed record BoardMember(Guid Id, PersonId PersonId, DateOnly From)
{
    public static BoardMember Create(CapacityGranted fact) => new(fact.PersonId.CapacityStream(fact.Capacity), fact.PersonId, fact.OccurredOn);

    /// <summary>The members of the board among <paramref name="people"/>, in one round trip.</summary>
    public static async Task<IReadOnlyList<BoardMember>> AmongAsync(IEnumerable<PersonId> people, IQuerySession session, CancellationToken token)
    {
        var streams = people.Select(person => person.CapacityStream(Capacity.BoardMember)).Distinct().ToArray();
        if (streams.Length == 0) return [];
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(CapacityGranted))).OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.Select(e => Create((CapacityGranted)e.Data))];
    }
}
