using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The head of the school concerned says how they see it, asked or not. Nobody speaks for them.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record GiveResponse(ConfidentialText Response, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, Acting acting) =>
        !concern.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : !concern.IsAnsweredBy(acting, partnership, OccurredOn) || !concern.IsAnsweredBy(acting, partnership, acting.Today)
            ? new("XCT-6", "Only the head of the school concerned answers for it.")
        : concern.NotGoingOn(this)
        ?? (concern.Response is not null ? Contracts.Objection.Malformed("response", "The school concerned has answered already.") : null)
        ?? Response.NotFitForConcern(4000, "response");

    public ResponseGiven Decide(PeerConcern concern, PersonId givenBy) => new(concern.Id, concern.PartnershipId, concern.Urn, Response, givenBy, OccurredOn);
}

public static class GiveResponseEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerConcern concern, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);

    public static Objection? Validate(GiveResponse command, PeerConcern concern, ReviewingPartnership partnership, Acting acting) => command.Objection(concern, partnership, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/response")]
    public static (Recorded, Events) Post(GiveResponse command, [WriteModel("concernId")] PeerConcern concern, Acting acting) =>
        (new(concern.Version + 1), [command.Decide(concern, acting.Person)]);
}
