
namespace EssexImprovement.ImprovementWork;

public static class CloseReviewOnPages
{
    /// <summary>That the cycle is complete.</summary>
    internal static RecordingTask Task { get; } = new("closing", "Close the review", PartOfReview.FollowingUp)
    {
        Times = at => at.Review.ClosedOn is null ? 0 : 1,
        Objection = at => new CloseReview(at.Acting.Today).Objection(at.Review, at.Partnership, at.FollowingUp.Workshop, at.FollowingUp.CheckIn, at.Acting),
        OnWhichDay = "On which day was it closed?",
        Audience = RecordingTask.Structure,
        Read = (at, _, day, _) =>
        {
            var command = new CloseReview(day);
            return new(command, command.Objection(at.Review, at.Partnership, at.FollowingUp.Workshop, at.FollowingUp.CheckIn, at.Acting), () => command.Decide(at.Review));
        },
    };
}
