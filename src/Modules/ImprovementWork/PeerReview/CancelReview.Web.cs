using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class CancelReviewOnPages
{
    /// <summary>That it will not take place.</summary>
    internal static RecordingTask Task { get; } = new("cancellation", "Cancel the review", PartOfReview.IfNeeded)
    {
        Times = at => at.Review.Cancelled is null ? 0 : 1,
        Objection = at => new CancelReview(new("?"), at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it cancelled?",
        Audience = "why: the host head and the review team. That it was cancelled: whoever may know of this partnership.",
        Questions = _ => [new("reason", "Why will it not take place?", AnswerKind.Text) { Hint = "Name nobody", Longest = 1000 }],
        Read = (at, answers, day, _) =>
        {
            var command = new CancelReview(new(answers.Of("reason")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };
}
