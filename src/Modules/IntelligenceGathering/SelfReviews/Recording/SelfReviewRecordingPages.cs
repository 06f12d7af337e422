using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

public static class SelfReviewRecordingPageEndpoint
{
    public static Task<SelfReviewRecording> LoadAsync(Urn urn, int academicYear, IQuerySession session, Reader reader, CancellationToken token) =>
        SelfReviewRecording.OfAsync(urn, academicYear, session, reader, token);

    /// <summary>Whoever may not record this is refused before anything is asked.</summary>
    public static Objection? Validate(string task, SelfReviewRecording at) =>
        at.Hidden ?? (SelfReviewTasks.Named(task) is not { } known ? Objection.Unknown() : known.Objection(at) is { Status: 403 or 404 } refused ? refused : null);

    /// <summary>Begins to record: the first question, or with a reference what was recorded under it.</summary>
    [WolverineGet("/schools/{urn}/self-reviews/{academicYear}/record/{task}")]
    public static async Task<IResult> Get(Urn urn, int academicYear, string task, Guid? reference, [NotBody] SelfReviewRecording at, IQuerySession session, CancellationToken token)
    {
        var known = SelfReviewTasks.Named(task)!;
        if (reference is { } drawn && await Recording.FindAsync(drawn, SelfReviewId.Of(urn, academicYear).Value, session, token) is { } recorded) return known.Page(at, recorded);
        var step = known.Begin(at);
        return step.Page(Turn.After(step.Questions, step.Answers));
    }
}

public static class SelfReviewRecordingFormEndpoint
{
    /// <summary>Goes on to the next question, to the check of all answers, and when they are confirmed records the fact its slice decides. Whoever confirms twice has recorded once and is
    /// told so; whoever lost a race keeps their answers.</summary>
    [WolverinePost("/schools/{urn}/self-reviews/{academicYear}/record/{task}"), ValidateAntiforgery]
    public static async Task<IResult> Post(Urn urn, int academicYear, string task, HttpContext http, IDocumentSession session, Reader reader, CancellationToken token)
    {
        var at = await SelfReviewRecording.OfAsync(urn, academicYear, session, reader, token);
        var answers = Answers.In(await http.Request.ReadFormAsync(token));
        if (SelfReviewRecordingPageEndpoint.Validate(task, at) is { } refused) return Recording.Refusal(refused);
        if (!Guid.TryParse(answers.Of(Turn.Reference), out var reference)) return Recording.Refusal(Objection.Malformed(Turn.Reference, "Something is missing from what was sent. Go back to the self-review and begin again."));
        var (known, stream) = (SelfReviewTasks.Named(task)!, SelfReviewId.Of(urn, academicYear).Value);
        if (answers.Of(Turn.Go) == "confirm" && await Recording.FindAsync(reference, stream, session, token) is not null) return Done();

        var recording = Recording.Of(known.StepOf(at, answers, reference), day => known.Read(at, answers, day), at.Acting.Today);
        if (recording.NextPage() is { } next) return next;

        var fact = recording.Recordable!.Decide();
        if (at.Review is { } review) review.Record(fact, session);
        else session.Events.StartStream<SelfReview>(stream, fact);
        return await recording.StoreAsync(http, session, token) ?? Done();

        IResult Done() => TypedResults.LocalRedirect($"{known.HrefIn(at)}?reference={reference}");
    }
}
