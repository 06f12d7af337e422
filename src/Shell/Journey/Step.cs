using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.Shell;

/// <summary>A block of text that somebody reads before they answer, such as the draft they are asked about.</summary>
public sealed record ReadFirst(string Heading, string Text);

/// <summary>What the pages of a journey need to know: what is recorded, for whom, and what was answered.</summary>
/// <param name="Title">What is recorded, as an instruction: "Record evidence".</param>
/// <param name="Action">The address the journey is sent to.</param>
/// <param name="Reference">Drawn when the journey begins: sent twice, it is recorded once.</param>
/// <param name="Questions">All questions, in turn.</param>
/// <param name="Answers">What was answered so far.</param>
/// <param name="Audience">Who will be able to see it; said before it is saved.</param>
/// <param name="BackHref">Where the journey began.</param>
public sealed record Step(string Title, string Action, Guid Reference, IReadOnlyList<Question> Questions, Answers Answers, string Audience, string BackHref)
{
    public string? Caption { get; init; }

    public IReadOnlyList<ReadFirst> ReadFirst { get; init; } = [];

    /// <summary>What is unusual and allowed, said where all answers are checked: "Schools are closed on Saturday 28 November 2026".</summary>
    public IReadOnlyList<string> LookAgain { get; init; } = [];

    /// <summary>What can be done about a mistake once it is recorded; said before it is.</summary>
    public string Afterwards { get; init; } = Stays;

    public const string Stays = "What is recorded stays.", IsCorrected = $"{Stays} A mistake is put right by recording a correction beside it.";

    /// <summary>What the way back asks for: the question before, or the check of all answers for whoever changes one; null at the beginning, whence it leads to <see cref="BackHref"/>.</summary>
    public string? Before(Question? asked) =>
        asked is not null && (Answers.Yes(Turn.Checked) || !asked.AskedInTurn) ? Turn.Check
        : Questions.TakeWhile(question => question != asked).LastOrDefault(question => question.AskedInTurn) is { } before ? $"change:{before.Name}" : null;

    /// <summary>The fields that travel on beside the question asked now.</summary>
    public IEnumerable<(string Name, string Value)> Carried(Question? asked) =>
        Answers.FieldsOf(Questions.Where(question => question != asked)).Append((Turn.Reference, Reference.ToString()));

    /// <summary>The page of a turn: the question with what is wrong, or all answers to check; 422 when something is wrong, unless another status is given.</summary>
    public RazorComponentResult Page(Turn turn, int? status = null) => turn.Asked is { } asked
        ? new RazorComponentResult<QuestionPage>(new { Step = this, Asked = asked, turn.Errors }) { StatusCode = status ?? (turn.Errors.Count > 0 ? 422 : 200) }
        : new RazorComponentResult<CheckAnswersPage>(new { Step = this, turn.Errors }) { StatusCode = status ?? (turn.Errors.Count > 0 ? 422 : 200) };
}
