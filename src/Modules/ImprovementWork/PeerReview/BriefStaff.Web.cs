
namespace EssexImprovement.ImprovementWork;

public static class BriefStaffOnPages
{
    /// <summary>That the staff of the host know what is to happen.</summary>
    internal static RecordingTask Task { get; } = new("staff-briefing", "Record that staff were briefed", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.StaffBriefedOn is null ? 0 : 1,
        Objection = at => new BriefStaff(at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day were they briefed?",
        Audience = RecordingTask.Structure,
        Read = (at, _, day, _) =>
        {
            var command = new BriefStaff(day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };
}
