using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class WithdrawFindingOnPages
{
    /// <summary>A finding that does not hold.</summary>
    internal static RecordingTask Task { get; } = new("finding-withdrawal", "Withdraw a finding", PartOfReview.IfNeeded)
    {
        Times = _ => 0,
        Repeats = true,
        Objection = at => new WithdrawFinding(CorrectFindingOnPages.First(at), new("?"), at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it withdrawn?",
        Questions = at =>
        [
            new("findingId", "Which finding?", AnswerKind.One) { Options = at.FindingsAsChoices() },
            new("reason", "Why is it withdrawn?", AnswerKind.Text) { Hint = "Name nobody", Longest = 1000 },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new WithdrawFinding(FindingId.TryParse(answers.Of("findingId"), null, out var id) ? id : default, new(answers.Of("reason")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.FollowingUp.ToldAs<FindingAgreed>(told => told.FindingId == command.FindingId)));
        },
    };
}
