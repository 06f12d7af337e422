using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class StartVisitOnPages
{
    /// <summary>Who has come on the first day.</summary>
    internal static RecordingTask Task { get; } = new("visit-start", "Start the visit", PartOfReview.OnTheVisit)
    {
        Times = at => at.Review.VisitStartedOn is null ? 0 : 1,
        Objection = at => new StartVisit([.. at.Review.ConfirmedTeam().Select(member => member.PersonId)], at.Acting.Today).Objection(at.Review, at.Fitness, at.FollowingUp.Before, at.Acting),
        OnWhichDay = "On which day did it begin?",
        Audience = RecordingTask.Structure,
        Questions = at => [new("reviewersPresent", "Who has come?", AnswerKind.Several) { Options = [.. at.Review.ConfirmedTeam().Select(at.Choice)] }],
        Read = (at, answers, day, _) =>
        {
            var command = new StartVisit([.. answers.All("reviewersPresent").Select(text => PersonId.TryParse(text, null, out var person) ? person : default)], day);
            return new(command, command.Objection(at.Review, at.Fitness, at.FollowingUp.Before, at.Acting), () => command.Decide(at.Review));
        },
    };
}
