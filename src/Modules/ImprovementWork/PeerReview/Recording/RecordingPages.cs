using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using JasperFx;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What the list of tasks shows; it holds no text of the review.</summary>
public sealed record RecordingTasksView(string School, PartnershipId PartnershipId, string Partnership, int Round, int AcademicYear, DateOnly VisitFrom, DateOnly VisitTo, IReadOnlyList<TaskGroup> Groups);

public static class RecordingTasksPageEndpoint
{
    public static Task<ReviewRecording> LoadAsync(PeerReview review, IQuerySession session, IPeople people, Reader reader, CancellationToken token) => ReviewRecording.OfAsync(review, null, session, people, reader, token);

    public static Objection? Validate(ReviewRecording at) => at.Review.MayBeKnownTo(at.Acting, at.Partnership) ? null : Objection.Unknown();

    /// <summary>What there is to record in a review, how far each thing has come, and whose it is.</summary>
    [WolverineGet("/reviews/{reviewId}/record")]
    public static RazorComponentResult Get([ReadModel("reviewId")] PeerReview review, ReviewRecording at) => new RazorComponentResult<RecordingTasksPage>(new
    {
        View = new RecordingTasksView(at.School(review.HostUrn), review.PartnershipId, at.Partnership.Name, review.Plan.Round, review.Plan.AcademicYear, review.Plan.PlannedFrom, review.Plan.PlannedTo, RecordingTasks.In(at)),
    });
}

public static class RecordingPageEndpoint
{
    public static Task<ReviewRecording> LoadAsync(PeerReview review, IQuerySession session, IPeople people, Reader reader, CancellationToken token) => ReviewRecording.OfAsync(review, null, session, people, reader, token);

    /// <summary>Whoever may not record this is refused before anything is asked.</summary>
    public static Objection? Validate(string task, ReviewRecording at) =>
        !at.Review.MayBeKnownTo(at.Acting, at.Partnership) || RecordingTasks.Named(task) is not { } known ? Objection.Unknown()
        : known.Objection(at) is { Status: 403 or 404 } refused ? refused
        : null;

    /// <summary>Begins to record: the first question, or with a reference what was recorded under it.</summary>
    [WolverineGet("/reviews/{reviewId}/record/{task}")]
    public static async Task<IResult> Get([ReadModel("reviewId")] PeerReview review, string task, Guid? reference, ReviewRecording at, IQuerySession session, CancellationToken token)
    {
        var recording = RecordingTasks.Named(task)!;
        if (reference is { } known && await RecordedUnder.FindAsync(known, review, session, token) is { } recorded) return recorded.Page(recording, at);
        var step = Recording.Begin(recording, at);
        return Recording.Show(step, Turn.After(step.Questions, step.Answers));
    }
}

public static class RecordingFormEndpoint
{
    /// <summary>Goes on to the next question, to the check of all answers, and when they are confirmed records the fact its slice decides. Whoever confirms twice has recorded once and is
    /// told so; whoever lost a race keeps their answers.</summary>
    [WolverinePost("/reviews/{reviewId}/record/{task}"), ValidateAntiforgery]
    public static async Task<IResult> Post(ReviewId reviewId, string task, HttpContext http, IDocumentSession session, IPeople people, Reader reader, CancellationToken token)
    {
        var stream = await session.Events.FetchForWriting<PeerReview>(reviewId.Value, token);
        if (stream.Aggregate is not { } review) return Refusal(Objection.Unknown());
        var answers = Answers.In(await http.Request.ReadFormAsync(token));
        var at = await ReviewRecording.OfAsync(review, PersonId.TryParse(answers.Of("otherPerson"), null, out var named) ? named : null, session, people, reader, token);
        if (!Guid.TryParse(answers.Of(Turn.Reference), out var reference)) return Refusal(Objection.Malformed(Turn.Reference, "Something is missing from what was sent. Go back to the list of tasks and begin again."));
        if (answers.Of(Turn.Go) == "confirm" && await RecordedUnder.FindAsync(reference, review, session, token) is { } before) return TypedResults.LocalRedirect(before.Href(task));
        if (RecordingPageEndpoint.Validate(task, at) is { } refused) return Refusal(refused);

        var step = Recording.Of(RecordingTasks.Named(task)!, at, answers, reference);
        if (step.Turn.Asked is not null || step.Recordable is not { } recordable) return Recording.Show(step.Step, step.Turn);
        if (step.Objection is { } objection) return Recording.Show(step.Step with { Answers = answers.With(Turn.Checked, "yes") }, Turn.Refused(step.Step.Questions, objection.Field, $"{objection.Detail} ({objection.Rule})"), objection.Status);
        if (!step.Turn.Confirmed) return Recording.Show(step.Step, step.Turn);

        http.Features.Set(recordable.Command);
        http.Features.Set(step.Reasons);
        session.SetHeader(RecordedUnder.Header, reference.ToString());
        stream.AppendOne(recordable.Decide());
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (Exception lost) when (lost is ConcurrencyException or EventStreamUnexpectedMaxEventIdException)
        {
            session.EjectAllPendingChanges();
            return Recording.Show(step.Step, new(null, [new(null, "Somebody else recorded something in this review at the same moment. Nothing of yours was saved; your answers are still here. Look at them again, then confirm. (XCT-2)")]), 409);
        }
        return TypedResults.LocalRedirect($"/reviews/{review.Id}/record/{task}?reference={reference}");
    }

    private static ProblemHttpResult Refusal(Objection objection) =>
        TypedResults.Problem(objection.Detail, statusCode: objection.Status, extensions: new Dictionary<string, object?> { ["rule"] = objection.Rule, ["field"] = objection.Field });
}
