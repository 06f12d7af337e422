using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>Capacity to support other schools, offered for a time.</summary>
public sealed record CapacityOffer(
    OfferId Id, PartnershipId PartnershipId, ProviderKind Provider, Urn? ProviderUrn, ImmutableList<ImprovementArea> Specialisms, int QuarterDaysPerTerm, DateOnly From, DateOnly To,
    DateOnly OfferedOn)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public static CapacityOffer Create(CapacityOffered fact) => new(
        fact.OfferId, fact.PartnershipId, fact.Provider, fact.ProviderUrn, [.. fact.Specialisms], fact.QuarterDaysPerTerm, fact.From, fact.To, fact.OccurredOn);

    public CapacityOffer Apply(OfferPassedOn fact) => this with { ProviderUrn = fact.NowUrn };

    /// <summary>True when this person heads the school that offers.</summary>
    public bool IsMadeBy(Acting acting) => ProviderUrn is { } urn && acting.IsAt(urn, Capacity.Headteacher);

    /// <summary>The steps by which it goes over to the school that stands for its provider now; none when no other took its provider's place.</summary>
    public IReadOnlyList<OfferPassedOn> PassedOnIn(BrokeringPartnership partnership) =>
        ProviderUrn is { } provider ? [.. partnership.Members.SuccessionsFrom(provider).Select(step => new OfferPassedOn(Id, PartnershipId, step.Was, step.Now, step.From))] : [];

    public static Task<CapacityOffer?> FindAsync(OfferId id, IQuerySession session, CancellationToken token) => session.LoadAsync<CapacityOffer>((object)id, token);
}
