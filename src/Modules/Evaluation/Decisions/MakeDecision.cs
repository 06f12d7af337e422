using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

/// <summary>The body decides, and says why, who was there and how they voted. From then on what it rested on stands.</summary>
public sealed record MakeDecision(
    DecisionOutcome Outcome, int Option, ConfidentialText Reasons, DateOnly EffectiveFrom, IReadOnlyList<Present> Present, Votes Votes, DateOnly OccurredOn,
    int? Quorum = null, DateOnly? ReviewBy = null, ConfidentialText? RetrospectiveBecause = null) : ICommand
{
    public const int SmallestQuorum = 3, ShortestReasons = 50, LongestReasons = 5000, CitationsOfAChallenge = 3;

    public Objection? Objection(Decision decision, DecidingPartnership partnership, IReadOnlyList<BoardMember> board, IReadOnlyList<Present> heads, Acting acting) =>
        partnership.NotRecordedBy(acting, decision.Opened.Body)
        ?? decision.NotInPreparation(OccurredOn)
        ?? (Reasons.Length is < ShortestReasons or > LongestReasons ? Contracts.Objection.Malformed("reasons", $"Reasons have {ShortestReasons} to {LongestReasons} characters.") : null)
        ?? RestsOnTooLittle(decision)
        ?? Backfills(decision)
        ?? NotByVote(decision, board, heads)
        ?? (EffectiveFrom < OccurredOn && RetrospectiveBecause is not { Length: > 0 }
            ? new("ACC-8", "A decision that takes effect before its day says why it is retrospective.", "effectiveFrom")
        : decision.Opened.Direction == Direction.Lateral && ReviewBy is null ? new("ACC-10", "A decision among peers names the day its outcome is looked at.", "reviewBy")
        : ReviewBy <= OccurredOn ? Contracts.Objection.Malformed("reviewBy", "The outcome is looked at after the day of the decision.")
        : null);

    public DecisionMade Decide(Decision decision) => new(
        decision.Id, decision.PartnershipId, Outcome, Option, Reasons, EffectiveFrom, Present, Votes, Quorum ?? LeastQuorum(decision), ReviewBy, OccurredOn, RetrospectiveBecause);

    // A stage progression will have to cite what every criterion of its stage rests on; until the criteria are evaluated, one citation is asked of it like of others.
    private Objection? RestsOnTooLittle(Decision decision)
    {
        var needed = decision.Opened.Kind == DecisionKind.CollectiveChallenge ? CitationsOfAChallenge : 1;
        return decision.Citations.Count < needed ? new("ACC-1", $"A decision of this kind rests on at least {needed} recorded {(needed == 1 ? "fact" : "facts")}; {decision.Citations.Count} cited.")
            : decision.OptionsWeighed < 2 ? new("ACC-1", "Besides doing nothing, at least one option is weighed.")
            : Option < 0 || Option >= decision.OptionsWeighed ? Contracts.Objection.Malformed("option", $"Options 0 to {decision.OptionsWeighed - 1} were weighed.")
            : null;
    }

    private Objection? Backfills(Decision decision) =>
        decision.Citations.Any(citation => citation.CitedOccurredOn > OccurredOn || citation.OccurredOn > OccurredOn)
            ? new("ACC-2", "A decision rests on what had happened, and was laid before the body, by the day it was made.", "occurredOn")
        : decision.Options.Any(option => option.OccurredOn > OccurredOn) || decision.Interests.Any(interest => interest.OccurredOn > OccurredOn)
            ? Contracts.Objection.Malformed("occurredOn", "Options are weighed and interests declared by the day of the decision.")
        : null;

    private Objection? NotByVote(Decision decision, IReadOnlyList<BoardMember> board, IReadOnlyList<Present> heads)
    {
        var ofTheBoard = Present.Where(person => person.Capacity == Capacity.BoardMember).ToList();
        var ofTheSchools = Present.Where(person => person.Capacity is Capacity.Headteacher or Capacity.ChairOfGovernors).ToList();
        // A quadrant's group has members from other partnerships, whose schools this decision cannot know.
        var ofThePartnership = decision.Opened.Body is DecidingBody.Partnership or DecidingBody.PeerGroup;
        var voters = (decision.Opened.Body == DecidingBody.Board ? ofTheBoard : ofThePartnership ? ofTheSchools : Present).Count(person => decision.MayVote(person.PersonId));
        var quorum = Quorum ?? LeastQuorum(decision);
        return Present.DistinctBy(person => person.PersonId).Count() != Present.Count ? Contracts.Objection.Malformed("present", "Somebody is named twice.")
            : ofTheBoard.Any(person => !board.Any(member => member.PersonId == person.PersonId && member.SatOn(OccurredOn)))
                ? new("XCT-4", $"The ledger does not know somebody named as a member of the board on {OccurredOn:d MMMM yyyy}.", "present")
            : ofThePartnership && ofTheSchools.Except(heads).Any()
                ? new("XCT-4", $"The ledger does not know somebody named as head or chair of a member school on {OccurredOn:d MMMM yyyy}.", "present")
            : Votes is { For: < 0 } or { Against: < 0 } or { Abstain: < 0 } ? Contracts.Objection.Malformed("votes", "Votes are counted from 0.")
            : quorum < LeastQuorum(decision) ? new("ACC-4", $"The quorum is more than half of the body and at least {SmallestQuorum}: {LeastQuorum(decision)} or more.", "quorum")
            : Votes.Counted() > voters ? new("ACC-4", $"{Votes.Counted()} votes were counted, but {voters} of those present may vote.", "votes")
            : Votes.Counted() > decision.Opened.BodySize ? new("ACC-4", $"{Votes.Counted()} votes were counted of a body of {decision.Opened.BodySize}.", "votes")
            : Votes.Counted() < quorum ? new("ACC-4", $"{Votes.Counted()} votes were counted; the quorum is {quorum}.", "votes")
            : Outcome is DecisionOutcome.Approved or DecisionOutcome.ApprovedWithConditions or DecisionOutcome.PartlyApproved && Votes.For <= Votes.Against
                ? new("ACC-4", $"{Votes.For} for and {Votes.Against} against do not approve.", "outcome")
            : Outcome == DecisionOutcome.Declined && Votes.For > Votes.Against ? new("ACC-4", $"{Votes.For} for and {Votes.Against} against do not decline.", "outcome")
            : null;
    }

    private static int LeastQuorum(Decision decision) => Math.Max(SmallestQuorum, decision.Opened.BodySize / 2 + 1);
}

public static class MakeDecisionEndpoint
{
    public static async Task<(DecidingPartnership, IReadOnlyList<BoardMember>, IReadOnlyList<Present>)> LoadAsync(
        MakeDecision command, Decision decision, IQuerySession session, CancellationToken token)
    {
        var partnership = await DecidingPartnership.OfAsync(decision, session, token);
        return (partnership, await BoardMember.AmongAsync(command.Present.Select(person => person.PersonId), session, token),
            await HeadsOfMembers.OnAsync(command.OccurredOn, partnership, session, token));
    }

    public static Objection? Validate(
        MakeDecision command, Decision decision, DecidingPartnership partnership, IReadOnlyList<BoardMember> board, IReadOnlyList<Present> heads, Acting acting) =>
        command.Objection(decision, partnership, board, heads, acting);

    [WolverinePost("/api/v1/decisions/{decisionId}/make")]
    public static (Recorded, Events) Post(MakeDecision command, [WriteModel] Decision decision) => (new(decision.Version + 1), [command.Decide(decision)]);
}
