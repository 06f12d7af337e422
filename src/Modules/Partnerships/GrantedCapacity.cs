using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>One capacity of one person that no school or partnership gives: since when they hold it, or when they last ceased to.</summary>
public sealed record GrantedCapacity(Guid Id, PersonId PersonId, Capacity Capacity, DateOnly From, DateOnly? WithdrawnFrom)
{
    public int Version { get; init; }

    public static GrantedCapacity Create(CapacityGranted fact) => new(fact.PersonId.CapacityStream(fact.Capacity, fact.Quadrant, fact.Urn), fact.PersonId, fact.Capacity, fact.OccurredOn, null);

    public GrantedCapacity Apply(CapacityGranted fact) => this with { From = fact.OccurredOn, WithdrawnFrom = null };

    public GrantedCapacity Apply(CapacityWithdrawn fact) => this with { WithdrawnFrom = fact.OccurredOn };
}
