using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>The head of the school in need agrees to be supported by the one proposed; the request is finished.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record AcceptMatch(DateOnly OccurredOn) : ICommand
{
    // What the candidate declared after the proposal counts too.
    public Objection? Objection(SupportRequest request, BrokeringPartnership partnership, Acting acting) =>
        request.NotAnsweredBy(acting, partnership, OccurredOn) ?? request.NotFitToSupport(request.Proposed!.OfferId);

    public MatchAccepted Decide(SupportRequest request, PersonId head) => new(request.Id, request.PartnershipId, request.Proposed!.OfferId, head, OccurredOn);
}

public static class AcceptMatchEndpoint
{
    public static Task<BrokeringPartnership> LoadAsync(SupportRequest request, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.OfAsync(request.PartnershipId, session, token);

    public static Objection? Validate(AcceptMatch command, SupportRequest request, BrokeringPartnership partnership, Acting acting) => command.Objection(request, partnership, acting);

    [WolverinePost("/api/v1/support-requests/{supportRequestId}/match/acceptance")]
    public static (Recorded, Events) Post(AcceptMatch command, [WriteModel] SupportRequest request, Acting acting) =>
        (new(request.Version + 1), [command.Decide(request, acting.Person)]);
}
