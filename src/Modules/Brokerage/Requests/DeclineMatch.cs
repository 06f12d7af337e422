using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>The head of the school in need says no, and why; the search goes on.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record DeclineMatch(ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(SupportRequest request, BrokeringPartnership partnership, Acting acting) =>
        request.NotAnsweredBy(acting, partnership, OccurredOn) ?? Why.NotBetween1And(2000, "why");

    public MatchDeclined Decide(SupportRequest request, PersonId head) => new(request.Id, request.PartnershipId, request.Proposed!.OfferId, head, Why, OccurredOn);
}

public static class DeclineMatchEndpoint
{
    public static Task<BrokeringPartnership> LoadAsync(SupportRequest request, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.OfAsync(request.PartnershipId, session, token);

    public static Objection? Validate(DeclineMatch command, SupportRequest request, BrokeringPartnership partnership, Acting acting) => command.Objection(request, partnership, acting);

    [WolverinePost("/api/v1/support-requests/{supportRequestId}/match/decline")]
    public static (Recorded, Events) Post(DeclineMatch command, [WriteModel] SupportRequest request, Acting acting) =>
        (new(request.Version + 1), [command.Decide(request, acting.Person)]);
}
