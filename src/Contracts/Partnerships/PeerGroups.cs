using System.Collections.Immutable;

namespace EssexImprovement.Contracts.Partnerships;

/// <summary>A peer group of a partnership.</summary>
/// <param name="Id">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Urns">The schools it was formed of.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
public sealed record PeerGroup(PeerGroupId Id, string Name, ImmutableList<Urn> Urns, DateOnly From, DateOnly? To = null)
{
    /// <summary>The schools that review together in it on a day: those it was formed of, or that took their place, as far as they are members. None before its first day and
    /// after its last, and none where only one is left.</summary>
    public IReadOnlyList<Urn> On(DateOnly day, IReadOnlyCollection<MemberSchool> members) =>
        day < From || To < day ? [] : Urns.Select(urn => members.InPlaceOf(urn, day)).Distinct().Where(urn => members.Has(urn, day)).ToList() is { Count: > 1 } together ? together : [];
}

/// <summary>The peer groups of a partnership, folded from its facts. A fact about membership alters no group: who is in it on a day follows from who is a member on it.</summary>
public static class PeerGroups
{
    /// <summary>The groups after one more was formed.</summary>
    public static ImmutableList<PeerGroup> After(this ImmutableList<PeerGroup> groups, PeerGroupFormed fact) => groups.Add(new(fact.PeerGroupId, fact.Name, [.. fact.Urns], fact.From));

    /// <summary>The groups after one ended.</summary>
    public static ImmutableList<PeerGroup> After(this ImmutableList<PeerGroup> groups, PeerGroupDissolved fact) =>
        groups.ConvertAll(group => group.Id == fact.PeerGroupId ? group with { To = fact.OccurredOn } : group);

    /// <summary>The groups after the partnership's last day.</summary>
    public static ImmutableList<PeerGroup> After(this ImmutableList<PeerGroup> groups, PartnershipDissolved fact) =>
        groups.ConvertAll(group => group.To < fact.OccurredOn ? group : group with { To = fact.OccurredOn });

    /// <summary>The schools that review together with one of these on a day, these among them.</summary>
    public static IReadOnlyList<Urn> Around(this IEnumerable<PeerGroup> groups, IReadOnlyCollection<Urn> schools, DateOnly day, IReadOnlyCollection<MemberSchool> members) =>
        [.. groups.Select(group => group.On(day, members)).Where(together => together.Any(schools.Contains)).SelectMany(together => together).Distinct()];
}
