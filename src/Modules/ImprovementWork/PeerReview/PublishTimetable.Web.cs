using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class PublishTimetableOnPages
{
    /// <summary>The days of the whole cycle, proposed by protocol and school terms.</summary>
    internal static RecordingTask Task { get; } = new("timetable", "Publish the timetable", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Timetable is null ? 0 : 1,
        Repeats = true,
        Objection = at => Read(at, Proposal(at), at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting) is { Field: not ("visitFrom" or "dataSharingBy") } refused ? refused : null,
        OnWhichDay = "On which day was it published?",
        Audience = RecordingTask.Structure,
        Proposed = Proposal,
        Questions = at =>
        [
            at.WhichChampions("Who will run the workshop?", optional: true),
            new("dataSharingBy", "By when does the host share its data?", AnswerKind.Day) { AskedInTurn = false },
            new("visitFrom", "On which day does the visit begin?", AnswerKind.Day) { AskedInTurn = false },
            new("visitTo", "On which day does it end?", AnswerKind.Day) { AskedInTurn = false },
            new("workshopBy", "By when is the workshop held?", AnswerKind.Day) { AskedInTurn = false },
            new("checkInOn", "On which day is the check-in?", AnswerKind.Day) { AskedInTurn = false },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = Read(at, answers, day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };

    private static PublishTimetable Read(ReviewRecording at, Answers answers, DateOnly day) => new(
        answers.Day("dataSharingBy") ?? day, answers.Day("visitFrom") ?? day, answers.Day("visitTo") ?? day, answers.Day("workshopBy") ?? day, answers.Day("checkInOn") ?? day,
        [.. at.ChampionsIn(answers).Select(champion => champion.PersonId)], day);

    private static Answers Proposal(ReviewRecording at) => TimetableProposal.Of(at.Review, at.Partnership, at.Calendar, at.Training, at.Acting.Today) is var proposed
        ? Answers.Nothing.With("dataSharingBy", proposed.DataSharingBy).With("visitFrom", proposed.VisitFrom).With("visitTo", proposed.VisitTo)
            .With("workshopBy", proposed.WorkshopBy).With("checkInOn", proposed.CheckIn.On) : Answers.Nothing;
}
