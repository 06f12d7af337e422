using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.Evaluation;

/// <summary>An option as this reader sees it; 0 is "do nothing".</summary>
public sealed record OptionAsSeen(int Option, ShownText? Text, ShownText? For, ShownText? Against, DateOnly OccurredOn);

/// <summary>A citation as this reader sees it: where the cited fact lies, how it read when it was cited, and in which ring and by which release the body could see it then. Of a concern among peers, whoever does
/// not read the decision is told that something was cited: <c>held_back</c>, and null for what it could be found by.</summary>
public sealed record CitationAsSeen(
    CitationId CitationId, Guid? EventId, Guid? StreamId, long? Version, string FactName, string? ContentHash, DateOnly? CitedOccurredOn, ShownText? Why, DateOnly OccurredOn,
    AudienceRing? SeenInRing, ReleaseId? SeenByRelease);

/// <summary>A declared interest as this reader sees it.</summary>
public sealed record DeciderInterestAsSeen(PersonId PersonId, ShownText? Nature, InterestAction Action, DateOnly OccurredOn);

/// <summary>What was decided, as this reader sees it.</summary>
public sealed record MadeAsSeen(
    DecisionOutcome Outcome, int Option, ShownText? Reasons, DateOnly EffectiveFrom, ShownText? RetrospectiveBecause, IReadOnlyList<Present> Present, Votes Votes,
    int Quorum, DateOnly? ReviewBy, DateOnly OccurredOn);

/// <summary>Once that schools were told.</summary>
public sealed record CommunicationAsSeen(IReadOnlyList<Urn> To, DateOnly OccurredOn);

/// <summary>How the decision ended, as this reader sees it.</summary>
public sealed record ClosedAsSeen(ShownText? Outcome, DateOnly OccurredOn);

/// <summary>A decision as far as this reader may see it.</summary>
/// <param name="Id">The decision.</param>
/// <param name="PartnershipId">The partnership it concerns.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Direction">Whom it answers to.</param>
/// <param name="Question">The question; null when withheld.</param>
/// <param name="Urns">The schools it concerns; empty for the partnership as a whole.</param>
/// <param name="TargetStage">The stage asked for, if one was.</param>
/// <param name="Body">Who decides.</param>
/// <param name="BodySize">How many people the body has.</param>
/// <param name="NeededBy">The day it is needed by, if any.</param>
/// <param name="OpenedOn">The day the question was put.</param>
/// <param name="TextWithheld">True when this reader sees structure only, and every confidential text is null.</param>
/// <param name="Options">What was weighed, by number.</param>
/// <param name="Citations">The evidence, in the order it was cited.</param>
/// <param name="Interests">Declared interests.</param>
/// <param name="Made">What was decided; null while it is open.</param>
/// <param name="Communications">Each time schools were told.</param>
/// <param name="Closed">How it ended; null while it has not.</param>
public sealed record DecisionAsSeen(
    DecisionId Id, PartnershipId PartnershipId, DecisionState State, DecisionKind Kind, Direction Direction, ShownText? Question, IReadOnlyList<Urn> Urns,
    Stage? TargetStage, DecidingBody Body, int BodySize, DateOnly? NeededBy, DateOnly OpenedOn, bool TextWithheld, IReadOnlyList<OptionAsSeen> Options,
    IReadOnlyList<CitationAsSeen> Citations, IReadOnlyList<DeciderInterestAsSeen> Interests, MadeAsSeen? Made, IReadOnlyList<CommunicationAsSeen> Communications,
    ClosedAsSeen? Closed)
{
    public static DecisionAsSeen By(Decision decision, DecidingPartnership partnership, Reader reader)
    {
        var seal = decision.SealIn(partnership, reader.Acting.Today);
        var opened = decision.Opened;
        return new(
            decision.Id, decision.PartnershipId, decision.State, opened.Kind, opened.Direction, Shown(opened.Question), opened.Urns, opened.TargetStage, opened.Body, opened.BodySize,
            opened.NeededBy, opened.OccurredOn, !reader.SightOf(seal).Inside,
            [
                new(0, Shown(new ConfidentialText("Do nothing.")), null, null, opened.OccurredOn),
                .. decision.Options.Select(fact => new OptionAsSeen(fact.Option, Shown(fact.Text), Shown(fact.For), Shown(fact.Against), fact.OccurredOn)),
            ],
            [.. decision.Citations.Select(fact => HeldBack.Concerns.Contains(fact.FactName) && !reader.SightOf(seal).Inside
                ? new CitationAsSeen(fact.CitationId, null, null, null, ConcernFacts.HeldBack, null, null, null, fact.OccurredOn, fact.SeenInRing, null)
                : new(fact.CitationId, fact.EventId, fact.StreamId, fact.Version, fact.FactName, fact.ContentHash, fact.CitedOccurredOn, Shown(fact.Why), fact.OccurredOn, fact.SeenInRing, fact.SeenByRelease))],
            [.. decision.Interests.Select(fact => new DeciderInterestAsSeen(fact.PersonId, Shown(fact.Nature), fact.Action, fact.OccurredOn))],
            decision.Made is { } made
                ? new(made.Outcome, made.Option, Shown(made.Reasons), made.EffectiveFrom, Shown(made.RetrospectiveBecause), made.Present, made.Votes, made.Quorum, made.ReviewBy, made.OccurredOn)
                : null,
            [.. decision.Communications.Select(fact => new CommunicationAsSeen(fact.To, fact.OccurredOn))],
            decision.Closed is { } closed ? new(Shown(closed.Outcome), closed.OccurredOn) : null);

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);
    }
}
