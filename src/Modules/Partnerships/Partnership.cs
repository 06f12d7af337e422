using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>Somebody who leads for the partnership, from the first day to the last, both inclusive.</summary>
public sealed record Lead(PersonId PersonId, LeadRole Role, Urn Urn, DateOnly From, DateOnly? To)
{
    public bool On(DateOnly day) => From <= day && !(To < day);
}

/// <summary>A signature under one version of the protocol.</summary>
public sealed record Signature(int Version, Urn Urn, Capacity Capacity, PersonId PersonId);

/// <summary>A peer group of the partnership, to the last day if it ended.</summary>
public sealed record PeerGroup(PeerGroupId Id, string Name, ImmutableList<Urn> Urns, DateOnly From, DateOnly? To = null);

/// <summary>How a partnership ended: which school keeps its records, and its last day. Why is confidential and stays in the ledger.</summary>
public sealed record Dissolution(Urn RecordsCustodianUrn, DateOnly On);

/// <summary>What a partnership is at a point of its history.</summary>
public sealed record Partnership(
    PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, ImmutableList<District> Districts, OperatingModel? OperatingModel, DateOnly FoundedOn,
    PersonId ConvenedBy, ImmutableList<MemberSchool> Members, ImmutableList<Lead> Leads, ImmutableList<PeerGroup> PeerGroups, ImmutableList<Signature> Signatures,
    MoralPurposeAgreed? Purpose, ProtocolAdopted? Protocol, ImmutableList<NoticeGiven> Notices, Dissolution? Dissolved)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    /// <summary>The last day on which whoever convened it records for it; null until the first lead takes over.</summary>
    public DateOnly? ConvenedUntil { get; init; }

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

    public Partnership Apply(SchoolLeft fact) => this with
    {
        Members = Members.After(fact), Notices = Notices.RemoveAll(notice => notice.Urn == fact.Urn),
        PeerGroups = PeerGroups.ConvertAll(group => group with { Urns = group.Urns.Remove(fact.Urn) }),
    };

    /// <summary>The new school has what the old one had: its place in the peer groups, its leads, its notice. Not its signatures.</summary>
    public Partnership Apply(SchoolSucceeded fact) => this with
    {
        Members = Members.After(fact),
        Notices = Notices.ConvertAll(notice => notice.Urn == fact.OldUrn ? notice with { Urn = fact.NewUrn } : notice),
        Leads = Leads.ConvertAll(lead => lead.Urn == fact.OldUrn && !(lead.To < fact.OccurredOn) ? lead with { Urn = fact.NewUrn } : lead),
        PeerGroups = PeerGroups.ConvertAll(group => group with { Urns = [.. group.Urns.Select(urn => urn == fact.OldUrn ? fact.NewUrn : urn).Distinct()] }),
    };

    public Partnership Apply(PartnershipDissolved fact) => this with { Members = Members.After(fact), Dissolved = new(fact.RecordsCustodianUrn, fact.OccurredOn) };

    public Partnership Apply(LeadAppointed fact) => this with
    {
        Leads = Leads.Add(new(fact.PersonId, fact.Role, fact.Urn, fact.From, fact.To)),
        ConvenedUntil = fact.Role != LeadRole.Lead || ConvenedUntil < fact.From ? ConvenedUntil : fact.From.AddDays(-1),
    };

    public Partnership Apply(LeadStoodDown fact) => this with
    {
        Leads = Leads.ConvertAll(lead => lead.PersonId == fact.PersonId && lead.Role == fact.Role && lead.On(fact.OccurredOn) ? lead with { To = fact.OccurredOn } : lead),
        ConvenedUntil = fact.PersonId != ConvenedBy || fact.Role != LeadRole.Lead || ConvenedUntil < fact.OccurredOn ? ConvenedUntil : fact.OccurredOn,
    };

    public Partnership Apply(PeerGroupFormed fact) => this with { PeerGroups = PeerGroups.Add(new(fact.PeerGroupId, fact.Name, [.. fact.Urns], fact.From)) };

    public Partnership Apply(PeerGroupDissolved fact) =>
        this with { PeerGroups = PeerGroups.ConvertAll(group => group.Id == fact.PeerGroupId ? group with { To = fact.OccurredOn } : group) };

    public IEnumerable<Urn> FullMembersOn(DateOnly day) => MembersOn(day).Where(member => member.Membership == Membership.Full).Select(member => member.Urn);

    public IEnumerable<MemberSchool> MembersOn(DateOnly day) => Members.On(day);

    /// <summary>Who records for the partnership on a day: its leads but for the governor link, and whoever convened it until the first lead takes over.</summary>
    public IEnumerable<PersonId> LedByOn(DateOnly day) =>
        Leads.Where(lead => lead.Role != LeadRole.GovernorLink && lead.On(day)).Select(lead => lead.PersonId).Concat(ConvenedUntil < day ? [] : [ConvenedBy]);

    /// <summary>The partnership is recorded by its lead; who may not know of it is told nothing.</summary>
    public Objection? NotRecordedBy(Acting acting) => NotRecordedBy(acting, acting.Leads(Id), "the lead of this partnership");

    /// <summary>Whoever may not know of the partnership is told nothing; whoever may, that it is dissolved, or for whom this is.</summary>
    public Objection? NotRecordedBy(Acting acting, bool may, string who) =>
        !MayBeKnownTo(acting) ? Objection.Unknown() : Members.NotGoingOn() ?? (may ? null : Objection.LacksCapacity(who));

    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));
}
