using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Shell;

namespace EssexImprovement.History;

/// <summary>Who recorded a fact, when, and together with what.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="Version">Its version in the decision's stream.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Actor">Who recorded it, by pseudonym; null when the service did.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="Command">By which command.</param>
/// <param name="CorrelationId">What it was recorded together with.</param>
/// <param name="CausationId">What led to its recording.</param>
public sealed record Recording(
    Guid EventId, long Sequence, long Version, DateOnly OccurredOn, DateTimeOffset RecordedAt, PersonId? Actor, Capacity Capacity, string? Command,
    string? CorrelationId, string? CausationId);

/// <summary>Whether what was cited still reads the same.</summary>
public enum CitationVerdict
{
    /// <summary>The fingerprint recomputed now equals the one cited.</summary>
    Match,
    /// <summary>It does not: the stored body was altered after it was cited.</summary>
    Mismatch,
    /// <summary>Nothing, or another event, is where the cited one was.</summary>
    Missing,
}

/// <summary>Why the body could see a piece of evidence when it was cited.</summary>
/// <param name="Ring">The ring in which it could.</param>
/// <param name="ReleaseId">The host head's release, if by one; null where the body stood in that ring itself.</param>
/// <param name="ReleasedOn">The day of that release.</param>
/// <param name="LaterWithdrawnOn">The day the host head took that release back, if they did: the citation remains.</param>
public sealed record SeenTrace(AudienceRing Ring, ReleaseId? ReleaseId, DateOnly? ReleasedOn, DateOnly? LaterWithdrawnOn)
{
    /// <summary>In words: "seen by a release on 3 May 2026, release later withdrawn (4 June 2026)".</summary>
    public string InWords() =>
        ReleasedOn is not { } released ? "seen in the body's own ring"
        : $"seen by a release on {When.InWords(released)}{(LaterWithdrawnOn is { } withdrawn ? $", release later withdrawn ({When.InWords(withdrawn)})" : "")}";
}

/// <summary>A later fact that corrected or withdrew what is cited: the basis of the decision changed, the decision did not.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Fact">Its stored name.</param>
/// <param name="Withdrawn">True when what is cited was withdrawn, false when it was corrected.</param>
/// <param name="OccurredOn">The day of it.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="AfterDecision">True when the ledger held it only after the decision; null while the decision is not made.</param>
public sealed record BasisChange(Guid EventId, string Fact, bool Withdrawn, DateOnly? OccurredOn, DateTimeOffset RecordedAt, bool? AfterDecision)
{
    /// <summary>In words: "was corrected on 3 May 2026, after the decision".</summary>
    public string InWords() =>
        $"was {(Withdrawn ? "withdrawn" : "corrected")} on {When.InWords(OccurredOn ?? When.DayOf(RecordedAt))}{AfterDecision switch { true => ", after the decision", false => ", before the decision", null => "" }}";
}

/// <summary>One piece of evidence. Of a concern among peers, whoever does not read the decision is told that something was cited and whether it still reads the same: its fact is
/// <c>held_back</c>, and what could be found by it is null, for beside the schools of the decision it would tell whom the concern is about.</summary>
/// <param name="CitationId">The citation.</param>
/// <param name="Verdict">Whether it still reads the same.</param>
/// <param name="EventId">The cited event.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="Fact">Its stored name as cited.</param>
/// <param name="HashAsCited">Its fingerprint when it was cited.</param>
/// <param name="HashNow">The fingerprint of the stored body, computed for this answer; null when it can have none.</param>
/// <param name="OccurredOn">The day the cited thing happened, as cited.</param>
/// <param name="RecordedAt">When the cited fact was recorded, UTC; null when it is missing.</param>
/// <param name="RecordedBeforeDecision">True when the ledger held it before the decision; null while the decision is not made.</param>
/// <param name="Why">Why it bears on the question; null when withheld.</param>
/// <param name="Cited">Who cited it, and when.</param>
/// <param name="Seen">Why the body could see it then; null for what was cited before that was asked.</param>
/// <param name="BasisChanged">What corrected or withdrew it since it was recorded, in order; empty while it stands as cited.</param>
public sealed record CitationTrace(
    CitationId CitationId, CitationVerdict Verdict, Guid? EventId, Guid? StreamId, long? Version, string Fact, string? HashAsCited, string? HashNow, DateOnly? OccurredOn,
    DateTimeOffset? RecordedAt, bool? RecordedBeforeDecision, ShownText? Why, Recording Cited, SeenTrace? Seen, IReadOnlyList<BasisChange> BasisChanged);

/// <summary>A way to answer the question.</summary>
public sealed record OptionTrace(int Option, bool Chosen, ShownText? Text, ShownText? For, ShownText? Against, Recording? Considered);

/// <summary>What links a member of the body to the matter, and what they did about it.</summary>
public sealed record InterestTrace(PersonId PersonId, InterestAction Action, ShownText? Nature, Recording Declared);

/// <summary>How it was decided.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Option">The option chosen.</param>
/// <param name="Reasons">Why; null when withheld.</param>
/// <param name="EffectiveFrom">First day it takes effect, inclusive.</param>
/// <param name="RetrospectiveBecause">Why it takes effect before it was made, if it does; null when withheld.</param>
/// <param name="Present">Who was there, in which capacity.</param>
/// <param name="Votes">How they voted.</param>
/// <param name="Quorum">How many had to be counted.</param>
/// <param name="ReviewBy">The day its outcome is looked at, if set.</param>
/// <param name="Made">Who recorded it, and when.</param>
public sealed record MadeTrace(
    DecisionOutcome Outcome, int Option, ShownText? Reasons, DateOnly EffectiveFrom, ShownText? RetrospectiveBecause,
    IReadOnlyList<Present> Present, Votes Votes, int Quorum, DateOnly? ReviewBy, Recording Made);

/// <summary>Who was told.</summary>
public sealed record CommunicatedTrace(IReadOnlyList<Urn> To, Recording Communicated);

/// <summary>How it ended.</summary>
public sealed record ClosedTrace(ShownText? Outcome, Recording Closed);

/// <summary>A fact recorded after the decision in a stream that it cites.</summary>
public sealed record LaterFact(Guid EventId, long Sequence, Guid StreamId, long Version, string Fact, string Title, DateOnly? OccurredOn, DateTimeOffset RecordedAt);

/// <summary>An accountability decision traced to its evidence and its consequences, verdict first.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="PartnershipId">The partnership it concerns.</param>
/// <param name="Version">How many facts tell the decision; the ETag.</param>
/// <param name="Verdict">What the trace found.</param>
/// <param name="State">How far the decision has come.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Direction">Whom it answers to.</param>
/// <param name="Body">Who decides.</param>
/// <param name="BodySize">How many people the body has.</param>
/// <param name="Urns">The schools it concerns; empty for the partnership as a whole.</param>
/// <param name="TargetStage">The stage asked for, if one was.</param>
/// <param name="NeededBy">The day it was needed by, if any.</param>
/// <param name="TextWithheld">True when this reader sees structure only, and every confidential text is null.</param>
/// <param name="Question">The question; null when withheld.</param>
/// <param name="Opened">Who put it, and when.</param>
/// <param name="Made">How it was decided; null while it is not.</param>
/// <param name="Options">What was weighed; option 0 is to do nothing.</param>
/// <param name="Interests">Declared interests.</param>
/// <param name="Citations">The evidence.</param>
/// <param name="Communicated">Each time it was communicated.</param>
/// <param name="Closed">How it ended; null while it has not.</param>
/// <param name="Later">Facts recorded after the decision in the streams it cites, the first 200: what could not have been known.</param>
/// <param name="LedTo">Facts elsewhere that name this decision, such as a confirmed stage.</param>
public sealed record DecisionTrace(
    DecisionId DecisionId, PartnershipId PartnershipId, long Version, TraceVerdict Verdict, DecisionState State, DecisionKind Kind, Direction Direction, DecidingBody Body,
    int BodySize, IReadOnlyList<Urn> Urns, Stage? TargetStage, DateOnly? NeededBy, bool TextWithheld, ShownText? Question, Recording Opened, MadeTrace? Made,
    IReadOnlyList<OptionTrace> Options, IReadOnlyList<InterestTrace> Interests, IReadOnlyList<CitationTrace> Citations, IReadOnlyList<CommunicatedTrace> Communicated,
    ClosedTrace? Closed, IReadOnlyList<LaterFact> Later, IReadOnlyList<TimelineLine> LedTo);
