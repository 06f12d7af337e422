using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class AgreeFindingOnPages
{
    /// <summary>What team and host settle on, and what it rests on.</summary>
    internal static RecordingTask Task { get; } = new("finding", "Agree a finding", PartOfReview.OnTheVisit)
    {
        Times = at => at.Review.Findings.Count,
        Repeats = true,
        Afterwards = Step.IsCorrected,
        Objection = at => new AgreeFinding(FindingKind.Question, at.Review.Enquiry?.LinesOfEnquiry[0].Number ?? 1, new("?"), [.. at.Review.Evidence.Select(item => item.EvidenceId)], HostView.Agreed, at.Acting.Today)
            .Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it agreed?",
        Questions = at =>
        [
            new("kind", "What kind of finding is it?", AnswerKind.One) { Options = ReviewRecording.Choices<FindingKind>() },
            new("line", "Which line of enquiry does it answer?", AnswerKind.One) { Options = at.Lines() },
            new("statement", "What have you found?", AnswerKind.Text) { Hint = "No word that an inspection uses as a grade, and no name", Longest = 2000 },
            new("evidenceIds", "Which evidence does it rest on?", AnswerKind.Several) { Hint = "Two items at least, of two kinds at least", Options = at.EvidenceAsChoices() },
            new("hostView", "What does the host think of it?", AnswerKind.One) { Options = ReviewRecording.Choices<HostView>() },
            new("hostComment", "What does the host add?", AnswerKind.Text) { Longest = 2000, Optional = true },
        ],
        Read = (at, answers, day, id) =>
        {
            var command = new AgreeFinding(answers.One<FindingKind>("kind"), answers.Number("line") ?? 0, new(answers.Of("statement")),
                [.. answers.All("evidenceIds").Select(text => EvidenceId.TryParse(text, null, out var item) ? item : default)], answers.One<HostView>("hostView"), day,
                answers.Maybe("hostComment") is { } comment ? new ConfidentialText(comment) : null);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(new(id), at.Review));
        },
    };
}
