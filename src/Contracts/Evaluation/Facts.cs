namespace EssexImprovement.Contracts.Evaluation;

// These names and shapes are the storage format. Add, never rename.

/// <summary>The line of travel of a partnership.</summary>
public enum Stage
{
    /// <summary>Coming together.</summary>
    Forming = 0,
    /// <summary>Working together.</summary>
    Collaboration = 1,
    /// <summary>Answering together for what is done.</summary>
    CoResponsibility = 2,
    /// <summary>Answering to each other as a profession.</summary>
    SharedProfessionalAccountability = 3,
}

/// <summary>What a decision is about.</summary>
public enum DecisionKind
{
    /// <summary>A partnership moves to the next stage.</summary>
    StageProgression,
    /// <summary>Support moves from one school to another.</summary>
    SupportReallocation,
    /// <summary>The members challenge one of them.</summary>
    CollectiveChallenge,
    /// <summary>A category is agreed.</summary>
    CategoryAgreement,
    /// <summary>A membership is reviewed.</summary>
    MembershipReview,
    /// <summary>A release is overridden.</summary>
    ReleaseOverride,
    /// <summary>A grant is used.</summary>
    GrantUse,
    /// <summary>A leader is released to support another school.</summary>
    LeadRelease,
    /// <summary>A policy changes.</summary>
    PolicyChange,
    /// <summary>Partnerships link.</summary>
    PartnershipLink,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whom a decision answers to.</summary>
public enum Direction
{
    /// <summary>To the public, the local authority, a trust, the Department.</summary>
    Vertical,
    /// <summary>To peers.</summary>
    Lateral,
    /// <summary>To oneself and one's own group.</summary>
    Internal,
}

/// <summary>Who decides.</summary>
public enum DecidingBody
{
    /// <summary>The heads of the partnership.</summary>
    Partnership,
    /// <summary>A peer group.</summary>
    PeerGroup,
    /// <summary>The quadrant's group.</summary>
    QuadrantGroup,
    /// <summary>The board.</summary>
    Board,
}

/// <summary>How it was decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Approved.</summary>
    Approved,
    /// <summary>Approved with conditions.</summary>
    ApprovedWithConditions,
    /// <summary>Approved in part.</summary>
    PartlyApproved,
    /// <summary>Declined.</summary>
    Declined,
    /// <summary>Put off.</summary>
    Deferred,
}

/// <summary>What a member of the body with an interest does.</summary>
public enum InterestAction
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Speaks, does not vote.</summary>
    Speaks,
    /// <summary>Leaves the room.</summary>
    LeavesRoom,
    /// <summary>Does not vote.</summary>
    NoVote,
}

/// <summary>A fact in the life of one decision.</summary>
public interface IDecisionFact : IPartnershipFact
{
    /// <summary>The decision.</summary>
    DecisionId DecisionId { get; }
}

/// <summary>A question was put to a body to decide. "Do nothing" is option 0 from the start.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="PartnershipId">The partnership it concerns.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Direction">Whom it answers to.</param>
/// <param name="Question">The question.</param>
/// <param name="Urns">The schools it concerns; empty when it concerns the partnership as a whole.</param>
/// <param name="TargetStage">For a stage progression, the stage asked for.</param>
/// <param name="Body">Who decides.</param>
/// <param name="BodySize">How many people the body has; the quorum is counted from it.</param>
/// <param name="NeededBy">The day it is needed by, if any.</param>
/// <param name="OccurredOn">The day it was put.</param>
public sealed record DecisionOpened(
    DecisionId DecisionId, PartnershipId PartnershipId, DecisionKind Kind, Direction Direction, ConfidentialText Question, IReadOnlyList<Urn> Urns,
    Stage? TargetStage, DecidingBody Body, int BodySize, DateOnly? NeededBy, DateOnly OccurredOn) : IDecisionFact;

/// <summary>A recorded fact was laid before the body as evidence.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="CitationId">This citation.</param>
/// <param name="EventId">The cited event.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="FactName">Its stored name.</param>
/// <param name="ContentHash">Its body digest at the time of citing, see <see cref="BodyDigest"/>.</param>
/// <param name="CitedOccurredOn">The day the cited thing happened.</param>
/// <param name="Why">Why it bears on the question.</param>
/// <param name="OccurredOn">The day it was cited.</param>
/// <param name="SeenInRing">The ring in which the body could see it then (ACC-3).</param>
/// <param name="SeenByRelease">The release by which the body could see it then, if by one.</param>
public sealed record EvidenceCited(
    DecisionId DecisionId, PartnershipId PartnershipId, CitationId CitationId, Guid EventId, Guid StreamId, long Version, string FactName, string ContentHash,
    DateOnly CitedOccurredOn, ConfidentialText Why, DateOnly OccurredOn, AudienceRing? SeenInRing = null, ReleaseId? SeenByRelease = null) : IDecisionFact;

/// <summary>A way to answer the question was weighed.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Option">Its number; 0 is "do nothing" and was there from the start.</param>
/// <param name="Text">The option.</param>
/// <param name="For">What speaks for it.</param>
/// <param name="Against">What speaks against it.</param>
/// <param name="OccurredOn">The day it was weighed.</param>
public sealed record OptionConsidered(
    DecisionId DecisionId, PartnershipId PartnershipId, int Option, ConfidentialText Text, ConfidentialText For, ConfidentialText Against,
    DateOnly OccurredOn) : IDecisionFact;

/// <summary>A member of the body said what links them to the matter, and what they will do about it.</summary>
public sealed record DeciderInterestDeclared(
    DecisionId DecisionId, PartnershipId PartnershipId, PersonId PersonId, ConfidentialText Nature, InterestAction Action, DateOnly OccurredOn) : IDecisionFact;

/// <summary>Somebody in the room, in a capacity.</summary>
public sealed record Present(PersonId PersonId, Capacity Capacity);

/// <summary>How many voted which way; each 0 or more.</summary>
public sealed record Votes(int For, int Against, int Abstain)
{
    /// <summary>Everybody who was counted.</summary>
    public int Counted() => For + Against + Abstain;
}

/// <summary>The body decided.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Outcome">How.</param>
/// <param name="Option">The option chosen.</param>
/// <param name="Reasons">Why, at least 50 characters.</param>
/// <param name="EffectiveFrom">First day it takes effect, inclusive.</param>
/// <param name="Present">Who was there.</param>
/// <param name="Votes">How they voted.</param>
/// <param name="Quorum">How many had to be counted.</param>
/// <param name="ReviewBy">The day its outcome is looked at, if set.</param>
/// <param name="OccurredOn">The day it was made.</param>
/// <param name="RetrospectiveBecause">For a decision that takes effect before the day it was made, why it does (ACC-8).</param>
public sealed record DecisionMade(
    DecisionId DecisionId, PartnershipId PartnershipId, DecisionOutcome Outcome, int Option, ConfidentialText Reasons, DateOnly EffectiveFrom,
    IReadOnlyList<Present> Present, Votes Votes, int Quorum, DateOnly? ReviewBy, DateOnly OccurredOn,
    ConfidentialText? RetrospectiveBecause = null) : IDecisionFact;

/// <summary>Those whom the decision concerns were told.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="To">The schools told.</param>
/// <param name="OccurredOn">The day they were told.</param>
public sealed record DecisionCommunicated(
    DecisionId DecisionId, PartnershipId PartnershipId, IReadOnlyList<Urn> To, DateOnly OccurredOn) : IDecisionFact;

/// <summary>Nothing more is to be done about the decision.</summary>
public sealed record DecisionClosed(DecisionId DecisionId, PartnershipId PartnershipId, ConfidentialText Outcome, DateOnly OccurredOn) : IDecisionFact;

/// <summary>The board confirmed that the partnership has reached a stage.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Stage">The stage reached.</param>
/// <param name="DecisionId">The board's decision that confirms it.</param>
/// <param name="ReviewOn">The day the stage is looked at again.</param>
/// <param name="OccurredOn">The day it was confirmed.</param>
public sealed record StageConfirmed(PartnershipId PartnershipId, Stage Stage, DecisionId DecisionId, DateOnly ReviewOn, DateOnly OccurredOn) : IDecisionFact;
