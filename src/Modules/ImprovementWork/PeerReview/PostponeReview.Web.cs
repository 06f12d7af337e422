using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class PostponeReviewOnPages
{
    /// <summary>Other days for the visit.</summary>
    internal static RecordingTask Task { get; } = new("postponement", "Put the visit off", PartOfReview.IfNeeded)
    {
        Times = at => at.Review.Postponed is null ? 0 : 1,
        Repeats = true,
        Objection = at => new PostponeReview(Later(at), Later(at), new("?"), at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it put off?",
        Audience = "why: the host head and the review team. The new days: whoever may know of this partnership.",
        Questions = _ =>
        [
            new("plannedFrom", "On which day does the visit begin now?", AnswerKind.Day),
            new("plannedTo", "On which day does it end?", AnswerKind.Day) { Check = ReviewPlanning.EndsBeforeItBegins },
            new("reason", "Why is it put off?", AnswerKind.Text) { Hint = "Name nobody", Longest = 1000 },
        ],
        LookAgain = (at, answers) => at.Calendar.ClosedOn(answers.Day("plannedFrom"), answers.Day("plannedTo")),
        Read = (at, answers, day, _) =>
        {
            var command = new PostponeReview(answers.Day("plannedFrom") ?? day, answers.Day("plannedTo") ?? day, new(answers.Of("reason")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };

    private static DateOnly Later(ReviewRecording at) => at.Acting.Today.AddYears(1);
}
