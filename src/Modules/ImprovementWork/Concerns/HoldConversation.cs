using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The two sides talk: most concerns end here.</summary>
public sealed record HoldConversation(ConfidentialText Outcome, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? concern.OutOfTurn(ConcernStep.Conversation) ?? Outcome.NotFitForConcern(2000, "outcome");

    public ConversationHeld Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, Outcome, OccurredOn);
}

public static class HoldConversationEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerConcern concern, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);

    public static Objection? Validate(HoldConversation command, PeerConcern concern, ReviewingPartnership partnership, Acting acting) => command.Objection(concern, partnership, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/conversation")]
    public static (Recorded, Events) Post(HoldConversation command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
