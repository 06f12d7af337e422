namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>In what a member does not keep the protocol.</summary>
public enum ConcernKind
{
    /// <summary>Does not host a review.</summary>
    NotHosting,
    /// <summary>Does not review others.</summary>
    NotReviewing,
    /// <summary>Shares no data.</summary>
    NoDataShared,
    /// <summary>Told others what was given in confidence.</summary>
    BreachOfConfidence,
    /// <summary>Does not follow up.</summary>
    NoFollowUp,
    /// <summary>Does not come to meetings.</summary>
    NonAttendance,
    /// <summary>Conduct towards partners.</summary>
    Conduct,
}

/// <summary>A fact of one concern among peers. It is the members' own, and no statutory process (IMP-30).</summary>
public interface IConcernFact : IPartnershipFact
{
    /// <summary>The concern.</summary>
    ConcernId ConcernId { get; }
}

/// <summary>The facts of concerns among peers by their stored names, which a test of the house holds to this convention.</summary>
public static class ConcernFacts
{
    /// <summary>What stands in place of such a name for whoever may not know whom the concern is about.</summary>
    public const string HeldBack = "held_back";

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Names { get; } = typeof(IConcernFact).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IConcernFact)))
        .Select(type => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A member raised a concern about another.</summary>
/// <param name="ConcernId">The concern.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school it is about.</param>
/// <param name="Kind">What is not kept.</param>
/// <param name="Summary">In 200 characters at most.</param>
/// <param name="Facts">What happened.</param>
/// <param name="RaisedBy">Who raised it.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record ConcernRaised(
    ConcernId ConcernId, PartnershipId PartnershipId, Urn Urn, ConcernKind Kind, ConfidentialText Summary, ConfidentialText Facts, PersonId RaisedBy, DateOnly OccurredOn) : IConcernFact;

/// <summary>The school concerned was asked to respond (IMP-29).</summary>
public sealed record ResponseAsked(ConcernId ConcernId, PartnershipId PartnershipId, Urn Urn, DateOnly OccurredOn) : IConcernFact;

/// <summary>The head of the school concerned responded.</summary>
public sealed record ResponseGiven(ConcernId ConcernId, PartnershipId PartnershipId, Urn Urn, ConfidentialText Response, PersonId GivenBy, DateOnly OccurredOn) : IConcernFact;

/// <summary>The two sides talked.</summary>
public sealed record ConversationHeld(ConcernId ConcernId, PartnershipId PartnershipId, ConfidentialText Outcome, DateOnly OccurredOn) : IConcernFact;

/// <summary>The two sides met with somebody neutral.</summary>
public sealed record FacilitatedMeetingHeld(ConcernId ConcernId, PartnershipId PartnershipId, PersonId Facilitator, ConfidentialText Outcome, DateOnly OccurredOn) : IConcernFact;

/// <summary>The members took the concern up together.</summary>
public sealed record PartnershipMeetingHeld(ConcernId ConcernId, PartnershipId PartnershipId, ConfidentialText Outcome, DateOnly OccurredOn) : IConcernFact;

/// <summary>The chair of the quadrant was asked to help.</summary>
public sealed record QuadrantChairAsked(ConcernId ConcernId, PartnershipId PartnershipId, ConfidentialText Outcome, DateOnly OccurredOn) : IConcernFact;

/// <summary>The board was asked to help.</summary>
public sealed record BoardAsked(ConcernId ConcernId, PartnershipId PartnershipId, ConfidentialText Outcome, DateOnly OccurredOn) : IConcernFact;

/// <summary>The concern was resolved.</summary>
public sealed record ConcernResolved(ConcernId ConcernId, PartnershipId PartnershipId, ConfidentialText How, DateOnly OccurredOn) : IConcernFact;

/// <summary>The concern ended in a review of the school's membership, by a decision.</summary>
public sealed record MembershipReviewed(ConcernId ConcernId, PartnershipId PartnershipId, Urn Urn, DecisionId DecisionId, DateOnly OccurredOn) : IConcernFact;
