using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What the list of tasks shows; it holds no text of the review.</summary>
public sealed record RecordingTasksView(string School, PartnershipId PartnershipId, string Partnership, int Round, int AcademicYear, string Visit, IReadOnlyList<TaskGroup> Groups);

public static class RecordingTasksPageEndpoint
{
    public static Task<ReviewRecording> LoadAsync(PeerReview review, IQuerySession session, IPeople people, Reader reader, CancellationToken token) => ReviewRecording.OfAsync(review, null, session, people, reader, token);

    public static Objection? Validate(ReviewRecording at) => at.Review.MayBeKnownTo(at.Acting, at.Partnership) ? null : Objection.Unknown();

    /// <summary>What there is to record in a review, how far each thing has come, and whose it is.</summary>
    [WolverineGet("/reviews/{reviewId}/record")]
    public static RazorComponentResult Get([ReadModel("reviewId")] PeerReview review, ReviewRecording at) => new RazorComponentResult<RecordingTasksPage>(new
    {
        View = new RecordingTasksView(at.School(review.HostUrn), review.PartnershipId, at.Partnership.Name, review.Plan.Round, review.Plan.AcademicYear, VisitOf(review), RecordingTasks.In(at)),
    });

    private static string VisitOf(PeerReview review) => (review.VisitStartedOn, review.VisitEndedOn) switch
    {
        ({ } from, { } to) => $"The visit was on {When.InWords(from, to)}.",
        ({ } from, null) => $"The visit began on {When.InWords(from)}.",
        _ => $"Visit planned for {When.InWords(review.Plan.PlannedFrom, review.Plan.PlannedTo)}.",
    };
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
        if (reference is { } known && await RecordedUnder.FindAsync(known, recording.StreamOf(review.Id), session, token) is { } recorded) return recorded.Page(recording, at);
        var step = recording.Begin(at);
        return step.Page(Turn.After(step.Questions, step.Answers));
    }
}

public static class RecordingFormEndpoint
{
    private const long LargestFile = 20 * 1024 * 1024;

    /// <summary>Goes on to the next question, to the check of all answers, and when they are confirmed records the fact its slice decides. Whoever confirms twice has recorded once and is
    /// told so; whoever lost a race keeps their answers. A file is read for its fingerprint alone.</summary>
    [WolverinePost("/reviews/{reviewId}/record/{task}"), ValidateAntiforgery, RequestSizeLimit(LargestFile)]
    public static async Task<IResult> Post(ReviewId reviewId, string task, HttpContext http, IDocumentSession session, IPeople people, Reader reader, CancellationToken token)
    {
        var stream = await session.Events.FetchForWriting<PeerReview>(reviewId.Value, token);
        if (stream.Aggregate is not { } review) return Recording.Refusal(Objection.Unknown());
        var answers = Answers.In(await http.Request.ReadFormAsync(token));
        var at = await ReviewRecording.OfAsync(review, PersonId.TryParse(answers.Of("otherPerson"), null, out var named) ? named : null, session, people, reader, token);
        if (!Guid.TryParse(answers.Of(Turn.Reference), out var reference)) return Recording.Refusal(Objection.Malformed(Turn.Reference, "Something is missing from what was sent. Go back to the list of tasks and begin again."));
        var known = RecordingTasks.Named(task);
        if (known is not null && answers.Of(Turn.Go) == "confirm" && await RecordedUnder.FindAsync(reference, known.StreamOf(review.Id), session, token) is not null)
            return TypedResults.LocalRedirect(RecordedUnder.Href(review.Id, task, reference));
        if (RecordingPageEndpoint.Validate(task, at) is { } refused) return Recording.Refusal(refused);

        var recording = Recording.Of(known!.StepOf(at, answers, reference), day => known.Read(at, answers, day, reference), at.Acting.Today);
        if (recording.NextPage() is { } next) return next;

        var fact = recording.Recordable!.Decide();
        if (known.Tell is { } tell) tell(at, session, fact);
        else stream.AppendOne(fact);
        return await recording.StoreAsync(http, session, token) ?? TypedResults.LocalRedirect(RecordedUnder.Href(review.Id, task, reference));
    }
}
