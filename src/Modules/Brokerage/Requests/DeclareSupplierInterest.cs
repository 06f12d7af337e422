using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>Before anybody is put on the list they say what links them to the school in need, even when that is nothing.</summary>
public sealed record DeclareSupplierInterest(OfferId OfferId, SupplierInterest Nature, DateOnly OccurredOn, ConfidentialText? Text = null) : ICommand
{
    public Objection? Objection(SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        partnership.NotFor(acting, acting.Leads(request.PartnershipId) || offer?.IsMadeBy(acting) == true, "the head of the school that offers, or the lead")
        ?? request.NotOpenOn(OccurredOn)
        ?? (offer?.PartnershipId != request.PartnershipId ? Contracts.Objection.Unknown("offerId")
        : request.WouldSupportItself(offer, partnership) ? Contracts.Objection.Malformed("offerId", "A school does not support itself.")
        : offer.To < OccurredOn ? Contracts.Objection.Malformed("offerId", $"This offer ran out on {offer.To:d MMMM yyyy}.")
        : Nature != SupplierInterest.None && Text is null ? Contracts.Objection.Malformed("text", "Say what the link is.")
        : request.CandidateOf(OfferId)?.Declared is { } declared && declared.Nature == Nature && declared.Text == Text ? Contracts.Objection.Malformed("nature", "This is declared already.")
        : Text?.NotBetween1And(1000, "text"));

    public SupplierInterestDeclared Decide(SupportRequest request) => new(request.Id, request.PartnershipId, OfferId, Nature, Text, OccurredOn);
}

public static class DeclareSupplierInterestEndpoint
{
    public static async Task<(BrokeringPartnership, CapacityOffer?)> LoadAsync(DeclareSupplierInterest command, SupportRequest request, IQuerySession session, CancellationToken token) =>
        (await BrokeringPartnership.OfAsync(request.PartnershipId, session, token), await CapacityOffer.FindAsync(command.OfferId, session, token));

    public static Objection? Validate(DeclareSupplierInterest command, SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        command.Objection(request, offer, partnership, acting);

    [WolverinePost("/api/v1/support-requests/{supportRequestId}/interests")]
    public static (Recorded, Events) Post(DeclareSupplierInterest command, [WriteModel] SupportRequest request) => (new(request.Version + 1), [command.Decide(request)]);
}
