using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The chair of the quadrant is asked to help: somebody the members know, who stands outside their partnership.</summary>
public sealed record AskQuadrantChair(ConfidentialText Outcome, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? concern.OutOfTurn(ConcernStep.QuadrantChair) ?? Outcome.NotFitForConcern(2000, "outcome");

    public QuadrantChairAsked Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, Outcome, OccurredOn);
}

public static class AskQuadrantChairEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerConcern concern, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);

    public static Objection? Validate(AskQuadrantChair command, PeerConcern concern, ReviewingPartnership partnership, Acting acting) => command.Objection(concern, partnership, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/quadrant-chair")]
    public static (Recorded, Events) Post(AskQuadrantChair command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
