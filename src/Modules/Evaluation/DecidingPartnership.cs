using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Evaluation;

/// <summary>What this room needs to know of a partnership: its member schools. Folded from the partnership's facts when asked.</summary>
public sealed record DecidingPartnership(PartnershipId Id, ImmutableList<MemberSchool> Members)
{
    public static DecidingPartnership Create(PartnershipFormed fact) => new(fact.PartnershipId, MemberSchools.Founded(fact));

    public DecidingPartnership Apply(SchoolAdmitted fact) => this with { Members = Members.After(fact) };

    public DecidingPartnership Apply(MembershipChanged fact) => this with { Members = Members.After(fact) };

    public DecidingPartnership Apply(SchoolLeft fact) => this with { Members = Members.After(fact) };

    public DecidingPartnership Apply(SchoolSucceeded fact) => this with { Members = Members.After(fact) };

    public DecidingPartnership Apply(PartnershipDissolved fact) => this with { Members = Members.After(fact) };

    public bool HasOn(Urn urn, DateOnly day) => Members.Has(urn, day);

    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));

    /// <summary>Questions and reasons are for those the decision concerns, the board and auditors; analysts and data stewards see structure.</summary>
    public bool MayBeReadBy(Acting acting) =>
        acting.Is(Capacity.Auditor, Capacity.BoardMember) || acting.Leads(Id) || Members.MayKnow(acting.Today).Any(urn => acting.IsAt(urn, Capacity.Headteacher, Capacity.ChairOfGovernors));

    /// <summary>The lead keeps the record of a decision; of one by the board, a member of the board may as well.</summary>
    public Objection? NotRecordedBy(Acting acting, DecidingBody body) =>
        !MayBeKnownTo(acting) ? Objection.Unknown()
        : acting.Leads(Id) ? null
        : body != DecidingBody.Board ? Objection.LacksCapacity("the lead of this partnership")
        : acting.Is(Capacity.BoardMember) ? null
        : Objection.LacksCapacity("the lead of this partnership and members of the board");

    public static Task<DecidingPartnership?> FindAsync(PartnershipId id, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<DecidingPartnership>(id.Value, token: token);

    /// <summary>The partnership a decision concerns; it exists, for no decision is opened without one.</summary>
    public static async Task<DecidingPartnership> OfAsync(Decision decision, IQuerySession session, CancellationToken token) =>
        await FindAsync(decision.PartnershipId, session, token) ?? throw new InvalidOperationException($"Decision {decision.Id} concerns a partnership the ledger does not hold.");
}
