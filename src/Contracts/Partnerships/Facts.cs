namespace EssexImprovement.Contracts.Partnerships;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What kind of partnership it is; the kind bounds its size (PRT-1, PRT-2).</summary>
public enum PartnershipKind
{
    /// <summary>Exactly three full members.</summary>
    Triad,
    /// <summary>Three to seven full members.</summary>
    Cluster,
    /// <summary>Eight to 24 members, 16 of them full at most.</summary>
    Consortium,
    /// <summary>A body for an area; its size is not bounded.</summary>
    AreaPartnership,
}

/// <summary>How an area partnership earns and works (conference 2019, slide 8).</summary>
public enum OperatingModel
{
    /// <summary>Statutory duties and traded services.</summary>
    StatutoryAndTraded,
    /// <summary>Statutory duties, traded services and business services.</summary>
    StatutoryTradedAndBusinessServices,
    /// <summary>Collaborative with traded services.</summary>
    CollaborativeAndTraded,
    /// <summary>A collaborative network.</summary>
    CollaborativeNetwork,
}

/// <summary>Full members vote; associates act and pay in part.</summary>
public enum Membership
{
    /// <summary>Votes, hosts and reviews.</summary>
    Full,
    /// <summary>Takes part without certain votes.</summary>
    Associate,
}

/// <summary>What a lead is appointed to.</summary>
public enum LeadRole
{
    /// <summary>Convenes the partnership.</summary>
    Lead,
    /// <summary>Stands in for the lead.</summary>
    Deputy,
    /// <summary>Convenes the reviews.</summary>
    ReviewLead,
    /// <summary>Links the governing boards.</summary>
    GovernorLink,
}

/// <summary>Whom a safeguarding concern goes to. Its text is never stored here.</summary>
public enum SafeguardingRoute
{
    /// <summary>To the head; to the local authority designated officer when the concern is about the head.</summary>
    HeadteacherOrLadoIfAboutTheHead,
    /// <summary>To the local authority designated officer.</summary>
    Lado,
}

/// <summary>Schools agreed to work together; the partnership's history begins. <c>OccurredOn</c> is the day it was founded.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Name">Its name, as its members say it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Quadrant">The quadrant it meets in.</param>
/// <param name="Districts">The districts its schools are in.</param>
/// <param name="FoundingUrns">The founding schools, each a full member from the first day.</param>
/// <param name="OperatingModel">For an area partnership, how it works.</param>
/// <param name="PurposeDraft">A first draft of the moral purpose.</param>
/// <param name="ConvenedBy">Who convenes it until a lead is appointed.</param>
/// <param name="OccurredOn">The day it was founded.</param>
public sealed record PartnershipFormed(
    PartnershipId PartnershipId, string Name, PartnershipKind Kind, Quadrant Quadrant, IReadOnlyList<District> Districts, IReadOnlyList<Urn> FoundingUrns,
    OperatingModel? OperatingModel, string? PurposeDraft, PersonId ConvenedBy, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>One outcome the partnership exists for, by which objectives can name it.</summary>
public sealed record OutcomeClause(string ClauseId, string Text);

/// <summary>One signature under the moral purpose.</summary>
public sealed record Signatory(Urn Urn, PersonId PersonId, Capacity Capacity, DateOnly On);

/// <summary>The members put their moral purpose into words and signed it. A later one is a new version.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Version">1 for the first, one more each time.</param>
/// <param name="Text">At most 1,200 characters.</param>
/// <param name="PlaceAndCommunity">The place and community it is tied to.</param>
/// <param name="OutcomeClauses">The outcomes it names.</param>
/// <param name="Signatories">Who signed, for which school.</param>
/// <param name="OccurredOn">The day it was agreed.</param>
public sealed record MoralPurposeAgreed(
    PartnershipId PartnershipId, int Version, string Text, string PlaceAndCommunity, IReadOnlyList<OutcomeClause> OutcomeClauses,
    IReadOnlyList<Signatory> Signatories, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The members adopted the protocol that says where an outcome goes and what it may trigger.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Version">1 for the first, one more each time.</param>
/// <param name="DefaultRoutes">How far each artefact goes by default.</param>
/// <param name="TriggersAllowed">What an outcome may start.</param>
/// <param name="ReviewDays">Length of a visit, 1 to 3 days.</param>
/// <param name="WorkshopWithinSchoolDays">School days from feedback to workshop.</param>
/// <param name="CheckInFromDays">Earliest check-in, calendar days after the visit.</param>
/// <param name="CheckInToDays">Latest check-in, calendar days after the visit.</param>
/// <param name="SafeguardingRoute">Whom a safeguarding concern goes to.</param>
/// <param name="DataRetentionYears">Years a report is kept.</param>
/// <param name="EffectiveFrom">First day in force, inclusive.</param>
/// <param name="OccurredOn">The day it was adopted.</param>
public sealed record ProtocolAdopted(
    PartnershipId PartnershipId, int Version, IReadOnlyList<Route> DefaultRoutes, IReadOnlyList<Trigger> TriggersAllowed, int ReviewDays,
    int WorkshopWithinSchoolDays, int CheckInFromDays, int CheckInToDays, SafeguardingRoute SafeguardingRoute, int DataRetentionYears,
    DateOnly EffectiveFrom, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A head or chair signed a version of the protocol for their school.</summary>
public sealed record ProtocolSigned(
    PartnershipId PartnershipId, int Version, Urn Urn, PersonId PersonId, Capacity Capacity, DateOnly OccurredOn) : IPartnershipFact, ISchoolFact;

/// <summary>The full members voted a school in.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school.</param>
/// <param name="Membership">Full or associate.</param>
/// <param name="From">First day of membership, inclusive.</param>
/// <param name="VotesFor">Full members that voted for it.</param>
/// <param name="VotesAgainst">Full members that voted against it.</param>
/// <param name="OccurredOn">The day of the vote.</param>
public sealed record SchoolAdmitted(
    PartnershipId PartnershipId, Urn Urn, Membership Membership, DateOnly From, IReadOnlyList<Urn> VotesFor, IReadOnlyList<Urn> VotesAgainst,
    DateOnly OccurredOn) : IPartnershipFact, ISchoolFact;

/// <summary>A serving leader of a member school took on a role for the partnership.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">What they were appointed to.</param>
/// <param name="Urn">The member school that employs them.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive, if one was set.</param>
/// <param name="OccurredOn">The day of the appointment.</param>
public sealed record LeadAppointed(
    PartnershipId PartnershipId, PersonId PersonId, LeadRole Role, Urn Urn, DateOnly From, DateOnly? To, DateOnly OccurredOn) : IPartnershipFact, ISchoolFact;

/// <summary>Two to four member schools agreed to review together.</summary>
public sealed record PeerGroupFormed(
    PartnershipId PartnershipId, PeerGroupId PeerGroupId, string Name, IReadOnlyList<Urn> Urns, DateOnly From, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>Somebody took up the headship of a school or the chair of its governors.</summary>
/// <param name="Urn">The school.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Capacity">Headteacher or chair of governors.</param>
/// <param name="Succeeds">Who held it until the day before, if the ledger knew.</param>
/// <param name="OccurredOn">The first day.</param>
public sealed record SchoolLeaderAppointed(Urn Urn, PersonId PersonId, Capacity Capacity, PersonId? Succeeds, DateOnly OccurredOn) : ISchoolFact;

/// <summary>Somebody laid down the headship of a school or the chair of its governors before a successor was known; <c>OccurredOn</c> is their last day, inclusive.</summary>
/// <param name="Urn">The school.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Capacity">Headteacher or chair of governors.</param>
/// <param name="OccurredOn">Their last day.</param>
public sealed record SchoolLeaderLeft(Urn Urn, PersonId PersonId, Capacity Capacity, DateOnly OccurredOn) : ISchoolFact;

/// <summary>A data steward recorded that somebody acts in a capacity that no school or partnership gives, from <c>OccurredOn</c>.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Capacity">The capacity.</param>
/// <param name="OccurredOn">The first day.</param>
/// <param name="Quadrant">The quadrant whose partnerships they chair; null for every other capacity.</param>
/// <param name="Urn">The school whose trust or diocese they speak for; null for every other capacity.</param>
public sealed record CapacityGranted(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn, Quadrant? Quadrant = null, Urn? Urn = null) : IFact;

/// <summary>Somebody no longer acts in a capacity that had been granted to them; <c>OccurredOn</c> is the first day without it, so that what was granted by mistake ends at once.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Capacity">The capacity.</param>
/// <param name="OccurredOn">The first day without it.</param>
/// <param name="Quadrant">The quadrant it was granted for, if it was for one.</param>
/// <param name="Urn">The school it was granted for, if it was for one.</param>
public sealed record CapacityWithdrawn(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn, Quadrant? Quadrant = null, Urn? Urn = null) : IFact;
