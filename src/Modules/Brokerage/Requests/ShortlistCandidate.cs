using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>A candidate whose interest is known and weighed goes on the list, with how well it fits.</summary>
public sealed record ShortlistCandidate(OfferId OfferId, ConfidentialText Notes, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        request.NotBrokeredBy(acting, partnership)
        ?? request.NotOpenOn(OccurredOn)
        ?? (offer?.PartnershipId != request.PartnershipId ? Contracts.Objection.Unknown("offerId") : null)
        ?? request.NotWeighed(OfferId)
        ?? (request.CandidateOf(OfferId)?.Shortlisted is not null ? Contracts.Objection.Malformed("offerId", "This candidate is on the list already.") : null)
        ?? Notes.NotBetween1And(2000, "notes");

    public CandidateShortlisted Decide(SupportRequest request) => new(request.Id, request.PartnershipId, OfferId, Notes, OccurredOn);
}

public static class ShortlistCandidateEndpoint
{
    public static async Task<(BrokeringPartnership, CapacityOffer?)> LoadAsync(ShortlistCandidate command, SupportRequest request, IQuerySession session, CancellationToken token) =>
        (await BrokeringPartnership.OfAsync(request.PartnershipId, session, token), await CapacityOffer.FindAsync(command.OfferId, session, token));

    public static Objection? Validate(ShortlistCandidate command, SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        command.Objection(request, offer, partnership, acting);

    [WolverinePost("/api/v1/support-requests/{supportRequestId}/shortlist")]
    public static (Recorded, Events) Post(ShortlistCandidate command, [WriteModel] SupportRequest request) => (new(request.Version + 1), [command.Decide(request)]);
}
