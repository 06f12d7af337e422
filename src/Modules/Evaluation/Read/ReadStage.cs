using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;

namespace EssexImprovement.Evaluation;

/// <summary>The stage of a partnership; a partnership of which none was confirmed is forming, with nothing else filled in.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Stage">The stage last confirmed.</param>
/// <param name="ConfirmedOn">The day it was confirmed.</param>
/// <param name="DecisionId">The board's decision that confirmed it.</param>
/// <param name="ReviewOn">The day it is looked at again.</param>
public sealed record StageOfPartnership(PartnershipId PartnershipId, Stage Stage, DateOnly? ConfirmedOn, DecisionId? DecisionId, DateOnly? ReviewOn);

public static class ReadStageEndpoint
{
    public static async Task<(DecidingPartnership?, StageProgress?)> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        (await DecidingPartnership.FindAsync(partnershipId, session, token),
            await session.Events.AggregateStreamAsync<StageProgress>(StageProgress.StreamOf(partnershipId), token: token));

    public static Objection? Validate(DecidingPartnership? partnership, Acting acting) => partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown();

    /// <summary>The stage a partnership has been confirmed to have reached, and by which decision. The ETag counts its confirmations.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/stage")]
    public static StageOfPartnership Get(PartnershipId partnershipId, StageProgress? progress, HttpResponse response)
    {
        response.ETagOf(progress?.Version ?? 0);
        var last = progress?.Last;
        return new(partnershipId, last?.Stage ?? Stage.Forming, last?.OccurredOn, last?.DecisionId, last?.ReviewOn);
    }
}
