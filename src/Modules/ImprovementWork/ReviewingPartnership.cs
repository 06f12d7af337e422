using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>What this room needs to know of a partnership: its members, its peer groups, its protocols and who signed them. Folded from the partnership's facts when asked.</summary>
public sealed record ReviewingPartnership(
    PartnershipId Id, PartnershipKind Kind, ImmutableList<MemberSchool> Members, ImmutableList<ProtocolAdopted> Protocols, ImmutableList<ProtocolSigned> Signatures,
    ImmutableList<PeerGroup> PeerGroups)
{
    public string Name { get; init; } = "";

    public Quadrant Quadrant { get; init; }

    /// <summary>The clauses of the moral purpose in force, by their short names.</summary>
    public ImmutableHashSet<string> PurposeClauses { get; init; } = [];

    public ReviewingPartnership Apply(MoralPurposeAgreed fact) => this with { PurposeClauses = [.. fact.OutcomeClauses.Select(clause => clause.ClauseId)] };

    /// <summary>Every link that was agreed with another partnership.</summary>
    public ImmutableList<PartnershipLinkAgreed> Links { get; init; } = [];

    public static ReviewingPartnership Create(PartnershipFormed fact) =>
        new(fact.PartnershipId, fact.Kind, MemberSchools.Founded(fact), [], [], []) { Name = fact.Name, Quadrant = fact.Quadrant };

    public ReviewingPartnership Apply(SchoolAdmitted fact) => this with { Members = Members.After(fact) };

    public ReviewingPartnership Apply(MembershipChanged fact) => this with { Members = Members.After(fact) };

    public ReviewingPartnership Apply(SchoolLeft fact) => this with { Members = Members.After(fact) };

    public ReviewingPartnership Apply(SchoolSucceeded fact) => this with { Members = Members.After(fact) };

    public ReviewingPartnership Apply(PartnershipDissolved fact) => this with { Members = Members.After(fact), PeerGroups = PeerGroups.After(fact) };

    public ReviewingPartnership Apply(ProtocolAdopted fact) => this with { Protocols = Protocols.Add(fact) };

    public ReviewingPartnership Apply(ProtocolSigned fact) => this with { Signatures = Signatures.Add(fact) };

    public ReviewingPartnership Apply(PeerGroupFormed fact) => this with { PeerGroups = PeerGroups.After(fact) };

    public ReviewingPartnership Apply(PeerGroupDissolved fact) => this with { PeerGroups = PeerGroups.After(fact) };

    public ReviewingPartnership Apply(PartnershipLinkAgreed fact) => this with { Links = Links.Add(fact) };

    /// <summary>The partnerships that look at this one by a link in force on the day.</summary>
    public IReadOnlyList<PartnershipId> ScrutinisedBy(DateOnly day) =>
        [.. LinksOn(day).Where(link => link.Purposes.Contains(LinkPurpose.Scrutiny)).Select(link => link.OtherId).Distinct()];

    /// <summary>The partnerships that this one is linked with on the day, whatever for.</summary>
    public IReadOnlyList<PartnershipId> LinkedOn(DateOnly day) => [.. LinksOn(day).Select(link => link.OtherId).Distinct()];

    private IEnumerable<PartnershipLinkAgreed> LinksOn(DateOnly day) => Links.Where(link => link.From <= day && !(link.To < day));

    public IEnumerable<Urn> MembersOn(DateOnly day) => Members.On(day).Select(member => member.Urn);

    /// <summary>The protocol in force on the day: the latest version that had taken effect.</summary>
    public ProtocolAdopted? ProtocolOn(DateOnly day) => Protocols.Where(protocol => protocol.EffectiveFrom <= day).MaxBy(protocol => protocol.Version);

    /// <summary>True when the person may know of this partnership and that it reviews.</summary>
    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));

    /// <summary>The protocol that binds a review: the one in force when it was planned. What is adopted later binds later reviews, though it bear an earlier day.</summary>
    public ProtocolAdopted? ProtocolOf(PeerReview review) =>
        (review.Protocol?.ProtocolVersion ?? review.Plan.ProtocolVersion) is { } version ? Protocols.Find(protocol => protocol.Version == version) : ProtocolOn(review.Plan.OccurredOn);

    /// <summary>How many days a visit has at most that is planned on the day: what the protocol in force says, never more than three (IMP-8).</summary>
    public int LongestVisitOn(DateOnly day) => Math.Min(ProtocolOn(day)?.ReviewDays ?? ReviewPolicy.LongestVisit, ReviewPolicy.LongestVisit);

    /// <summary>The same by the protocol that binds the review.</summary>
    public int LongestVisitOf(PeerReview review) => Math.Min(ProtocolOf(review)?.ReviewDays ?? ReviewPolicy.LongestVisit, ReviewPolicy.LongestVisit);

    /// <summary>XCT-8 when the school was not a member on the day.</summary>
    public Objection? NotAMember(Urn urn, DateOnly day, string field) =>
        Members.Has(urn, day) ? null : new("XCT-8", $"School {urn} was not a member on {day:d MMMM yyyy}.", field);

    /// <summary>XCT-8 when the school was not a member on the day; PRT-6 when its head and its chair had not both signed the protocol by then.</summary>
    public Objection? NotTakingPart(Urn urn, DateOnly day, ProtocolAdopted? binding, string field) =>
        NotAMember(urn, day, field) is { } outside ? outside
        : binding is not { } protocol ? new("PRT-6", $"No protocol was in force on {day:d MMMM yyyy}.", field)
        : Signed(protocol, urn, day, Capacity.Headteacher) && Signed(protocol, urn, day, Capacity.ChairOfGovernors) ? null
        : new("PRT-6", $"School {urn} takes part when its head and its chair have signed version {protocol.Version} of the protocol.", field);

    public static Task<ReviewingPartnership?> FindAsync(PartnershipId id, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<ReviewingPartnership>(id.Value, token: token);

    /// <summary>The partnership of a review; it exists, for no review is planned without one.</summary>
    public static async Task<ReviewingPartnership> OfAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        await FindAsync(review.PartnershipId, session, token) ?? throw new InvalidOperationException($"Review {review.Id} belongs to a partnership the ledger does not hold.");

    /// <summary>The partnership of something that began in it.</summary>
    public static async Task<ReviewingPartnership> OfAsync(PartnershipId id, IQuerySession session, CancellationToken token) =>
        await FindAsync(id, session, token) ?? throw new InvalidOperationException($"The ledger does not hold the partnership {id}.");

    /// <summary>Each of the partnerships, in as many round trips: for what one person has a part in, which are few.</summary>
    public static async Task<IReadOnlyDictionary<PartnershipId, ReviewingPartnership>> EachAsync(IEnumerable<PartnershipId> ids, IQuerySession session, CancellationToken token)
    {
        var known = new Dictionary<PartnershipId, ReviewingPartnership>();
        foreach (var id in ids.Distinct()) known[id] = await OfAsync(id, session, token);
        return known;
    }

    private bool Signed(ProtocolAdopted protocol, Urn urn, DateOnly day, Capacity capacity) =>
        Signatures.Any(signature => signature.Version == protocol.Version && signature.Urn == urn && signature.Capacity == capacity && signature.OccurredOn <= day);
}
