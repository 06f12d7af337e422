using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Marten.Events;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The report becomes final when the host head has found it accurate, or has not answered within ten school days; then it says so.</summary>
public sealed record FinaliseReport(DateOnly OccurredOn) : ICommand
{
    /// <param name="review">The review.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="calendar">The school terms.</param>
    /// <param name="acting">Who records.</param>
    /// <param name="known">The day the latest draft was recorded: a head cannot answer before. Null counts from the day of the draft.</param>
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting, DateOnly? known = null) =>
        review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
        ?? review.OutOfStep(ReviewState.Drafted, ReviewState.AccuracyAnswered, new("IMP-11", "Nothing has been drafted yet that the host head could answer."))
        ?? review.BeforeLastStep(this)
        ?? (review.Answer is { Accurate: false } ? new("IMP-11", "The host head found this draft not accurate; a later draft and a new answer are needed.")
        : review.Answer is null && OccurredOn <= LastDayToAnswer(review, calendar, known)
            ? new("IMP-11", $"The host head has until {LastDayToAnswer(review, calendar, known):d MMMM yyyy} to answer.", "occurredOn")
        : null);

    public ReportFinalised Decide(PeerReview review, ReviewingPartnership partnership) => new(
        review.Id, review.PartnershipId, review.Draft!.Draft, review.Answer is null, OccurredOn.AddYears(YearsKept(review, partnership)), OccurredOn);

    private static DateOnly LastDayToAnswer(PeerReview review, TermCalendar calendar, DateOnly? known) =>
        calendar.After(known > review.Draft!.OccurredOn ? known.Value : review.Draft.OccurredOn, ReviewPolicy.SchoolDaysToAnswer);

    private static int YearsKept(PeerReview review, ReviewingPartnership partnership) =>
        partnership.Protocols.Single(protocol => protocol.Version == review.Protocol!.ProtocolVersion).DataRetentionYears;
}

/// <summary>The day the latest draft of a review was recorded, in Europe/London; null while nothing waits for an answer.</summary>
public sealed record DraftKnown(DateOnly? On)
{
    public static async Task<DraftKnown> OfAsync(PeerReview review, IQuerySession session, CancellationToken token)
    {
        var stream = review.Id.Value;
        return new(review.State != ReviewState.Drafted ? null
            : (await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && e.EventTypesAre(typeof(ReportDrafted))).OrderBy(e => e.Version).ToListAsync(token)) is [.., var last] ? When.DayOf(last.Timestamp) : null);
    }
}

public static class FinaliseReportEndpoint
{
    public static async Task<(ReviewingPartnership, TermCalendar, DraftKnown)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token), await DraftKnown.OfAsync(review, session, token));

    public static Objection? Validate(FinaliseReport command, PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, DraftKnown draft, Acting acting) =>
        command.Objection(review, partnership, calendar, acting, draft.On);

    [WolverinePost("/api/v1/reviews/{reviewId}/final")]
    public static (Recorded, Events) Post(FinaliseReport command, [WriteModel("reviewId")] PeerReview review, ReviewingPartnership partnership) =>
        (new(review.Version + 1), [command.Decide(review, partnership)]);
}
