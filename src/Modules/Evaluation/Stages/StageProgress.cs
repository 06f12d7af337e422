using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;

namespace EssexImprovement.Evaluation;

/// <summary>The stage a partnership was last confirmed to have reached. Until the first confirmation there is no such record: it is forming.</summary>
public sealed record StageProgress(Guid Id, PartnershipId PartnershipId, StageConfirmed Last)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    /// <summary>The ledger stream of a partnership's stages.</summary>
    public static Guid StreamOf(PartnershipId partnership) => partnership.StageStream();

    public static StageProgress Create(StageConfirmed fact) => new(StreamOf(fact.PartnershipId), fact.PartnershipId, fact);

    public StageProgress Apply(StageConfirmed fact) => this with { Last = fact };
}
