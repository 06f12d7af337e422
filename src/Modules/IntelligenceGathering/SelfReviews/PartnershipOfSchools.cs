using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>Which schools belong to a partnership and which review together in it: kept, because this room asks it by school and a fold is asked by partnership.</summary>
public sealed record PartnershipOfSchools(PartnershipId Id, ImmutableList<MemberSchool> Members, ImmutableList<PeerGroup> PeerGroups)
{
    /// <summary>Every school that ever belonged to it; what it is found by.</summary>
    public IReadOnlyList<int> Urns => [.. Members.Select(member => member.Urn.Value).Distinct()];

    public static PartnershipOfSchools Create(PartnershipFormed fact) => new(fact.PartnershipId, MemberSchools.Founded(fact), []);

    public PartnershipOfSchools Apply(SchoolAdmitted fact) => this with { Members = Members.After(fact) };

    public PartnershipOfSchools Apply(MembershipChanged fact) => this with { Members = Members.After(fact) };

    public PartnershipOfSchools Apply(SchoolLeft fact) => this with { Members = Members.After(fact) };

    public PartnershipOfSchools Apply(SchoolSucceeded fact) => this with { Members = Members.After(fact) };

    public PartnershipOfSchools Apply(PartnershipDissolved fact) => this with { Members = Members.After(fact), PeerGroups = PeerGroups.After(fact) };

    public PartnershipOfSchools Apply(PeerGroupFormed fact) => this with { PeerGroups = PeerGroups.After(fact) };

    public PartnershipOfSchools Apply(PeerGroupDissolved fact) => this with { PeerGroups = PeerGroups.After(fact) };

    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));
}
