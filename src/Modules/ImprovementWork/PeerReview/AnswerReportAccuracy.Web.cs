using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

/// <summary>What the host head said of a draft, as a heading.</summary>
public static class AnswerToDraft
{
    public static string InWords(int draft, bool accurate) => accurate ? $"The host head found draft {draft} accurate" : $"What the host head found not accurate in draft {draft}";
}

public static class AnswerReportAccuracyOnPages
{
    /// <summary>What the host head says of the draft.</summary>
    internal static RecordingTask Task { get; } = new("accuracy", "Say whether the draft is accurate", PartOfReview.AfterTheVisit)
    {
        Times = at => at.Review.Answer is null ? 0 : 1,
        Objection = at => new AnswerReportAccuracy(at.Review.Draft?.Draft ?? 0, true, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it answered?",
        ReadFirst = (at, _) => at.Review.Draft is { } draft && at.Shown(draft.Report) is { } text ? [new($"Draft {draft.Draft}", text)] : [],
        Questions = _ =>
        [
            new("accurate", "Is the draft accurate?", AnswerKind.One) { Options = ReviewRecording.YesOrNo },
        ],
        Then = (_, answers) => answers.Of("accurate") == "no" ? [new("points", "What is not accurate?", AnswerKind.Lines) { Hint = "Point by point, each on a line of its own" }] : [],
        Read = (at, answers, day, _) =>
        {
            var command = new AnswerReportAccuracy(at.Review.Draft?.Draft ?? 0, answers.Yes("accurate"), day, [.. (answers.Yes("accurate") ? [] : answers.Lines("points")).Select(point => new ConfidentialText(point))]);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.Acting.Person));
        },
    };
}
