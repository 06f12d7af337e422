using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The visit ends; from here on only documents and data may still be looked at, for a few days.</summary>
public sealed record EndVisit(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting) =>
        review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
        ?? review.OutOfStep(ReviewState.Visiting, ReviewState.Visiting, Contracts.Objection.Malformed("occurredOn", "There is no visit going on."))
        ?? review.BeforeLastStep(this)
        ?? (OccurredOn >= review.VisitStartedOn?.AddDays(partnership.LongestVisitOf(review)) ? new("IMP-8", $"By the protocol of this review a visit has no more days than {partnership.LongestVisitOf(review)}.", "occurredOn")
        : review.Evidence.Exists(item => !item.Kind.IsRead() && item.OccurredOn > OccurredOn) ? new("IMP-9", "Evidence of the visit is recorded for a later day.", "occurredOn")
        : review.Evidence.Exists(item => item.Kind.IsRead() && item.OccurredOn > calendar.After(OccurredOn, ReviewPolicy.SchoolDaysToRead))
            ? new("IMP-9", $"A document or data was read later than {ReviewPolicy.SchoolDaysToRead} school days after that day.", "occurredOn")
        : null);

    public VisitEnded Decide(PeerReview review) => new(review.Id, review.PartnershipId, OccurredOn);
}

public static class EndVisitEndpoint
{
    public static async Task<(ReviewingPartnership, TermCalendar)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token));

    public static Objection? Validate(EndVisit command, PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, Acting acting) => command.Objection(review, partnership, calendar, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/visit/end")]
    public static (Recorded, Events) Post(EndVisit command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
