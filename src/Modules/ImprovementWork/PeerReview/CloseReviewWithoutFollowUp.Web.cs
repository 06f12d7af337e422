using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class CloseReviewWithoutFollowUpOnPages
{
    /// <summary>That it ends although nothing followed it.</summary>
    internal static RecordingTask Task { get; } = new("closing-without-follow-up", "Close the review without follow-up", PartOfReview.IfNeeded)
    {
        Times = at => at.Review.ClosedOn is null ? 0 : 1,
        Objection = at => new CloseReviewWithoutFollowUp(new("?"), at.Acting.Today).Objection(at.Review, at.Partnership, at.FollowingUp.Workshop, at.FollowingUp.CheckIn, at.Acting),
        OnWhichDay = "On which day was it closed?",
        Audience = "why: the host head and the review team. That it ended without follow-up: whoever may know of this partnership.",
        Questions = _ => [new("why", "Why did nothing follow?", AnswerKind.Text) { Hint = "It counts as a review without follow-through. Name nobody.", Longest = 1000 }],
        Read = (at, answers, day, _) =>
        {
            var command = new CloseReviewWithoutFollowUp(new(answers.Of("why")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.FollowingUp.Workshop, at.FollowingUp.CheckIn, at.Acting), () => command.Decide(at.Review));
        },
    };
}
