namespace EssexImprovement.Contracts.Partnerships;

// These names and shapes are the storage format. Add, never rename.

/// <summary>How one school came after another.</summary>
public enum SuccessionKind
{
    /// <summary>A maintained school became an academy.</summary>
    Academisation,
    /// <summary>Several schools became one.</summary>
    Amalgamation,
    /// <summary>An academy moved between trusts under a new URN.</summary>
    TrustMove,
    /// <summary>A closed school opened again under a new URN.</summary>
    Reopening,
}

/// <summary>What a school still owed when it left. A list, not free text.</summary>
public enum Outstanding
{
    /// <summary>A review it was to host.</summary>
    ReviewToHost,
    /// <summary>A reviewer it was to supply.</summary>
    ReviewerToSupply,
    /// <summary>A contribution to a pooled resource.</summary>
    PooledResource,
    /// <summary>Support it had promised.</summary>
    SupportPromised,
    /// <summary>Data it was to share.</summary>
    DataToShare,
}

/// <summary>A member school became full or associate.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school.</param>
/// <param name="Was">Its membership until the day before.</param>
/// <param name="Now">Its membership from <c>OccurredOn</c>, inclusive.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredOn">First day of the new membership.</param>
public sealed record MembershipChanged(
    PartnershipId PartnershipId, Urn Urn, Membership Was, Membership Now, ConfidentialText Reason, DateOnly OccurredOn) : IPartnershipFact, ISchoolFact;

/// <summary>A member school gave notice that it will leave.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school.</param>
/// <param name="LeavesOn">The last day of its membership, inclusive.</param>
/// <param name="WaivedBy">The decision that lets it leave earlier than the notice allows, if one does (PRT-5).</param>
/// <param name="OccurredOn">The day notice was given.</param>
/// <param name="PolicyVersion">The version of the policy on notice that it was held against; null for facts told before it was noted.</param>
public sealed record NoticeGiven(PartnershipId PartnershipId, Urn Urn, DateOnly LeavesOn, DecisionId? WaivedBy, DateOnly OccurredOn, int? PolicyVersion = null) : IPartnershipFact, ISchoolFact;

/// <summary>A school's membership ended; <c>OccurredOn</c> is its last day, inclusive.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school.</param>
/// <param name="Outstanding">What it still owed.</param>
/// <param name="OccurredOn">The last day of its membership.</param>
public sealed record SchoolLeft(PartnershipId PartnershipId, Urn Urn, IReadOnlyList<Outstanding> Outstanding, DateOnly OccurredOn) : IPartnershipFact, ISchoolFact;

/// <summary>A new school took the place of an old one: membership goes on under the new URN, the old history stays where it is.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="OldUrn">The school that was a member until the day before.</param>
/// <param name="NewUrn">The school that is a member from <c>OccurredOn</c>, inclusive.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="OccurredOn">The first day of the new school's membership.</param>
public sealed record SchoolSucceeded(PartnershipId PartnershipId, Urn OldUrn, Urn NewUrn, SuccessionKind Kind, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>Somebody laid down a role for the partnership; <c>OccurredOn</c> is their last day, inclusive.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The role; a convenor stands down as lead.</param>
/// <param name="HandoverTo">Who took over, if somebody did.</param>
/// <param name="OccurredOn">Their last day.</param>
public sealed record LeadStoodDown(PartnershipId PartnershipId, PersonId PersonId, LeadRole Role, PersonId? HandoverTo, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A peer group ended; <c>OccurredOn</c> is its last day, inclusive.</summary>
public sealed record PeerGroupDissolved(PartnershipId PartnershipId, PeerGroupId PeerGroupId, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>The partnership ended; nothing is added to it any more (XCT-9). <c>OccurredOn</c> is its last day, inclusive.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Reason">Why.</param>
/// <param name="RecordsCustodianUrn">The school that keeps what is on paper and answers questions.</param>
/// <param name="OccurredOn">Its last day.</param>
public sealed record PartnershipDissolved(PartnershipId PartnershipId, ConfidentialText Reason, Urn RecordsCustodianUrn, DateOnly OccurredOn) : IPartnershipFact;
