using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Evaluation;

/// <summary>The board's decision that a partnership has reached a stage takes effect: nobody moves a partnership on but by a decision that can be traced.</summary>
public sealed record ConfirmStage(Stage Stage, DecisionId DecisionId, DateOnly ReviewOn, DateOnly OccurredOn) : ICommand
{
    /// <summary>Two stages are confirmed more than so many terms apart: what began in one autumn is confirmed no earlier than in the spring after the next.</summary>
    public const int TermsBetween = 3;

    public Objection? Objection(DecidingPartnership? partnership, StageProgress? progress, Decision? decision, TermCalendar calendar, Acting acting) =>
        partnership is null || !partnership.MayBeKnownTo(acting) ? Contracts.Objection.Unknown()
        : partnership.NotRecordedBy(acting, DecidingBody.Board)
        ?? (!Confirms(decision, partnership.Id)
            ? new("STG-4", "A stage is confirmed by a decision of the board about this partnership: of the kind stage-progression, for this stage, made by that day and approved.", "decisionId")
        : Stage != (progress?.Last.Stage ?? Stage.Forming) + 1
            ? new("STG-5", $"The partnership is at {progress?.Last.Stage ?? Stage.Forming}; a stage is reached from the one before it.", "stage")
        : progress is not null && calendar.TermsBetween(progress.Last.OccurredOn, OccurredOn) <= TermsBetween
            ? new("STG-5", $"The last stage was confirmed on {progress.Last.OccurredOn:d MMMM yyyy}; more than three terms lie between two.", "occurredOn")
        : ReviewOn <= OccurredOn ? Contracts.Objection.Malformed("reviewOn", "A stage is looked at again after the day it was confirmed.")
        : null);

    public StageConfirmed Decide(PartnershipId partnership) => new(partnership, Stage, DecisionId, ReviewOn, OccurredOn);

    // Whether the decision is unknown, of another partnership or not of this kind is told in one sentence: what a reader may not know of looks like what does not exist.
    private bool Confirms(Decision? decision, PartnershipId partnership) =>
        decision is { Opened: { Kind: DecisionKind.StageProgression, Body: DecidingBody.Board }, Made: { Outcome: DecisionOutcome.Approved or DecisionOutcome.ApprovedWithConditions } made }
        && decision.PartnershipId == partnership && decision.Opened.TargetStage == Stage && made.OccurredOn <= OccurredOn;
}

public static class ConfirmStageEndpoint
{
    public static async Task<(DecidingPartnership?, StageProgress?, Decision?, TermCalendar)> LoadAsync(
        ConfirmStage command, PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        (await DecidingPartnership.FindAsync(partnershipId, session, token),
            await session.Events.AggregateStreamAsync<StageProgress>(StageProgress.StreamOf(partnershipId), token: token),
            await session.LoadAsync<Decision>((object)command.DecisionId, token),
            await Calendar.ReadAsync(session, token));

    public static Objection? Validate(
        ConfirmStage command, DecidingPartnership? partnership, StageProgress? progress, Decision? decision, TermCalendar calendar, Acting acting) =>
        command.Objection(partnership, progress, decision, calendar, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/stage-confirmations")]
    public static Recorded Post(ConfirmStage command, PartnershipId partnershipId, StageProgress? progress, IDocumentSession session)
    {
        var fact = command.Decide(partnershipId);
        if (progress is null) session.Events.StartStream<StageProgress>(StageProgress.StreamOf(partnershipId), fact);
        else session.Events.Append(progress.Id, progress.Version + 1, fact);
        return new((progress?.Version ?? 0) + 1);
    }
}
