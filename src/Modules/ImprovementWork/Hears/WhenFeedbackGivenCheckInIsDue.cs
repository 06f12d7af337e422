using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;
using Wolverine;

namespace EssexImprovement.ImprovementWork;

/// <summary>Once the host has heard the findings there is a day on which host and peers look back at what changed.</summary>
public static class WhenFeedbackGivenCheckInIsDueHandler
{
    public static async Task<OutgoingMessages> Handle(IEvent<FeedbackGiven> heard, IDocumentSession session, TimeProvider clock, CancellationToken token)
    {
        var review = await session.LoadAsync<PeerReview>((object)heard.Data.ReviewId, token) ?? throw new InvalidOperationException("Feedback was given on a review the ledger does not hold.");
        var checkIn = await session.LoadAsync<CheckIn>(CheckIn.StreamOf(review.Id), token);
        if (checkIn?.Due is not null) return [];

        var given = heard.Data.OccurredOn;
        var days = review.CheckInAfter(review.VisitEndedOn!.Value, given, await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token));
        session.CausationId = heard.Id.ToString();
        session.Tell<CheckIn>(CheckIn.StreamOf(review.Id), checkIn?.Version ?? 0,
            new CheckInDue(review.Id, review.PartnershipId, review.HostUrn, days.On, days.From, days.To, ReviewPolicy.Version, given));
        return Deadline.After(days.On.AddDays(ReviewPolicy.CheckInMissedAfterDays), new CheckInLongDue(review.Id), clock);
    }
}
