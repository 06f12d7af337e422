using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>What this room needs to know of a partnership: its member schools. Folded from the partnership's facts when asked.</summary>
public sealed record BrokeringPartnership(PartnershipId Id, ImmutableList<MemberSchool> Members)
{
    public static BrokeringPartnership Create(PartnershipFormed fact) => new(fact.PartnershipId, MemberSchools.Founded(fact));

    public BrokeringPartnership Apply(SchoolAdmitted fact) => this with { Members = Members.After(fact) };

    public BrokeringPartnership Apply(MembershipChanged fact) => this with { Members = Members.After(fact) };

    public BrokeringPartnership Apply(SchoolLeft fact) => this with { Members = Members.After(fact) };

    public BrokeringPartnership Apply(SchoolSucceeded fact) => this with { Members = Members.After(fact) };

    public BrokeringPartnership Apply(PartnershipDissolved fact) => this with { Members = Members.After(fact) };

    public bool MayBeKnownTo(Acting acting) => acting.MayKnowOf(Id, Members.MayKnow(acting.Today));

    /// <summary>Whoever may not know of the partnership is told nothing; whoever may, for whom this is.</summary>
    public Objection? NotFor(Acting acting, bool may, string who) => !MayBeKnownTo(acting) ? Objection.Unknown() : may ? null : Objection.LacksCapacity(who);

    /// <summary>True when this person heads the school on the day, or one that took its place since: what belonged to the first belongs to the last.</summary>
    public bool IsHeadedBy(Acting acting, Urn urn, DateOnly day) => Members.LineOf(urn).Any(school => acting.Headed(school, day));

    /// <summary>True when both are one school by now: the same, or one took the other's place, or a third took the place of both.</summary>
    public bool AreOne(Urn one, Urn other) => Members.LineOf(one)[^1] == Members.LineOf(other)[^1];

    /// <summary>XCT-8 when the school was not a member on the day; it names the school that took its place, if one did.</summary>
    public Objection? NotAMember(Urn urn, DateOnly day, string field) =>
        Members.Has(urn, day) ? null
        : new("XCT-8", $"School {urn} was not a member on {day:d MMMM yyyy}{(Members.LineOf(urn) is [_, .., var last] ? $"; school {last} has taken its place" : "")}.", field);

    public static Task<BrokeringPartnership?> FindAsync(PartnershipId id, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<BrokeringPartnership>(id.Value, token: token);

    /// <summary>The partnership of a request or an offer; it exists, for neither is made without one.</summary>
    public static async Task<BrokeringPartnership> OfAsync(PartnershipId id, IQuerySession session, CancellationToken token) =>
        await FindAsync(id, session, token) ?? throw new InvalidOperationException($"The ledger does not hold the partnership {id}.");
}
