using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class DraftReportOnPages
{
    /// <summary>The draft that goes to the host head.</summary>
    internal static RecordingTask Task { get; } = new("draft", "Send a draft of the report", PartOfReview.AfterTheVisit)
    {
        Times = at => at.Review.Draft?.Draft ?? 0,
        Repeats = true,
        Proposed = at => at.Shown(at.Review.Draft?.Report) is { } last ? Answers.Nothing.With("report", last) : Answers.Nothing,
        Objection = at => new DraftReport(new("?"), at.SomebodyWhoJudges, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it sent?",
        ReadFirst = (at, _) => at.Review.Answer is { } answer && at.Shown(at.Review.Draft?.Report) is not null
            ? [new(AnswerToDraft.InWords(answer.Draft, answer.Accurate), string.Join('\n', answer.Points.Select(point => at.Shown(point))))] : [],
        Questions = at =>
        [
            new("report", "What does the report say?", AnswerKind.Text) { Hint = "Name nobody", Longest = 100_000 },
            .. at.ByWhom("draftedBy", "Who wrote it?"),
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new DraftReport(new(answers.Of("report")), at.ByWhom("draftedBy", answers), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };
}
