using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The report becomes final when the host head has found it accurate, or has not answered within ten school days; then it says so.</summary>
public sealed record FinaliseReport(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting) =>
        review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
        ?? review.OutOfStep(ReviewState.Drafted, ReviewState.AccuracyAnswered, new("IMP-11", "Nothing has been drafted yet that the host head could answer."))
        ?? review.BeforeLastStep(this)
        ?? (review.Answer is { Accurate: false } ? new("IMP-11", "The host head found this draft not accurate; a later draft and a new answer are needed.")
        : review.Answer is null && OccurredOn <= review.LastDayToAnswer(calendar)
            ? new("IMP-11", $"The host head has until {review.LastDayToAnswer(calendar):d MMMM yyyy} to answer.", "occurredOn")
        : null);

    public ReportFinalised Decide(PeerReview review, ReviewingPartnership partnership) => new(
        review.Id, review.PartnershipId, review.Draft!.Draft, review.Answer is null, OccurredOn.AddYears(YearsKept(review, partnership)), OccurredOn);

    private static int YearsKept(PeerReview review, ReviewingPartnership partnership) =>
        partnership.Protocols.Single(protocol => protocol.Version == review.Protocol!.ProtocolVersion).DataRetentionYears;
}

public static class FinaliseReportEndpoint
{
    public static async Task<(ReviewingPartnership, TermCalendar)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token));

    public static Objection? Validate(FinaliseReport command, PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting) =>
        command.Objection(review, partnership, calendar, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/final")]
    public static (Recorded, Events) Post(FinaliseReport command, [WriteModel("reviewId")] PeerReview review, ReviewingPartnership partnership) =>
        (new(review.Version + 1), [command.Decide(review, partnership)]);
}
