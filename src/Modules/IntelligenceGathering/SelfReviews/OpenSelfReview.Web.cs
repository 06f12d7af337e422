using EssexImprovement.Shell;

namespace EssexImprovement.IntelligenceGathering;

public static class OpenSelfReviewOnPages
{
    // What this service's own walk-through uses; a school that uses another framework says so.
    private const string Framework = "essex-self-review", Version = "1";

    internal static SelfReviewTask Task { get; } = new("begin", "Begin the self-review", "Begin")
    {
        Objection = at => Command(at, Answers.Nothing.With("frameworkId", Framework).With("frameworkVersion", Version), at.Acting.Today).Objection(at.Urn, at.Profile, at.Review, at.Acting),
        Progress = at => at.Review is null ? null : new("Completed", true),
        OnWhichDay = "On which day did the school begin?",
        Audience = _ => SelfReviewRecording.AudienceOfStructure,
        Proposed = _ => Answers.Nothing.With("frameworkId", Framework).With("frameworkVersion", Version),
        Questions = _ =>
        [
            new("frameworkId", "Which framework does the school use?", AnswerKind.Line) { Hint = "Its short code: letters, digits and hyphens" },
            new("frameworkVersion", "Which version of it?", AnswerKind.Number),
        ],
        Read = (at, answers, day) =>
        {
            var command = Command(at, answers, day);
            return new(command, command.Objection(at.Urn, at.Profile, at.Review, at.Acting), () => command.Decide(at.Urn));
        },
    };

    private static OpenSelfReview Command(SelfReviewRecording at, Answers answers, DateOnly day) => new(at.AcademicYear, answers.Of("frameworkId"), answers.Number("frameworkVersion") ?? 0, day);
}
