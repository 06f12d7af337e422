using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>Somebody else weighs what a candidate declared: nobody clears themself.</summary>
public sealed record AssessSupplierInterest(OfferId OfferId, SupplierInterestOutcome Outcome, DateOnly OccurredOn, ConfidentialText? Safeguards = null) : ICommand
{
    public Objection? Objection(SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        partnership.NotFor(acting, acting.Leads(request.PartnershipId) || partnership.IsHeadedBy(acting, request.Urn, acting.Today), "the lead, or the head of the school in need")
        ?? request.NotOpenOn(OccurredOn)
        ?? (offer?.PartnershipId != request.PartnershipId ? Contracts.Objection.Unknown("offerId")
        : offer.IsMadeBy(acting) ? new("XCT-6", "Nobody weighs their own interest.", "offerId")
        : request.CandidateOf(OfferId) is not { } candidate ? new("BRK-2", "There is nothing to weigh: this candidate has declared nothing yet, not even that there is nothing.", "offerId")
        : candidate.Assessed is not null ? Contracts.Objection.Malformed("offerId", "This declaration is weighed already; a new declaration may be weighed anew.")
        : OccurredOn < candidate.Declared.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "An interest is weighed after it was declared.")
        : Outcome == SupplierInterestOutcome.ClearWithSafeguards && Safeguards is not { Length: > 0 } ? new("BRK-3", "Say which safeguards were agreed.", "safeguards")
        : Safeguards?.NotBetween1And(2000, "safeguards"));

    public SupplierInterestAssessed Decide(SupportRequest request, PersonId assessedBy) =>
        new(request.Id, request.PartnershipId, OfferId, Outcome, Safeguards, assessedBy, OccurredOn);
}

public static class AssessSupplierInterestEndpoint
{
    public static async Task<(BrokeringPartnership, CapacityOffer?)> LoadAsync(AssessSupplierInterest command, SupportRequest request, IQuerySession session, CancellationToken token) =>
        (await BrokeringPartnership.OfAsync(request.PartnershipId, session, token), await CapacityOffer.FindAsync(command.OfferId, session, token));

    public static Objection? Validate(AssessSupplierInterest command, SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        command.Objection(request, offer, partnership, acting);

    [WolverinePost("/api/v1/support-requests/{supportRequestId}/interest-assessments")]
    public static (Recorded, Events) Post(AssessSupplierInterest command, [WriteModel] SupportRequest request, Acting acting) =>
        (new(request.Version + 1), [command.Decide(request, acting.Person)]);
}
