namespace EssexImprovement.Contracts.Brokerage;

// These names and shapes are the storage format. Add, never rename.

/// <summary>Who offers capacity.</summary>
public enum ProviderKind
{
    /// <summary>A school.</summary>
    School,
    /// <summary>A trust.</summary>
    Trust,
    /// <summary>The local authority.</summary>
    LocalAuthority,
    /// <summary>A traded service of the local authority.</summary>
    LaTradedService,
    /// <summary>A federation or partnership.</summary>
    FederationOrPartnership,
}

/// <summary>How soon support is wanted.</summary>
public enum Urgency
{
    /// <summary>This term.</summary>
    ThisTerm,
    /// <summary>Next term.</summary>
    NextTerm,
    /// <summary>Planned ahead.</summary>
    Planned,
}

/// <summary>Where a request came from.</summary>
public enum RequestOrigin
{
    /// <summary>The school asked.</summary>
    SelfReferral,
    /// <summary>An action after a review.</summary>
    ReviewAction,
    /// <summary>A signal.</summary>
    Signal,
    /// <summary>What the agreed category entitles to.</summary>
    CategoryEntitlement,
    /// <summary>The local authority or a trust asked, with a decision.</summary>
    LaOrTrustReferral,
}

/// <summary>What links a supplier to the school that needs support.</summary>
public enum SupplierInterest
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>A relative or partner.</summary>
    Family,
    /// <summary>Employment there.</summary>
    Employment,
    /// <summary>The same trust.</summary>
    SameTrust,
    /// <summary>Worked there once.</summary>
    FormerStaff,
    /// <summary>Money.</summary>
    Financial,
    /// <summary>Has applied for a post there.</summary>
    Applicant,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What became of a supplier's declared interest.</summary>
public enum SupplierInterestOutcome
{
    /// <summary>Nothing stands in the way.</summary>
    Clear,
    /// <summary>May support, with safeguards.</summary>
    ClearWithSafeguards,
    /// <summary>May not support.</summary>
    Excluded,
}

/// <summary>Somebody offered capacity to support other schools.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="PartnershipId">The partnership it was made in.</param>
/// <param name="Provider">Who offers.</param>
/// <param name="ProviderUrn">The school that offers, if it is one.</param>
/// <param name="Specialisms">What the support can be about.</param>
/// <param name="QuarterDaysPerTerm">Capacity a term, in quarter days.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="OccurredOn">The day of the offer.</param>
public sealed record CapacityOffered(
    OfferId OfferId, PartnershipId PartnershipId, ProviderKind Provider, Urn? ProviderUrn, IReadOnlyList<ImprovementArea> Specialisms, int QuarterDaysPerTerm,
    DateOnly From, DateOnly To, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A fact in the life of one request for support.</summary>
public interface ISupportRequestFact : IPartnershipFact
{
    /// <summary>The request.</summary>
    SupportRequestId SupportRequestId { get; }
}

/// <summary>A school asked for support.</summary>
/// <param name="SupportRequestId">The request.</param>
/// <param name="PartnershipId">The partnership asked.</param>
/// <param name="Urn">The school in need.</param>
/// <param name="Area">What about.</param>
/// <param name="WantedOutcome">What should be better afterwards.</param>
/// <param name="Why">Why now.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="HeadConsents">True when the head of the school agrees.</param>
/// <param name="DecisionId">For a referral without consent, the decision it rests on.</param>
/// <param name="OccurredOn">The day of the request.</param>
public sealed record SupportRequested(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, Urn Urn, ImprovementArea Area, ConfidentialText WantedOutcome, ConfidentialText Why,
    Urgency Urgency, RequestOrigin Origin, bool HeadConsents, DecisionId? DecisionId, DateOnly OccurredOn) : ISupportRequestFact, ISchoolFact;

/// <summary>An offer was put on the list of candidates.</summary>
public sealed record CandidateShortlisted(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, OfferId OfferId, ConfidentialText Notes, DateOnly OccurredOn) : ISupportRequestFact;

/// <summary>A candidate said what links them to the school in need, "none" included.</summary>
public sealed record SupplierInterestDeclared(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, OfferId OfferId, SupplierInterest Nature, ConfidentialText? Text,
    DateOnly OccurredOn) : ISupportRequestFact;

/// <summary>A candidate's interest was weighed by somebody else.</summary>
public sealed record SupplierInterestAssessed(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, OfferId OfferId, SupplierInterestOutcome Outcome, ConfidentialText? Safeguards,
    PersonId AssessedBy, DateOnly OccurredOn) : ISupportRequestFact;

/// <summary>Another candidate that was weighed, and why it was not chosen.</summary>
public sealed record AlternativeSupplier(OfferId OfferId, ConfidentialText WhyNot);

/// <summary>One candidate was proposed, with the others that were weighed.</summary>
/// <param name="SupportRequestId">The request.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="OfferId">The candidate proposed.</param>
/// <param name="WhyThis">Why this one.</param>
/// <param name="Alternatives">The others that were weighed.</param>
/// <param name="OnlySupplierBecause">Why no other could be weighed, when there is no alternative.</param>
/// <param name="OccurredOn">The day of the proposal.</param>
public sealed record MatchProposed(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, OfferId OfferId, ConfidentialText WhyThis, IReadOnlyList<AlternativeSupplier> Alternatives,
    ConfidentialText? OnlySupplierBecause, DateOnly OccurredOn) : ISupportRequestFact;

/// <summary>The head of the school in need accepted the match.</summary>
public sealed record MatchAccepted(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, OfferId OfferId, PersonId AcceptedBy, DateOnly OccurredOn) : ISupportRequestFact;

/// <summary>The match was declined; the request is open again.</summary>
public sealed record MatchDeclined(
    SupportRequestId SupportRequestId, PartnershipId PartnershipId, OfferId OfferId, PersonId DeclinedBy, ConfidentialText Why,
    DateOnly OccurredOn) : ISupportRequestFact;

/// <summary>A school's offer went over to the school that succeeded it, as it stands.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="WasUrn">The school that made it.</param>
/// <param name="NowUrn">The school that stands by it now.</param>
/// <param name="OccurredOn">The first day of the new school.</param>
public sealed record OfferPassedOn(OfferId OfferId, PartnershipId PartnershipId, Urn WasUrn, Urn NowUrn, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A fact in the life of one draft of a request for support. A draft is the head's own paper: it is no fact of the partnership, so that no timeline tells of it before the head
/// sends it.</summary>
public interface ISupportRequestDraftFact : ISchoolFact
{
    /// <summary>The draft.</summary>
    SupportRequestDraftId SupportRequestDraftId { get; }
}

/// <summary>A request for support was drafted from an objective that needs help, because the head of the school agreed to a draft. Nothing is sent by it.</summary>
/// <param name="SupportRequestDraftId">The draft.</param>
/// <param name="PartnershipId">The partnership that would be asked.</param>
/// <param name="Urn">The school that needs help.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="ObjectiveId">The objective.</param>
/// <param name="Area">What about.</param>
/// <param name="WantedOutcome">What should be better afterwards.</param>
/// <param name="Why">Why now.</param>
/// <param name="OccurredOn">The day help was asked for.</param>
public sealed record SupportRequestDrafted(
    SupportRequestDraftId SupportRequestDraftId, PartnershipId PartnershipId, Urn Urn, PlanId PlanId, ObjectiveId ObjectiveId, ImprovementArea Area, ConfidentialText WantedOutcome,
    ConfidentialText Why, DateOnly OccurredOn) : ISupportRequestDraftFact;

/// <summary>The head sent a draft, as it was or otherwise worded: the request stands on a stream of its own.</summary>
public sealed record SupportRequestDraftSent(
    SupportRequestDraftId SupportRequestDraftId, PartnershipId PartnershipId, Urn Urn, SupportRequestId SupportRequestId, DateOnly OccurredOn) : ISupportRequestDraftFact;

/// <summary>The head put a draft away; nothing was sent.</summary>
public sealed record SupportRequestDraftDiscarded(SupportRequestDraftId SupportRequestDraftId, PartnershipId PartnershipId, Urn Urn, DateOnly OccurredOn) : ISupportRequestDraftFact;
