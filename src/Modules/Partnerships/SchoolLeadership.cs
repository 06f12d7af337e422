using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.Partnerships;

/// <summary>Somebody who heads a school or chairs its governors, from a day on; to the last day if they left before a successor was known.</summary>
public sealed record SchoolLeader(PersonId PersonId, Capacity Capacity, DateOnly From, DateOnly? To = null);

/// <summary>Who heads and chairs one school, each until the next is appointed or they leave.</summary>
public sealed record SchoolLeadership(Guid Id, Urn Urn, ImmutableList<SchoolLeader> Leaders)
{
    public int Version { get; init; }

    public static SchoolLeadership Create(SchoolLeaderAppointed fact) => new SchoolLeadership(fact.Urn.LeadershipStream(), fact.Urn, []).Apply(fact);

    public SchoolLeadership Apply(SchoolLeaderAppointed fact) => this with { Leaders = Leaders.Add(new(fact.PersonId, fact.Capacity, fact.OccurredOn)) };

    public SchoolLeadership Apply(SchoolLeaderLeft fact) => this with
    {
        Leaders = Leaders.ConvertAll(leader => leader.PersonId == fact.PersonId && leader.Capacity == fact.Capacity && leader.To is null ? leader with { To = fact.OccurredOn } : leader),
    };

    /// <summary>The leadership of those of the schools that the ledger knows leaders of, in one round trip.</summary>
    public static async Task<IReadOnlyList<SchoolLeadership>> AllAsync(IQuerySession session, IEnumerable<Urn> urns, CancellationToken token)
    {
        var streams = urns.Select(urn => urn.LeadershipStream()).Distinct().ToArray();
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolLeaderAppointed), typeof(SchoolLeaderLeft))).OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.GroupBy(e => e.StreamId).Select(stream => stream.Skip(1).Aggregate(Create((SchoolLeaderAppointed)stream.First().Data), (leadership, e) =>
            e.Data is SchoolLeaderAppointed appointed ? leadership.Apply(appointed) : leadership.Apply((SchoolLeaderLeft)e.Data)))];
    }

    /// <summary>Who held the capacity on the day: the latest appointed by then, unless they had left.</summary>
    public PersonId? Holder(Capacity capacity, DateOnly day) =>
        Leaders.Where(leader => leader.Capacity == capacity && leader.From <= day).MaxBy(leader => leader.From) is { } last && !(last.To < day) ? last.PersonId : null;
}
