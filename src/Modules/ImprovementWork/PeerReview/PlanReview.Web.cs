using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>A partnership and all that is asked about it while its lead plans a review on pages.</summary>
public sealed record ReviewPlanning(ReviewingPartnership Partnership, IReadOnlyList<SchoolInReview> Schools, HeadsOfSchool? HeadsOfHost, IReadOnlyList<PeerReview> Earlier, TermCalendar Calendar, Acting Acting)
{
    public static async Task<ReviewPlanning?> ReadAsync(PartnershipId id, Urn? host, IQuerySession session, Acting acting, CancellationToken token)
    {
        if (await ReviewingPartnership.FindAsync(id, session, token) is not { } partnership || !partnership.MayBeKnownTo(acting)) return null;
        return new(partnership, await SchoolInReview.AllAsync(partnership.MembersOn(acting.Today), session, token),
            host is { } urn ? await session.Events.AggregateStreamAsync<HeadsOfSchool>(urn.LeadershipStream(), token: token) : null,
            await session.Query<PeerReview>().Where(review => review.PartnershipId == id).ToListAsync(token), await ImprovementWork.Calendar.ReadAsync(session, token), acting);
    }

    /// <summary>Whoever does not lead the partnership is refused before anything is asked.</summary>
    public static Objection? Refused(ReviewPlanning? at) => at is null ? Objection.Unknown() : at.Acting.Leads(at.Partnership.Id) ? null : Objection.LacksCapacity("the partnership's lead");

    public string Href => $"/partnerships/{Partnership.Id}/reviews/plan";

    public Step Step(Answers answers, Guid reference) => new("Plan a review", Href, reference,
    [
        new("hostUrn", "Which school invites its peers?", AnswerKind.One) { Options = [.. Schools.OrderBy(school => school.Name, StringComparer.Ordinal).Select(school => new Option($"{school.Urn}", Name(school.Urn)))] },
        new("invitedBy", "Has the head of that school invited the review?", AnswerKind.One) { Hint = "A review is an invitation, never an imposition", Options = ReviewRecording.YesOrNo, Check = answers => answers.Yes("invitedBy") ? null : "Ask the head of that school first: a review begins with their invitation" },
        new("model", "In whose manner?", AnswerKind.One)
        {
            Options =
            [
                new($"{ReviewModel.LocalTriad}", "A triad's own"), new($"{ReviewModel.SppCycle}", "The Schools Partnership Programme's cycle"), new($"{ReviewModel.QaStyle}", "A quality-assurance review"),
                new($"{ReviewModel.TrustReview}", "A trust's review"), new($"{ReviewModel.PartnershipScrutiny}", "Scrutiny by a linked partnership"),
            ],
        },
        new("plannedFrom", "On which day does the visit begin?", AnswerKind.Day),
        new("plannedTo", "On which day does it end?", AnswerKind.Day) { Check = EndsBeforeItBegins },
        .. Partnership.PeerGroups.IsEmpty ? Array.Empty<Question>() : [new("peerGroupId", "Which peer group reviews?", AnswerKind.One) { Options = [new(None, "None"), .. Partnership.PeerGroups.Select(group => new Option($"{group.Id}", group.Name))] }],
        .. EarlierOf(answers).Any() ? [new("followUpOf", "Which earlier review does it follow up?", AnswerKind.One)
        {
            Options = [new(None, "None"), .. EarlierOf(answers).Select(review => new Option($"{review.Id}", $"Round {review.Plan.Round}, {When.InWords(review.Plan.PlannedFrom)}"))],
        }] : Array.Empty<Question>(),
        new("round", "Which round is it?", AnswerKind.Number) { AskedInTurn = false },
        Recording.OnWhichDay("On which day was it planned?"),
    ], answers, RecordingTask.Structure, $"/partnerships/{Partnership.Id}/reviews")
    {
        Caption = Partnership.Name, LookAgain = Calendar.ClosedOn(answers.Day("plannedFrom"), answers.Day("plannedTo")),
    };

    internal static string? EndsBeforeItBegins(Answers answers) =>
        (answers.Day("plannedFrom"), answers.Day("plannedTo")) is ({ } from, { } to) && to < from ? $"The visit cannot end before it begins, on {When.InWords(from)}" : null;

    /// <summary>The same answers with the next round of the school, once a school is chosen and nothing else was said.</summary>
    public Answers WithRound(Answers answers) => HostIn(answers) is null || answers.Of("round").Length > 0 ? answers
        : answers.With("round", $"{1 + (EarlierOf(answers).Max(review => review.RoundTaken) ?? 0)}");

    public PlanReview Read(Answers answers, DateOnly day)
    {
        return new(Partnership.Id, HostIn(answers) ?? default, answers.Number("round") ?? 0, answers.One<ReviewModel>("model"), answers.Day("plannedFrom") ?? day, answers.Day("plannedTo") ?? day,
            answers.Yes("invitedBy") ? HeadsOfHost?.HeadOn(day) ?? default : default, day, PeerGroupId.TryParse(answers.Of("peerGroupId"), null, out var group) ? group : null,
            ReviewId.TryParse(answers.Of("followUpOf"), null, out var earlier) ? earlier : null);
    }

    public static Urn? HostIn(Answers answers) => Urn.TryParse(answers.Of("hostUrn"), null, out var urn) ? urn : null;

    private IEnumerable<PeerReview> EarlierOf(Answers answers) => 
        HostIn(answers) is { } host ? Earlier.Where(review => review.OwnersIn(Partnership).Contains(host) && review.Cancelled is null) : [];

    private const string None = "none";

    private string Name(Urn urn) => Schools.FirstOrDefault(school => school.Urn == urn)?.Name ?? $"School {urn}";
}

public static class PlanReviewPageEndpoint
{
    public static Task<ReviewPlanning?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Acting acting, CancellationToken token) =>
        ReviewPlanning.ReadAsync(partnershipId, null, session, acting, token);

    public static Objection? Validate(ReviewPlanning? at) => ReviewPlanning.Refused(at);

    /// <summary>Begins to plan a review: the first question, or with a reference what was planned under it.</summary>
    [WolverineGet("/partnerships/{partnershipId}/reviews/plan")]
    public static async Task<IResult> Get(PartnershipId partnershipId, Guid? reference, [NotBody] ReviewPlanning at, IQuerySession session, CancellationToken token)
    {
        if (reference is { } known && await RecordedUnder.FindAsync(known, known, session, token) is { } recorded)
            return recorded.Page("Plan a review: done", at.Partnership.Name, [new("What there is to record in it", $"/reviews/{known}/record"), new("All reviews of the partnership", $"/partnerships/{partnershipId}/reviews")]);
        var step = at.Step(Answers.Nothing.With(Recording.Day, at.Acting.Today), Guid.CreateVersion7());
        return step.Page(Turn.After(step.Questions, step.Answers));
    }
}

public static class PlanReviewFormEndpoint
{
    /// <summary>Goes on to the next question, to the check of all answers, and when they are confirmed plans the review. Its reference becomes the review's own, so it is planned once.</summary>
    [WolverinePost("/partnerships/{partnershipId}/reviews/plan"), ValidateAntiforgery]
    public static async Task<IResult> Post(PartnershipId partnershipId, HttpContext http, IDocumentSession session, Acting acting, CancellationToken token)
    {
        var answers = Answers.In(await http.Request.ReadFormAsync(token));
        var at = await ReviewPlanning.ReadAsync(partnershipId, ReviewPlanning.HostIn(answers), session, acting, token);
        if (at is null) return Recording.Refusal(Objection.Unknown());
        if (ReviewPlanning.Refused(at) is { } refused) return Recording.Refusal(refused);
        if (!Guid.TryParse(answers.Of(Turn.Reference), out var reference)) return Recording.Refusal(Objection.Malformed(Turn.Reference, "Something is missing from what was sent. Go back to the reviews and begin again."));
        if (answers.Of(Turn.Go) == "confirm" && await RecordedUnder.FindAsync(reference, reference, session, token) is not null) return Done();

        answers = at.WithRound(answers);
        var recording = Recording.Of(at.Step(answers, reference), day => Recordable(at, answers, day, new(reference)), acting.Today);
        if (recording.NextPage() is { } next) return next;
        session.Events.StartStream<PeerReview>(reference, recording.Recordable!.Decide());
        return await recording.StoreAsync(http, session, token) ?? Done();

        IResult Done() => TypedResults.LocalRedirect($"{at.Href}?reference={reference}");
    }

    private static Recordable Recordable(ReviewPlanning at, Answers answers, DateOnly day, ReviewId id)
    {
        var command = at.Read(answers, day);
        return new(command, command.Objection(at.Partnership, at.Schools, at.HeadsOfHost, at.Earlier, at.Acting), () => command.Decide(id, at.Partnership));
    }
}
