using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.Evaluation;

/// <summary>Somebody the ledger knows to sit on the board, from a day on and until they no longer do. Folded from what data stewards granted when asked: nobody joins the board by being named.</summary>
public sealed record BoardMember(Guid Id, PersonId PersonId, DateOnly From, DateOnly? Until = null)
{
    public static BoardMember Create(CapacityGranted fact) => new(fact.PersonId.CapacityStream(fact.Capacity), fact.PersonId, fact.OccurredOn);

    public BoardMember Apply(CapacityWithdrawn fact) => this with { Until = fact.OccurredOn };

    /// <summary>True from the day of the grant to the day before it was withdrawn.</summary>
    public bool SatOn(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>The members of the board among <paramref name="people"/>, once for each time they sat on it, in one round trip.</summary>
    public static async Task<IReadOnlyList<BoardMember>> AmongAsync(IEnumerable<PersonId> people, IQuerySession session, CancellationToken token)
    {
        var streams = people.Select(person => person.CapacityStream(Capacity.BoardMember)).Distinct().ToArray();
        if (streams.Length == 0) return [];
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(CapacityGranted), typeof(CapacityWithdrawn))).OrderBy(e => e.Sequence).ToListAsync(token);
        var members = new List<BoardMember>();
        foreach (var e in facts)
            if (e.Data is CapacityGranted granted) members.Add(Create(granted));
            else if (members.FindLastIndex(member => member.Id == e.StreamId) is >= 0 and var at) members[at] = members[at].Apply((CapacityWithdrawn)e.Data);
        return members;
    }
}
