using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Shell;

namespace EssexImprovement.IntelligenceGathering;

public static class EvaluateAreaOnPages
{
    /// <summary>One for each area; a safeguarding concern goes by the protocol's route and is not written down here.</summary>
    internal static IReadOnlyList<SelfReviewTask> Tasks { get; } = [.. Enum.GetValues<ImprovementArea>().Where(area => area != ImprovementArea.SafeguardingReferOnly).Select(Task)];

    private static SelfReviewTask Task(ImprovementArea area) => new($"area-{Kebab.NameOf(area)}", $"Evaluate {Words.Of(area)}", "Say how the school stands, in one area at least")
    {
        Objection = at => new EvaluateArea(area, new("?"), Confidence.Low, at.Acting.Today).Objection(at.Urn, at.Review, at.Acting),
        Progress = at => at.Review is null ? null
            : at.Inside is not { } inside ? new("Yours to write in", false)
            : Said(inside, area) is not { } said ? null : said.Evidence.Count == 0 ? new("In progress (no evidence yet)", false) : new("Completed", true),
        OnWhichDay = "On which day did the school say so?",
        Questions = _ =>
        [
            new("judgement", "How does the school stand?", AnswerKind.Text) { Hint = "In the words of the framework", Longest = 2000 },
            new("confidence", "How sure is the school of that?", AnswerKind.One) { Options = [new($"{Confidence.Low}", "Not sure"), new($"{Confidence.Medium}", "Fairly sure"), new($"{Confidence.High}", "Sure")] },
            new("evidence", "What shows it?", AnswerKind.Lines) { Hint = "Each item on a line of its own, twenty at most. Leave it empty while you still look for it", Optional = true },
            new("strengths", "What goes well?", AnswerKind.Text) { Longest = 4000, Optional = true },
            new("priorities", "What comes next?", AnswerKind.Text) { Longest = 4000, Optional = true },
        ],
        // Whoever evaluates again changes what they said; for whoever may not read it there is nothing to change.
        Proposed = at => Said(at.Inside, area) is not { } said ? Answers.Nothing
            : Answers.Nothing.With("judgement", said.Judgement?.Value ?? "").With("confidence", $"{said.Confidence}").With("strengths", said.Strengths?.Value ?? "").With("priorities", said.Priorities?.Value ?? "")
                .With("evidence", string.Join('\n', said.Evidence.Select(item => item?.Value.ReplaceLineEndings(" ")))),
        Read = (at, answers, day) =>
        {
            var command = new EvaluateArea(area, new(answers.Of("judgement")), answers.One<Confidence>("confidence"), day, [.. answers.Lines("evidence").Select(line => new ConfidentialText(line))],
                Maybe(answers, "strengths"), Maybe(answers, "priorities"));
            return new(command, command.Objection(at.Urn, at.Review, at.Acting), () => command.Decide(at.Review!));
        },
    };

    private static AreaAsSeen? Said(InsideOfSelfReview? inside, ImprovementArea area) => inside?.Areas.FirstOrDefault(known => known.Area == area);

    private static ConfidentialText? Maybe(Answers answers, string name) => answers.Maybe(name) is { } text ? new ConfidentialText(text) : null;
}
