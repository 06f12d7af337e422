using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>The stage the board last confirmed, folded from Evaluation's facts when asked; there is none while a partnership is forming.</summary>
public sealed record ReachedStage(Guid Id, Stage Stage)
{
    public static ReachedStage Create(StageConfirmed fact) => new(fact.PartnershipId.StageStream(), fact.Stage);

    public ReachedStage Apply(StageConfirmed fact) => this with { Stage = fact.Stage };

    public static Task<ReachedStage?> ReadAsync(IQuerySession session, PartnershipId partnership, CancellationToken token) =>
        session.Events.AggregateStreamAsync<ReachedStage>(partnership.StageStream(), token: token);
}
