using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using JasperFx;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>What somebody is about to record: the command, what its slice objects to, and the fact it decides.</summary>
public sealed record Recordable(ICommand Command, Objection? Objection, Func<object> Decide);

/// <summary>One turn of somebody who writes a self-review on pages, worked out from their answers alone: what is asked next, or what would be recorded and what objects to it.</summary>
public sealed record Recording(Step Step, Turn Turn, Recordable? Recordable, Reasons Reasons, Objection? Objection)
{
    private const string Late = "Lateness-Reason", Personal = "Personal-Data-Confirmed";

    /// <summary>The field of the day on which it happened; answered with today until somebody changes it.</summary>
    public const string Day = "occurredOn";

    /// <summary>The turn after these answers. Two more questions are asked when a rule asks them: why it is recorded so late, and why what looks like personal data has to stand.</summary>
    /// <param name="step">What is recorded, with its questions and what was answered.</param>
    /// <param name="read">The command from the answers, on its day.</param>
    /// <param name="today">The day of the recording.</param>
    public static Recording Of(Step step, Func<DateOnly, Recordable> read, DateOnly today)
    {
        var reasons = new Reasons(Chosen<LatenessReason>(step.Answers, Late), Chosen<PersonalDataReason>(step.Answers, Personal));
        var turn = Turn.After(step.Questions, step.Answers);
        if (turn.Asked is not null || turn.Errors.Count > 0 || step.Answers.Day(Day) is not { } day) return new(step, turn, null, reasons, null);

        var recordable = read(day);
        if (TheDay.Objection(recordable.Command, today, null)?.Rule == "XCT-7") step = step with { Questions = [.. step.Questions, WhyLate] };
        if (FreeText.Objection(recordable.Command, null) is { } personal) step = step with { Questions = [.. step.Questions, WhyPersonal(personal, step.Questions.FirstOrDefault(question => question.IsAbout(personal.Field)))] };
        return new(step, Turn.After(step.Questions, step.Answers), recordable, reasons, reasons.Objection(recordable.Command, today) ?? recordable.Objection);
    }

    /// <summary>The page that comes next; null once everything is answered, checked and confirmed and nothing objects: then it is to be recorded.</summary>
    public IResult? NextPage() =>
        Turn.Asked is not null || Recordable is null ? Step.Page(Turn)
        : Objection is { } objection ? (Step with { Answers = Step.Answers.With(Turn.Checked, "yes") }).Page(Turn.Refused(Step.Questions, Step.Answers, objection.Field, objection.Rule == "input" ? objection.Detail : $"{objection.Detail} ({objection.Rule})"), objection.Status)
        : Turn.Confirmed ? null : Step.Page(Turn);

    /// <summary>Stores what was appended, with the reference beside it; null when it was stored, and for whoever lost a race the page with their answers.</summary>
    public async Task<IResult?> StoreAsync(HttpContext http, IDocumentSession session, CancellationToken token)
    {
        http.Features.Set(Recordable!.Command);
        http.Features.Set(Reasons);
        session.SetHeader(RecordedUnder.Header, Step.Reference.ToString());
        try
        {
            await session.SaveChangesAsync(token);
            return null;
        }
        catch (Exception lost) when (lost is ConcurrencyException or EventStreamUnexpectedMaxEventIdException or Marten.Exceptions.ExistingStreamIdCollisionException)
        {
            session.EjectAllPendingChanges();
            return Step.Page(Turn.Overtaken, 409);
        }
    }

    /// <summary>What was recorded under a reference in this stream; null for nothing.</summary>
    public static async Task<RecordedUnder?> FindAsync(Guid reference, Guid stream, IQuerySession session, CancellationToken token) =>
        (await session.Events.FetchStreamAsync(stream, token: token)).FirstOrDefault(e => e.Headers?.GetValueOrDefault(RecordedUnder.Header)?.ToString() == reference.ToString()) is { } e
            ? new(reference, e.Version, e.Timestamp) : null;

    public static ProblemHttpResult Refusal(Objection objection) =>
        TypedResults.Problem(objection.Detail, statusCode: objection.Status, extensions: new Dictionary<string, object?> { ["rule"] = objection.Rule, ["field"] = objection.Field });

    private static Question WhyLate { get; } = new(Late, "Why is it recorded so late?", AnswerKind.One)
    {
        Hint = "It happened more than 30 days ago", AskedInTurn = false, Options = Choices<LatenessReason>(),
    };

    private static Question WhyPersonal(Objection objection, Question? asked) => new(Personal, "Why does it have to stand there?", AnswerKind.One)
    {
        Hint = $"{objection.Detail.Split('.')[0]}{(asked is null ? "" : $", in your answer to \u201c{asked.Label}\u201d")}. Change the answer if you can leave it out.", AskedInTurn = false, Options = Choices<PersonalDataReason>(),
    };

    private static IReadOnlyList<Option> Choices<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Option($"{value}", Words.Sentence(Words.Of(value))))];

    private static T? Chosen<T>(Answers answers, string name) where T : struct, Enum => Enum.TryParse<T>(answers.Of(name), out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
}
