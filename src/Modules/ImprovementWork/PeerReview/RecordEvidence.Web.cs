using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class RecordEvidenceOnPages
{
    /// <summary>What somebody on the team has seen or heard.</summary>
    internal static RecordingTask Task { get; } = new("evidence", "Record evidence", PartOfReview.OnTheVisit)
    {
        Times = at => at.Review.Evidence.Count,
        Repeats = true,
        Afterwards = Step.IsCorrected,
        Objection = at => new RecordEvidence(EvidenceKind.Document, at.Review.Enquiry?.LinesOfEnquiry[0].Number ?? 1, false, new("?"), at.SomebodyWhoJudges, at.Acting.Today).Objection(at.Review, at.Partnership, at.Calendar, at.Acting),
        OnWhichDay = "On which day was it seen?",
        Questions = at =>
        [
            new("kind", "How did you find out?", AnswerKind.One) { Options = ReviewRecording.Choices<EvidenceKind>() },
            new("line", "Which line of enquiry does it belong to?", AnswerKind.One) { Options = at.Lines() },
            new("whatWasSeen", "What was seen or heard?", AnswerKind.Text) { Hint = "What it was, not what you think of it. Name nobody.", Longest = 4000 },
            new("jointWithHost", "Did somebody from the host school look too?", AnswerKind.One) { Options = ReviewRecording.YesOrNo },
            new("peopleCount", "How many people were heard or seen?", AnswerKind.Number) { Optional = true },
            .. at.ByWhom("byPerson", "Who saw it?"),
        ],
        Read = (at, answers, day, id) =>
        {
            var command = new RecordEvidence(answers.One<EvidenceKind>("kind"), answers.Number("line") ?? 0, answers.Yes("jointWithHost"), new(answers.Of("whatWasSeen")), at.ByWhom("byPerson", answers), day, answers.Number("peopleCount"));
            return new(command, command.Objection(at.Review, at.Partnership, at.Calendar, at.Acting), () => command.Decide(new(id), at.Review));
        },
    };
}
