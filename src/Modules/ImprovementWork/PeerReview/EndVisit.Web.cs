
namespace EssexImprovement.ImprovementWork;

public static class EndVisitOnPages
{
    /// <summary>That the team has left.</summary>
    internal static RecordingTask Task { get; } = new("visit-end", "End the visit", PartOfReview.OnTheVisit)
    {
        Times = at => at.Review.VisitEndedOn is null ? 0 : 1,
        Objection = at => new EndVisit(at.Review.VisitStartedOn ?? at.Acting.Today).Objection(at.Review, at.Partnership, at.Calendar, at.Acting),
        OnWhichDay = "On which day did it end?",
        Audience = RecordingTask.Structure,
        Read = (at, _, day, _) =>
        {
            var command = new EndVisit(day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Calendar, at.Acting), () => command.Decide(at.Review));
        },
    };
}
