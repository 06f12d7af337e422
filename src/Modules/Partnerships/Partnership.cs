using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>Somebody who leads for the partnership, from the first day to the last, both inclusive.</summary>
public sealed record Lead(PersonId PersonId, LeadRole Role, Urn Urn, DateOnly From, DateOnly? To);

/// <summary>A signature under one version of the protocol.</summary>
public sealed record Signature(int Version, Urn Urn, Capacity Capacity, PersonId PersonId);

/// <summary>A peer group of the partnership.</summary>
public sealed record PeerGroup(PeerGroupId Id, string Name, ImmutableList<Urn> Urns);

/// <summary>How a partnership ended: which school keeps its records, and its last day. Why is confidential and stays in the ledger.</summary>
public sealed record Dissolution(Urn RecordsCustodianUrn, DateOnly On);

/// <summary>What a partnership is at a point of its history.</summary>
public sealed partial record Partnership(
    PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, ImmutableList<District> Districts, OperatingModel? OperatingModel, DateOnly FoundedOn,
    PersonId ConvenedBy, ImmutableList<MemberSchool> Members, ImmutableList<Lead> Leads, ImmutableList<PeerGroup> PeerGroups, ImmutableList<Signature> Signatures,
    MoralPurposeAgreed? Purpose, ProtocolAdopted? Protocol, ImmutableList<NoticeGiven> Notices, Dissolution? Dissolved)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public static Partnership Create(PartnershipFormed fact) => new(
        fact.PartnershipId, fact.Name, fact.Kind, fact.Quadrant, [.. fact.Districts], fact.OperatingModel, fact.OccurredOn, fact.ConvenedBy,
        MemberSchools.Founded(fact), [], [], [], null, null, [], null);

    public Partnership Apply(MoralPurposeAgreed fact) => this with { Purpose = fact };

    public Partnership Apply(ProtocolAdopted fact) => this with { Protocol = fact };

    public Partnership Apply(ProtocolSigned fact) =>
        this with { Signatures = Signatures.Add(new(fact.Version, fact.Urn, fact.Capacity, fact.PersonId)) };

    public Partnership Apply(SchoolAdmitted fact) => this with { Members = Members.After(fact) };

    public Partnership Apply(MembershipChanged fact) => this with { Members = Members.After(fact) };

    public Partnership Apply(NoticeGiven fact) => this with { Notices = Notices.Add(fact) };

    public Partnership Apply(SchoolLeft fact) => this with { Members = Members.After(fact), Notices = Notices.RemoveAll(notice => notice.Urn == fact.Urn) };

    public Partnership Apply(SchoolSucceeded fact) => this with { Members = Members.After(fact) };

    public Partnership Apply(PartnershipDissolved fact) => this with { Members = Members.After(fact), Dissolved = new(fact.RecordsCustodianUrn, fact.OccurredOn) };

    public Partnership Apply(LeadAppointed fact) => this with { Leads = Leads.Add(new(fact.PersonId, fact.Role, fact.Urn, fact.From, fact.To)) };

    public Partnership Apply(PeerGroupFormed fact) => this with { PeerGroups = PeerGroups.Add(new(fact.PeerGroupId, fact.Name, [.. fact.Urns])) };

    public IEnumerable<Urn> FullMembersOn(DateOnly day) => MembersOn(day).Where(member => member.Membership == Membership.Full).Select(member => member.Urn);

    public IEnumerable<MemberSchool> MembersOn(DateOnly day) => Members.On(day);

    /// <summary>The partnership is recorded by its lead; who may not know of it is told nothing.</summary>
    public Objection? NotRecordedBy(Acting acting) =>
        !MayBeKnownTo(acting) ? Objection.Unknown()
        : !acting.Leads(Id) ? Objection.LacksCapacity("the lead of this partnership")
        : Dissolved is not null ? new("XCT-9", "This partnership is dissolved; nothing is added to it.")
        : null;

    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));
}
