using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The members take the concern up together. From that day on the heads of all of them know of it.</summary>
public sealed record HoldPartnershipMeeting(ConfidentialText Outcome, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? concern.OutOfTurn(ConcernStep.PartnershipMeeting) ?? Outcome.NotFitForConcern(2000, "outcome");

    public PartnershipMeetingHeld Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, Outcome, OccurredOn);
}

public static class HoldPartnershipMeetingEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerConcern concern, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);

    public static Objection? Validate(HoldPartnershipMeeting command, PeerConcern concern, ReviewingPartnership partnership, Acting acting) => command.Objection(concern, partnership, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/partnership-meeting")]
    public static (Recorded, Events) Post(HoldPartnershipMeeting command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
