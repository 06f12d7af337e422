using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;

namespace EssexImprovement.Brokerage;

/// <summary>A candidate as this reader sees it.</summary>
public sealed record CandidateAsSeen(
    OfferId OfferId, SupplierInterest? Interest, ShownText? InterestText, SupplierInterestOutcome? Outcome, ShownText? Safeguards, bool Shortlisted, ShownText? Notes);

/// <summary>Another candidate, and why it was not proposed.</summary>
public sealed record AlternativeAsSeen(OfferId OfferId, ShownText? WhyNot);

/// <summary>A proposed match as this reader sees it.</summary>
public sealed record MatchAsSeen(
    OfferId OfferId, ShownText? WhyThis, IReadOnlyList<AlternativeAsSeen> Alternatives, ShownText? OnlySupplierBecause, DateOnly ProposedOn, DateOnly? AcceptedOn);

/// <summary>A match the head declined, as this reader sees it.</summary>
public sealed record DeclinedAsSeen(OfferId OfferId, ShownText? Why, DateOnly OccurredOn);

/// <summary>A request for support as far as this reader may see it.</summary>
/// <param name="Id">The request.</param>
/// <param name="PartnershipId">The partnership asked.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Urn">The school in need.</param>
/// <param name="Area">What about.</param>
/// <param name="WantedOutcome">What should be better afterwards; null when withheld.</param>
/// <param name="Why">Why now; null when withheld.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="HeadConsents">True when the head of the school agrees.</param>
/// <param name="DecisionId">The decision it rests on, if one.</param>
/// <param name="RequestedOn">The day of the request.</param>
/// <param name="TextWithheld">True when this reader sees structure only, and every confidential text is null.</param>
/// <param name="Candidates">Who might support; a candidate's interest is null when withheld.</param>
/// <param name="Match">The match proposed or accepted; null while there is none.</param>
/// <param name="Declined">The matches the head declined.</param>
public sealed record SupportRequestAsSeen(
    SupportRequestId Id, PartnershipId PartnershipId, SupportRequestState State, Urn Urn, ImprovementArea Area, ShownText? WantedOutcome, ShownText? Why, Urgency Urgency,
    RequestOrigin Origin, bool HeadConsents, DecisionId? DecisionId, DateOnly RequestedOn, bool TextWithheld, IReadOnlyList<CandidateAsSeen> Candidates, MatchAsSeen? Match,
    IReadOnlyList<DeclinedAsSeen> Declined)
{
    public static SupportRequestAsSeen By(SupportRequest request, BrokeringPartnership partnership, Reader reader)
    {
        var seal = request.SealIn(partnership, reader.Acting.Today);
        var asked = request.Requested;
        return new(
            request.Id, request.PartnershipId, request.State, request.Urn, asked.Area, Shown(asked.WantedOutcome), Shown(asked.Why), asked.Urgency, asked.Origin, asked.HeadConsents,
            asked.DecisionId, asked.OccurredOn, !reader.SightOf(seal).Inside,
            [.. request.Candidates.Select(candidate => new CandidateAsSeen(
                candidate.OfferId, reader.Opens(seal) ? candidate.Declared.Nature : null, Shown(candidate.Declared.Text), reader.Opens(seal) ? candidate.Assessed?.Outcome : null, Shown(candidate.Assessed?.Safeguards),
                candidate.Shortlisted is not null, Shown(candidate.Shortlisted?.Notes)))],
            request.Proposed is { } match
                ? new(match.OfferId, Shown(match.WhyThis), [.. match.Alternatives.Select(other => new AlternativeAsSeen(other.OfferId, Shown(other.WhyNot)))],
                    Shown(match.OnlySupplierBecause), match.OccurredOn, request.Accepted?.OccurredOn)
                : null,
            [.. request.Declined.Select(fact => new DeclinedAsSeen(fact.OfferId, Shown(fact.Why), fact.OccurredOn))]);

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);
    }
}
