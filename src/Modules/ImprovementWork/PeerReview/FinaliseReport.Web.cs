
namespace EssexImprovement.ImprovementWork;

public static class FinaliseReportOnPages
{
    /// <summary>That the report is final; nothing is added to the review after it.</summary>
    internal static RecordingTask Task { get; } = new("final", "Make the report final", PartOfReview.AfterTheVisit)
    {
        Times = at => at.Review.Final is null ? 0 : 1,
        Objection = at => new FinaliseReport(at.Acting.Today).Objection(at.Review, at.Partnership, at.Calendar, at.Acting),
        OnWhichDay = "On which day did it become final?",
        Audience = RecordingTask.Structure,
        Read = (at, _, day, _) =>
        {
            var command = new FinaliseReport(day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Calendar, at.Acting), () => command.Decide(at.Review, at.Partnership));
        },
    };
}
