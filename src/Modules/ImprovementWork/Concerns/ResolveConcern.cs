using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The concern is settled, at whatever step, and both sides go on working together.</summary>
public sealed record ResolveConcern(ConfidentialText How, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? concern.NotHeard() ?? How.NotFitForConcern(2000, "how");

    public ConcernResolved Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, How, OccurredOn);
}

public static class ResolveConcernEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerConcern concern, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);

    public static Objection? Validate(ResolveConcern command, PeerConcern concern, ReviewingPartnership partnership, Acting acting) => command.Objection(concern, partnership, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/resolution")]
    public static (Recorded, Events) Post(ResolveConcern command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
