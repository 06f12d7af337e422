using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class ScheduleWorkshopOnPages
{
    /// <summary>When the workshop is to be, and who runs it.</summary>
    internal static RecordingTask Task { get; } = new("workshop-plan", "Plan the workshop", PartOfReview.FollowingUp)
    {
        Times = at => at.FollowingUp.Workshop?.Scheduled is null ? 0 : 1,
        Repeats = true,
        Over = at => at.FollowingUp.Workshop?.Held is not null,
        StreamOf = ImprovementWorkshop.StreamOf,
        Tell = (at, session, fact) => session.Tell<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(at.Review.Id), at.Around.Version, fact),
        Objection = at => new ScheduleWorkshop(at.FollowingUp.Champions, at.Acting.Today, at.Acting.Today).Objection(at.Review, at.Around, at.Acting) is { Rule: not "XCT-8" } refused
            && (refused.Field != "plannedOn" || at.FollowingUp.Workshop?.Held is not null) ? refused : null,
        OnWhichDay = "On which day was it planned?",
        Audience = RecordingTask.Structure,
        Questions = at => [at.WhichChampions("Who will run the workshop?"), new("plannedOn", "On which day is the workshop?", AnswerKind.Day)],
        Read = (at, answers, day, _) =>
        {
            var command = new ScheduleWorkshop(at.ChampionsIn(answers), answers.Day("plannedOn") ?? day, day);
            return new(command, command.Objection(at.Review, at.Around, at.Acting), () => command.Decide(at.Review));
        },
    };
}
