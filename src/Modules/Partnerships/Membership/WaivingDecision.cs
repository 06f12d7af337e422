using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>The decision by which a school may leave sooner than the notice allows (PRT-5): what it is about and how it was made. Folded from the decision's facts when asked.</summary>
public sealed record WaivingDecision(DecisionId Id, PartnershipId PartnershipId, DecisionKind Kind, ImmutableList<Urn> Urns, DecisionOutcome? Outcome, DateOnly? MadeOn)
{
    public static WaivingDecision Create(DecisionOpened fact) => new(fact.DecisionId, fact.PartnershipId, fact.Kind, [.. fact.Urns], null, null);

    public WaivingDecision Apply(DecisionMade fact) => this with { Outcome = fact.Outcome, MadeOn = fact.OccurredOn };

    /// <summary>True for a review of the membership of this school, or of one whose place it took, that was approved by the day.</summary>
    public bool Waives(Urn urn, DateOnly day, IReadOnlyList<MemberSchool> members) =>
        Kind == DecisionKind.MembershipReview && Urns.Any(named => members.LineOf(named).Contains(urn)) && Outcome is DecisionOutcome.Approved or DecisionOutcome.ApprovedWithConditions && MadeOn <= day;

    public static async Task<WaivingDecision?> FindAsync(DecisionId? id, IQuerySession session, CancellationToken token) =>
        id is { } decision ? await session.Events.AggregateStreamAsync<WaivingDecision>(decision.Value, token: token) : null;
}
