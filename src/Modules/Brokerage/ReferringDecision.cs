using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>The decision a referral without the head's consent rests on (BRK-1): whose it is and whether it was made. Folded from the decision's facts when asked.</summary>
public sealed record ReferringDecision(DecisionId Id, PartnershipId PartnershipId, DateOnly? MadeOn)
{
    public static ReferringDecision Create(DecisionOpened fact) => new(fact.DecisionId, fact.PartnershipId, null);

    public ReferringDecision Apply(DecisionMade fact) => this with { MadeOn = fact.OccurredOn };

    public static async Task<ReferringDecision?> FindAsync(DecisionId? id, IQuerySession session, CancellationToken token) =>
        id is { } decision ? await session.Events.AggregateStreamAsync<ReferringDecision>(decision.Value, token: token) : null;
}
