using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>One candidate is proposed to the school in need, with the others that were weighed and why it is not they: brokerage that can be traced.</summary>
public sealed record ProposeMatch(
    OfferId OfferId, ConfidentialText WhyThis, IReadOnlyList<AlternativeSupplier> Alternatives, DateOnly OccurredOn, ConfidentialText? OnlySupplierBecause = null) : ICommand
{
    public Objection? Objection(SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        request.NotBrokeredBy(acting, partnership)
        ?? request.NotOpenOn(OccurredOn)
        ?? (offer?.PartnershipId != request.PartnershipId ? Contracts.Objection.Unknown("offerId")
        : request.WouldSupportItself(offer, partnership) ? Contracts.Objection.Malformed("offerId", "By now this school would support itself: one school has taken the place of both.")
        : request.Proposed is not null ? Contracts.Objection.Malformed("offerId", "A match awaits the answer of the head already.") : null)
        ?? request.NotFitToSupport(OfferId)
        ?? (request.CandidateOf(OfferId)?.Shortlisted is null ? Contracts.Objection.Malformed("offerId", "A candidate is put on the list before it is proposed.")
        : offer!.To < OccurredOn ? Contracts.Objection.Malformed("offerId", $"This offer ran out on {offer.To:d MMMM yyyy}.")
        : Alternatives.DistinctBy(other => other.OfferId).Count() != Alternatives.Count || Alternatives.Any(other => other.OfferId == OfferId)
            ? Contracts.Objection.Malformed("alternatives", "An alternative is another candidate, named once.")
        : Alternatives.Any(other => request.CandidateOf(other.OfferId)?.Assessed is null) ? new("BRK-4", "An alternative is a candidate of this request that was weighed.", "alternatives")
        : Alternatives.Count == 0 && OnlySupplierBecause is not { Length: > 0 } ? new("BRK-4", "At least one other candidate was weighed, or it is said why there is only one.", "alternatives")
        : WhyThis.NotBetween1And(2000, "whyThis"))
        ?? Alternatives.Select(other => other.WhyNot.NotBetween1And(2000, "alternatives")).FirstOrDefault(objection => objection is not null)
        ?? OnlySupplierBecause?.NotBetween1And(2000, "onlySupplierBecause");

    public MatchProposed Decide(SupportRequest request) => new(request.Id, request.PartnershipId, OfferId, WhyThis, Alternatives, OnlySupplierBecause, OccurredOn);
}

public static class ProposeMatchEndpoint
{
    public static async Task<(BrokeringPartnership, CapacityOffer?)> LoadAsync(ProposeMatch command, SupportRequest request, IQuerySession session, CancellationToken token) =>
        (await BrokeringPartnership.OfAsync(request.PartnershipId, session, token), await CapacityOffer.FindAsync(command.OfferId, session, token));

    public static Objection? Validate(ProposeMatch command, SupportRequest request, CapacityOffer? offer, BrokeringPartnership partnership, Acting acting) =>
        command.Objection(request, offer, partnership, acting);

    [WolverinePost("/api/v1/support-requests/{supportRequestId}/match")]
    public static (Recorded, Events) Post(ProposeMatch command, [WriteModel] SupportRequest request) => (new(request.Version + 1), [command.Decide(request)]);
}
