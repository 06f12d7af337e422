using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.ImprovementWork;

/// <summary>One turn of somebody who records on pages, worked out from their answers alone: what is asked next, or what would be recorded and what objects to it.</summary>
public sealed record Recording(Step Step, Turn Turn, Recordable? Recordable, Reasons Reasons, Objection? Objection)
{
    private const string Day = "occurredOn", Late = "Lateness-Reason", Personal = "Personal-Data-Confirmed";

    /// <summary>The first page: nothing answered but the day, which is today.</summary>
    public static Step Begin(RecordingTask task, ReviewRecording at) => StepOf(task, at, Answers.Nothing.With(Day, at.Acting.Today), Guid.CreateVersion7(), QuestionsOf(task, at));

    /// <summary>The turn after these answers. Two more questions are asked when a rule asks them: why it is recorded so late, and why what looks like personal data has to stand.</summary>
    public static Recording Of(RecordingTask task, ReviewRecording at, Answers answers, Guid reference)
    {
        var questions = QuestionsOf(task, at);
        var reasons = new Reasons(Chosen<LatenessReason>(answers, Late), Chosen<PersonalDataReason>(answers, Personal));
        var turn = Turn.After(questions, answers);
        if (turn.Asked is not null || answers.Day(Day) is not { } day) return new(StepOf(task, at, answers, reference, questions), turn, null, reasons, null);

        var recordable = task.Read(at, answers, day, reference);
        if (TheDay.Objection(recordable.Command, at.Acting.Today, null)?.Rule == "XCT-7") questions = [.. questions, WhyLate];
        if (FreeText.Objection(recordable.Command, null) is { } personal) questions = [.. questions, WhyPersonal(personal)];
        var step = StepOf(task, at, answers, reference, questions);
        turn = Turn.After(questions, answers);
        return new(step, turn, recordable, reasons, reasons.Objection(recordable.Command, at.Acting.Today) ?? recordable.Objection);
    }

    public static RazorComponentResult Show(Step step, Turn turn, int? status = null) => turn.Asked is { } asked
        ? new RazorComponentResult<QuestionPage>(new { Step = step, Asked = asked, turn.Errors }) { StatusCode = status ?? (turn.Errors.Count > 0 ? 422 : 200) }
        : new RazorComponentResult<CheckAnswersPage>(new { Step = step, turn.Errors }) { StatusCode = status ?? (turn.Errors.Count > 0 ? 422 : 200) };

    private static IReadOnlyList<Question> QuestionsOf(RecordingTask task, ReviewRecording at) => [.. task.Questions(at), new Question(Day, task.OnWhichDay, AnswerKind.Day) { AskedInTurn = false }];

    private static Step StepOf(RecordingTask task, ReviewRecording at, Answers answers, Guid reference, IReadOnlyList<Question> questions) =>
        new(task.Title, $"/reviews/{at.Review.Id}/record/{task.Name}", reference, questions, answers, task.Audience, $"/reviews/{at.Review.Id}/record")
        {
            Caption = $"Review of {at.School(at.Review.HostUrn)}", ReadFirst = task.ReadFirst(at),
        };

    private static Question WhyLate { get; } = new(Late, "Why is it recorded so late?", AnswerKind.One)
    {
        Hint = "It happened more than 30 days ago", AskedInTurn = false, Options = ReviewRecording.Choices<LatenessReason>(),
    };

    private static Question WhyPersonal(Objection objection) => new(Personal, "Why does it have to stand there?", AnswerKind.One)
    {
        Hint = $"{objection.Detail.Split('.')[0]}. Change the answer if you can leave it out.", AskedInTurn = false, Options = ReviewRecording.Choices<PersonalDataReason>(),
    };

    private static T? Chosen<T>(Answers answers, string name) where T : struct, Enum => Enum.TryParse<T>(answers.Of(name), out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
}
