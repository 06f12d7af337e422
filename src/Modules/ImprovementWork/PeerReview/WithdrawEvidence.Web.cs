using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class WithdrawEvidenceOnPages
{
    /// <summary>Evidence that should not stand.</summary>
    internal static RecordingTask Task { get; } = new("evidence-withdrawal", "Withdraw evidence", PartOfReview.IfNeeded)
    {
        Times = _ => 0,
        Repeats = true,
        Objection = at => CorrectEvidenceOnPages.Task.Objection(at),
        OnWhichDay = "On which day was it withdrawn?",
        Questions = at =>
        [
            new("evidenceId", "Which evidence?", AnswerKind.One) { Options = [.. at.EvidenceAsChoices().Where(option => CorrectEvidenceOnPages.Mine(at).Any(item => $"{item.EvidenceId}" == option.Value))] },
            new("reason", "Why is it withdrawn?", AnswerKind.Text) { Hint = "Name nobody", Longest = 1000 },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new WithdrawEvidence(EvidenceId.TryParse(answers.Of("evidenceId"), null, out var id) ? id : default, new(answers.Of("reason")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.FollowingUp.ToldAs<EvidenceRecorded>(told => told.EvidenceId == command.EvidenceId)));
        },
    };
}
