using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;

namespace EssexImprovement.Brokerage;

/// <summary>How far a request has come. A declined match leaves it open.</summary>
public enum SupportRequestState
{
    Open, MatchProposed, MatchAccepted,
}

/// <summary>An offer that might answer the request: what its provider declared, how that was weighed, and whether it is on the list.</summary>
public sealed record Candidate(OfferId OfferId, SupplierInterestDeclared Declared, SupplierInterestAssessed? Assessed, CandidateShortlisted? Shortlisted);

/// <summary>One school's request for support at a point of its history.</summary>
public sealed record SupportRequest(
    SupportRequestId Id, PartnershipId PartnershipId, Urn Urn, SupportRequested Requested, ImmutableList<Candidate> Candidates, MatchProposed? Proposed,
    ImmutableList<MatchDeclined> Declined, MatchAccepted? Accepted)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public SupportRequestState State =>
        Accepted is not null ? SupportRequestState.MatchAccepted : Proposed is not null ? SupportRequestState.MatchProposed : SupportRequestState.Open;

    public static SupportRequest Create(SupportRequested fact) => new(fact.SupportRequestId, fact.PartnershipId, fact.Urn, fact, [], null, [], null);

    /// <summary>A later declaration replaces the earlier one, and must be weighed anew.</summary>
    public SupportRequest Apply(SupplierInterestDeclared fact) => CandidateOf(fact.OfferId) is { } known
        ? this with { Candidates = Candidates.Replace(known, known with { Declared = fact, Assessed = null }) }
        : this with { Candidates = Candidates.Add(new(fact.OfferId, fact, null, null)) };

    public SupportRequest Apply(SupplierInterestAssessed fact) => With(fact.OfferId, candidate => candidate with { Assessed = fact });

    public SupportRequest Apply(CandidateShortlisted fact) => With(fact.OfferId, candidate => candidate with { Shortlisted = fact });

    public SupportRequest Apply(MatchProposed fact) => this with { Proposed = fact };

    public SupportRequest Apply(MatchDeclined fact) => this with { Proposed = null, Declined = Declined.Add(fact) };

    public SupportRequest Apply(MatchAccepted fact) => this with { Accepted = fact };

    public Candidate? CandidateOf(OfferId offer) => Candidates.Find(candidate => candidate.OfferId == offer);

    /// <summary>An accepted match ends a request (XCT-9); nothing happened to it before it was made.</summary>
    public Objection? NotOpenOn(DateOnly day) =>
        Accepted is not null ? new("XCT-9", "A match was accepted; this request is finished.")
        : day < Requested.OccurredOn ? Objection.Malformed("occurredOn", $"Support was asked for on {Requested.OccurredOn:d MMMM yyyy}; this is before that.")
        : null;

    /// <summary>BRK-2 while the candidate's interest is not declared and weighed.</summary>
    public Objection? NotWeighed(OfferId offer) =>
        CandidateOf(offer)?.Assessed is null ? new("BRK-2", "What links this candidate to the school in need is declared, and weighed by somebody else, first.", "offerId") : null;

    /// <summary>BRK-2 while the candidate's interest is not declared and weighed; BRK-3 when it stands in the way.</summary>
    public Objection? NotFitToSupport(OfferId offer) => NotWeighed(offer) ?? CandidateOf(offer)!.Assessed switch
    {
        { Outcome: SupplierInterestOutcome.Excluded } => new("BRK-3", "This candidate may not support this school.", "offerId"),
        { Outcome: SupplierInterestOutcome.ClearWithSafeguards, Safeguards: not { Length: > 0 } } => new("BRK-3", "This candidate may support this school with safeguards, and none are written down.", "offerId"),
        _ => null,
    };

    /// <summary>True when the school that offers is the school in need, by its own name or after a succession.</summary>
    public bool WouldSupportItself(CapacityOffer offer, BrokeringPartnership partnership) => offer.ProviderUrn is { } provider && partnership.AreOne(provider, Urn);

    public Objection? NotBrokeredBy(Acting acting, BrokeringPartnership partnership) => partnership.NotFor(acting, acting.Leads(PartnershipId), "the lead of this partnership");

    /// <summary>A match is answered by whoever heads the school in need, or the one that took its place, and did on the day; nobody answers for them. It must stand open.</summary>
    public Objection? NotAnsweredBy(Acting acting, BrokeringPartnership partnership, DateOnly day) =>
        partnership.NotFor(acting, partnership.IsHeadedBy(acting, Urn, acting.Today) && partnership.IsHeadedBy(acting, Urn, day), "the head of the school in need")
        ?? NotOpenOn(day)
        ?? (Proposed is null ? Objection.Malformed("occurredOn", "No match awaits an answer.")
        : day < Proposed.OccurredOn ? Objection.Malformed("occurredOn", $"The match was proposed on {Proposed.OccurredOn:d MMMM yyyy}; this is before that.")
        : null);

    private SupportRequest With(OfferId offer, Func<Candidate, Candidate> change) =>
        CandidateOf(offer) is { } candidate ? this with { Candidates = Candidates.Replace(candidate, change(candidate)) } : this;
}
