using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class GiveFeedbackOnPages
{
    /// <summary>Who of the host heard the findings.</summary>
    internal static RecordingTask Task { get; } = new("feedback", "Record the feedback", PartOfReview.OnTheVisit)
    {
        Times = at => at.Review.Feedback is null ? 0 : 1,
        Objection = at => new GiveFeedback([Capacity.Headteacher], false, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it given?",
        Audience = RecordingTask.Structure,
        Questions = _ =>
        [
            new("toRoles", "Who heard it?", AnswerKind.Several) { Options = [new($"{Capacity.Headteacher}", "Headteacher"), new($"{Capacity.ChairOfGovernors}", "Chair of governors")] },
            new("withStaff", "Were staff there?", AnswerKind.One) { Options = ReviewRecording.YesOrNo },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new GiveFeedback([.. answers.All("toRoles").Select(Enum.Parse<Capacity>)], answers.Yes("withStaff"), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };
}
