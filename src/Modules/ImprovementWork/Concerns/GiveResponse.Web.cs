using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A concern and the partnership it was raised in, for the head who answers it on a page.</summary>
public sealed record AnsweringConcern(PeerConcern Concern, ReviewingPartnership Partnership, string School, ConcernAsSeen? Seen, Acting Acting)
{
    public static async Task<AnsweringConcern> OfAsync(PeerConcern concern, IQuerySession session, Reader reader, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);
        var answers = concern.IsAnsweredBy(reader.Acting, partnership, reader.Acting.Today);
        return new(concern, partnership, (await SchoolsNamed.OfAsync([concern.Urn], session, token))[concern.Urn], answers ? ConcernAsSeen.By(concern, partnership, reader) : null, reader.Acting);
    }

    public string Href => $"/concerns/{Concern.Id}/response";

    /// <summary>What the slice objects to before anything is answered.</summary>
    public Objection? Objection => new GiveResponse(new("?"), Acting.Today).Objection(Concern, Partnership, Acting);

    public Step Step(Answers answers, Guid reference) => new("Say how your school sees it", Href, reference,
    [
        new("response", "How does your school see it?", AnswerKind.Text) { Hint = "What happened from where you stand. Name nobody", Longest = 4000 },
        Recording.OnWhichDay("On which day is it answered?"),
    ], answers, ConcernInWords.Audience, $"/concerns/{Concern.Id}")
    {
        Caption = $"A concern about {School}",
        ReadFirst = [.. new[] { ("In short", Seen?.Summary), ("What happened", Seen?.Facts) }.Where(told => told.Item2 is not null).Select(told => new ReadFirst(told.Item1, told.Item2!.Value))],
    };

    public Recordable Read(Answers answers, DateOnly day)
    {
        var command = new GiveResponse(new(answers.Of("response")), day);
        return new(command, command.Objection(Concern, Partnership, Acting), () => command.Decide(Concern, Acting.Person));
    }
}

public static class GiveResponsePageEndpoint
{
    public static Task<AnsweringConcern> LoadAsync(PeerConcern concern, IQuerySession session, Reader reader, CancellationToken token) => AnsweringConcern.OfAsync(concern, session, reader, token);

    /// <summary>Whoever may not know of the concern, or does not answer for the school, is refused before anything is asked.</summary>
    public static Objection? Validate(AnsweringConcern at) => at.Objection is { } refused && at.Seen is null ? refused : null;

    /// <summary>Asks the head of the school concerned how they see it; with a reference, tells what was recorded under it.</summary>
    [WolverineGet("/concerns/{concernId}/response")]
    public static async Task<IResult> Get([ReadModel("concernId")] PeerConcern concern, Guid? reference, AnsweringConcern at, IQuerySession session, CancellationToken token)
    {
        if (reference is { } known && await RecordedUnder.FindAsync(known, concern.Id.Value, session, token) is { } recorded)
            return recorded.Page("Say how your school sees it: done", $"A concern about {at.School}", [new("The concern", $"/concerns/{concern.Id}"), new("All concerns of the partnership", $"/partnerships/{concern.PartnershipId}/concerns")]);
        if (at.Objection is not null) return TypedResults.LocalRedirect($"/concerns/{concern.Id}");
        var step = at.Step(Answers.Nothing.With(Recording.Day, at.Acting.Today), Guid.CreateVersion7());
        return step.Page(Turn.After(step.Questions, step.Answers));
    }
}

public static class GiveResponseFormEndpoint
{
    /// <summary>Goes on to the check, and when it is confirmed records the answer; sent twice, it is recorded once.</summary>
    [WolverinePost("/concerns/{concernId}/response"), ValidateAntiforgery]
    public static async Task<IResult> Post(ConcernId concernId, HttpContext http, IDocumentSession session, Reader reader, CancellationToken token)
    {
        var stream = await session.Events.FetchForWriting<PeerConcern>(concernId.Value, token);
        if (stream.Aggregate is not { } concern) return Recording.Refusal(Objection.Unknown());
        var (answers, at) = (Answers.In(await http.Request.ReadFormAsync(token)), await AnsweringConcern.OfAsync(concern, session, reader, token));
        if (GiveResponsePageEndpoint.Validate(at) is { } refused) return Recording.Refusal(refused);
        if (!Guid.TryParse(answers.Of(Turn.Reference), out var reference)) return Recording.Refusal(Objection.Malformed(Turn.Reference, "Something is missing from what was sent. Go back to the concern and begin again."));
        if (answers.Of(Turn.Go) == "confirm" && await RecordedUnder.FindAsync(reference, concernId.Value, session, token) is not null) return Done();

        var recording = Recording.Of(at.Step(answers, reference), day => at.Read(answers, day), at.Acting.Today);
        if (recording.NextPage() is { } next) return next;
        stream.AppendOne(recording.Recordable!.Decide());
        return await recording.StoreAsync(http, session, token) ?? Done();

        IResult Done() => TypedResults.LocalRedirect($"{at.Href}?reference={reference}");
    }
}
