namespace EssexImprovement.Contracts.Partnerships;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What somebody looked into.</summary>
public enum SealedThing
{
    /// <summary>A peer review.</summary>
    PeerReview,
    /// <summary>An accountability decision.</summary>
    Decision,
    /// <summary>A request for support.</summary>
    SupportRequest,
    /// <summary>What the partnership keeps for itself: its meetings, issues, voices.</summary>
    PartnershipRecord,
    /// <summary>An emergency access itself: why it was taken is for the head of the school.</summary>
    EmergencyAccess,
    /// <summary>An improvement plan.</summary>
    ImprovementPlan,
    /// <summary>A school's self-review.</summary>
    SelfReview,
    /// <summary>A concern among peers.</summary>
    PeerConcern,
}

/// <summary>By what right somebody saw a confidential text.</summary>
public enum SightGround
{
    /// <summary>They stand in the circle it belongs to.</summary>
    OwnCircle,
    /// <summary>It was released to them.</summary>
    Release,
    /// <summary>Emergency access, with a reason.</summary>
    EmergencyAccess,
}

/// <summary>Somebody was shown confidential text: one line of the reading ledger.</summary>
/// <param name="Thing">What they looked into.</param>
/// <param name="ThingId">Its identity.</param>
/// <param name="OwnerUrn">The school it belongs to; null when it belongs to the partnership.</param>
/// <param name="OfPartnership">The partnership it belongs to.</param>
/// <param name="PersonId">Who looked.</param>
/// <param name="Capacity">In which capacity; null for somebody who holds none and was shown what is released to the public.</param>
/// <param name="Ground">By what right.</param>
/// <param name="EmergencyAccessId">The emergency access, if by one.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record ConfidentialTextRead(
    SealedThing Thing, Guid ThingId, Urn? OwnerUrn, PartnershipId OfPartnership, PersonId PersonId, Capacity? Capacity, SightGround Ground, EmergencyAccessId? EmergencyAccessId,
    DateOnly OccurredOn) : IFact;

/// <summary>An auditor or data steward opened what a school holds sealed, for a while and with a reason. It stands in the host's ledger at once.</summary>
/// <param name="EmergencyAccessId">This access.</param>
/// <param name="Urn">The school.</param>
/// <param name="PersonId">Who opened it.</param>
/// <param name="Capacity">Auditor or data steward.</param>
/// <param name="Reason">Why, at least 50 characters.</param>
/// <param name="Minutes">For how long from the moment of recording, 1 to 180.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record EmergencyAccessTaken(
    EmergencyAccessId EmergencyAccessId, Urn Urn, PersonId PersonId, Capacity Capacity, ConfidentialText Reason, int Minutes, DateOnly OccurredOn) : ISchoolFact;

/// <summary>The head of a school saw that somebody had opened what it holds sealed.</summary>
public sealed record EmergencyAccessAcknowledged(EmergencyAccessId EmergencyAccessId, Urn Urn, DateOnly OccurredOn) : ISchoolFact;

/// <summary>A person's name and contact details were erased from the people register. Every fact that names the pseudonym stays.</summary>
public sealed record PersonErased(PersonId PersonId, DateOnly OccurredOn) : IFact;
