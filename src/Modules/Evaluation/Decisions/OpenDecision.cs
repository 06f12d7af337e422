using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.Evaluation;

/// <summary>A question is put to a body, so that what is decided can later be traced to who decided it, on what, and among which options.</summary>
public sealed record OpenDecision(
    PartnershipId PartnershipId, DecisionKind Kind, Direction Direction, ConfidentialText Question, IReadOnlyList<Urn> Urns, DecidingBody Body, int BodySize, DateOnly OccurredOn,
    Stage? TargetStage = null, DateOnly? NeededBy = null) : ICommand
{
    public Objection? Objection(DecidingPartnership? partnership, IReadOnlyList<Decision> open, Acting acting) =>
        partnership is null || !partnership.MayBeKnownTo(acting) ? Contracts.Objection.Unknown("partnershipId")
        : partnership.Members.NotGoingOn()
        ?? partnership.NotRecordedBy(acting, Body)
        ?? Question.NotBetween1And(1000, "question")
        ?? (Urns.Distinct().Count() != Urns.Count ? Contracts.Objection.Malformed("urns", "A school is named twice.")
        : Urns.Any(urn => !partnership.HasOn(urn, OccurredOn)) ? new("XCT-8", $"A school named was not a member on {OccurredOn:d MMMM yyyy}.", "urns")
        : (Kind == DecisionKind.StageProgression) != TargetStage.HasValue ? Contracts.Objection.Malformed("targetStage", "A stage progression, and nothing else, names the stage asked for.")
        : TargetStage == Stage.Forming ? Contracts.Objection.Malformed("targetStage", "Forming is where every partnership begins; nobody decides it.")
        : BodySize is < MakeDecision.SmallestQuorum or > 200 ? Contracts.Objection.Malformed("bodySize", $"A body that decides has {MakeDecision.SmallestQuorum} to 200 people.")
        : NeededBy < OccurredOn ? Contracts.Objection.Malformed("neededBy", "A decision is needed on the day it is put or later.")
        : open.Any(decision => decision.Opened.Kind == Kind && decision.Opened.Question == Question) ? Contracts.Objection.Malformed("question", "This question is before the body already.")
        : null);

    public DecisionOpened Decide(DecisionId id) => new(id, PartnershipId, Kind, Direction, Question, Urns, TargetStage, Body, BodySize, NeededBy, OccurredOn);
}

public static class OpenDecisionEndpoint
{
    public static async Task<(DecidingPartnership?, IReadOnlyList<Decision>)> LoadAsync(OpenDecision command, IQuerySession session, CancellationToken token) =>
        (await DecidingPartnership.FindAsync(command.PartnershipId, session, token),
            await session.Query<Decision>().Where(decision => decision.PartnershipId == command.PartnershipId && decision.Made == null).ToListAsync(token));

    public static Objection? Validate(OpenDecision command, DecidingPartnership? partnership, IReadOnlyList<Decision> open, Acting acting) =>
        command.Objection(partnership, open, acting);

    [WolverinePost("/api/v1/decisions")]
    public static (Created<Begun<DecisionId>>, IStartStream) Post(OpenDecision command)
    {
        var id = DecisionId.New();
        return (TypedResults.Created($"/api/v1/decisions/{id}", new Begun<DecisionId>(id)), MartenOps.StartStream<Decision>(id.Value, command.Decide(id)));
    }
}
