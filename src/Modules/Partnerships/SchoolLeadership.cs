using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>Somebody who heads a school or chairs its governors, from a day on.</summary>
public sealed record SchoolLeader(PersonId PersonId, Capacity Capacity, DateOnly From);

/// <summary>Who heads and chairs one school, each until the next is appointed.</summary>
public sealed record SchoolLeadership(Guid Id, Urn Urn, ImmutableList<SchoolLeader> Leaders)
{
    public int Version { get; init; }

    public static SchoolLeadership Create(SchoolLeaderAppointed fact) => new SchoolLeadership(fact.Urn.LeadershipStream(), fact.Urn, []).Apply(fact);

    public SchoolLeadership Apply(SchoolLeaderAppointed fact) => this with { Leaders = Leaders.Add(new(fact.PersonId, fact.Capacity, fact.OccurredOn)) };

    /// <summary>Who held the capacity on the day: the latest appointed by then.</summary>
    public PersonId? Holder(Capacity capacity, DateOnly day) =>
        Leaders.Where(leader => leader.Capacity == capacity && leader.From <= day).MaxBy(leader => leader.From)?.PersonId;
}
