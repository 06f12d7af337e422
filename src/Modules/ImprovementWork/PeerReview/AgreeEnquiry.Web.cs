using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class AgreeEnquiryOnPages
{
    /// <summary>The host's question and what lies under it.</summary>
    internal static RecordingTask Task { get; } = new("enquiry", "Agree the enquiry question", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Enquiry is null ? 0 : 1,
        Objection = at => Objection(Command("?", default, ["?"], "?", null, at.Acting.Today), at),
        OnWhichDay = "On which day was it agreed?",
        Questions = _ =>
        [
            new("question", "What does the school want to find out?", AnswerKind.Text) { Hint = "Its own question, that a visit can answer", Longest = 500 },
            new("area", "Which area is it about?", AnswerKind.One) { Options = Areas },
            new("linesOfEnquiry", "Which lines of enquiry lie under it?", AnswerKind.Lines) { Hint = "One to five, each on a line of its own" },
            new("whyNow", "Why now?", AnswerKind.Text) { Longest = 2000 },
            new("hopedForChange", "What do you hope will change?", AnswerKind.Text) { Longest = 2000, Optional = true },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = Command(answers.Of("question"), answers.One<ImprovementArea>("area"), answers.Lines("linesOfEnquiry"), answers.Of("whyNow"), answers.Maybe("hopedForChange"), day);
            return new(command, Objection(command, at), () => command.Decide(at.Review, at.SelfReviews, at.Calendar));
        },
    };

    // A safeguarding concern is referred at once; nobody enquires into it.
    private static IReadOnlyList<Option> Areas => [.. ReviewRecording.Choices<ImprovementArea>().Where(area => area.Value != $"{ImprovementArea.SafeguardingReferOnly}")];

    // Who waits for a self-review is told who submits it, and where.
    private static Objection? Objection(AgreeEnquiry command, ReviewRecording at) =>
        command.Objection(at.Review, at.Partnership, at.SelfReviews, at.Calendar, at.Acting) switch
        {
            { Rule: "IMP-2", Field: null } missing when at.Review.OwnersIn(at.Partnership)[^1] is var host =>
                missing with { Detail = $"{missing.Detail} The head of {at.School(host)} submits it at /schools/{host}/self-reviews." },
            var other => other,
        };

    private static AgreeEnquiry Command(string question, ImprovementArea area, IReadOnlyList<string> lines, string whyNow, string? hoped, DateOnly day) =>
        new(new(question), area, [.. lines.Select(line => new ConfidentialText(line))], new(whyNow), day, hoped is null ? null : new ConfidentialText(hoped));
}
