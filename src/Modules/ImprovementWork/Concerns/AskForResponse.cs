using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The school concerned is asked what it says, before anything goes further.</summary>
public sealed record AskForResponse(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? (concern.ResponseAskedOn is not null || concern.Response is not null ? Contracts.Objection.Malformed("occurredOn", "The school concerned was asked, or has answered, already.") : null);

    public ResponseAsked Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, concern.Urn, OccurredOn);
}

public static class AskForResponseEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerConcern concern, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);

    public static Objection? Validate(AskForResponse command, PeerConcern concern, ReviewingPartnership partnership, Acting acting) => command.Objection(concern, partnership, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/response-requests")]
    public static (Recorded, Events) Post(AskForResponse command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
