using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>A signature under one version of the protocol.</summary>
public sealed record Signature(int Version, Urn Urn, Capacity Capacity, PersonId PersonId);

/// <summary>How a partnership ended: which school keeps its records, and its last day. Why is confidential and stays in the ledger.</summary>
public sealed record Dissolution(Urn RecordsCustodianUrn, DateOnly On);

/// <summary>What a partnership is at a point of its history.</summary>
public sealed partial record Partnership(
    PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, ImmutableList<District> Districts, OperatingModel? OperatingModel, DateOnly FoundedOn,
    PersonId ConvenedBy, ImmutableList<MemberSchool> Members, ImmutableList<Lead> Leads, ImmutableList<PeerGroup> PeerGroups, ImmutableList<Signature> Signatures,
    MoralPurposeAgreed? Purpose, ImmutableList<ProtocolAdopted> Protocols, ImmutableList<NoticeGiven> Notices, Dissolution? Dissolved)
{
    /// <summary>The newest version of the protocol, in force or to come; null while there is none.</summary>
    [JsonIgnore]
    public ProtocolAdopted? Protocol => Protocols.LastOrDefault();

    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    /// <summary>The last day on which whoever convened it records for it; null until the first lead takes over.</summary>
    public DateOnly? ConvenedUntil { get; init; }

    public static Partnership Create(PartnershipFormed fact) => new(
        fact.PartnershipId, fact.Name, fact.Kind, fact.Quadrant, [.. fact.Districts], fact.OperatingModel, fact.OccurredOn, fact.ConvenedBy,
        MemberSchools.Founded(fact), [], [], [], null, [], [], null);

    public Partnership Apply(MoralPurposeAgreed fact) => this with { Purpose = fact };

    public Partnership Apply(ProtocolAdopted fact) => this with { Protocols = Protocols.Add(fact) };

    public Partnership Apply(ProtocolSigned fact) =>
        this with { Signatures = Signatures.Add(new(fact.Version, fact.Urn, fact.Capacity, fact.PersonId)) };

    public Partnership Apply(SchoolAdmitted fact) => this with { Members = Members.After(fact) };

    public Partnership Apply(MembershipChanged fact) => this with { Members = Members.After(fact) };

    public Partnership Apply(NoticeGiven fact) => this with { Notices = Notices.Add(fact) };

    public Partnership Apply(SchoolLeft fact) => this with
    {
        Members = Members.After(fact), Notices = Notices.RemoveAll(notice => notice.Urn == fact.Urn),
    };

    /// <summary>The new school has what the old one had: its place, and with it peer groups and leads, and its notice. Not its signatures.</summary>
    public Partnership Apply(SchoolSucceeded fact) => this with
    {
        Members = Members.After(fact),
        // A school that was a member already gave no notice by taking in another.
        Notices = Members.Current(fact.NewUrn) is not null ? Notices.RemoveAll(notice => notice.Urn == fact.OldUrn) : Notices.ConvertAll(notice => notice.Urn == fact.OldUrn ? notice with { Urn = fact.NewUrn } : notice),
    };

    public Partnership Apply(PartnershipDissolved fact) => this with
    {
        Members = Members.After(fact), Leads = Leads.After(fact), PeerGroups = PeerGroups.After(fact), Dissolved = new(fact.RecordsCustodianUrn, fact.OccurredOn),
        ConvenedUntil = ConvenedUntil < fact.OccurredOn ? ConvenedUntil : fact.OccurredOn,
    };

    public Partnership Apply(LeadAppointed fact) => this with
    {
        Leads = Leads.After(fact),
        ConvenedUntil = fact.Role != LeadRole.Lead || ConvenedUntil < fact.From ? ConvenedUntil : fact.From.AddDays(-1),
    };

    public Partnership Apply(LeadStoodDown fact) => this with
    {
        Leads = Leads.After(fact),
        ConvenedUntil = fact.PersonId != ConvenedBy || fact.Role != LeadRole.Lead || ConvenedUntil < fact.OccurredOn ? ConvenedUntil : fact.OccurredOn,
    };

    public Partnership Apply(PeerGroupFormed fact) => this with { PeerGroups = PeerGroups.After(fact) };

    public Partnership Apply(PeerGroupDissolved fact) => this with { PeerGroups = PeerGroups.After(fact) };

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

    /// <summary>Where the protocol in force waits for the signature of whoever acts: the schools they head or chair that belong today, and have it signed by a predecessor at most.</summary>
    public IEnumerable<(Urn Urn, Capacity Capacity)> SignaturesAskedOf(Acting acting) => Protocol is not { } protocol || Dissolved is not null ? [] :
        from member in MembersOn(acting.Today)
        from capacity in new[] { Capacity.Headteacher, Capacity.ChairOfGovernors }
        where acting.IsAt(member.Urn, capacity) && !Signatures.Contains(new(protocol.Version, member.Urn, capacity, acting.Person))
        select (member.Urn, capacity);

    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));
}
