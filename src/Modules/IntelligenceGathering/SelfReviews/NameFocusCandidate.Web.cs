using EssexImprovement.Shell;

namespace EssexImprovement.IntelligenceGathering;

public static class NameFocusCandidateOnPages
{
    internal static SelfReviewTask Task { get; } = new("question", "Name a question a peer review could look into", "Questions for peers")
    {
        Objection = at => new NameFocusCandidate(new("?"), at.Acting.Today).Objection(at.Urn, at.Review, at.Acting),
        Progress = at => at.Review is { FocusCandidates.Count: > 0 and var named } ? new($"{named} recorded", false) : null,
        Repeats = true,
        OnWhichDay = "On which day did it come up?",
        Questions = _ => [new("question", "What can the school not answer by itself?", AnswerKind.Text) { Hint = "As a question that a visit could answer", Longest = 500 }],
        Read = (at, answers, day) =>
        {
            var command = new NameFocusCandidate(new(answers.Of("question")), day);
            return new(command, command.Objection(at.Urn, at.Review, at.Acting), () => command.Decide(at.Review!));
        },
    };
}
