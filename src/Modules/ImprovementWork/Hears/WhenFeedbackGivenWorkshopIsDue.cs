using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;
using Wolverine;

namespace EssexImprovement.ImprovementWork;

/// <summary>Once the host has heard the findings the workshop has a last day, if host and team confirmed that this review may start one.</summary>
public static class WhenFeedbackGivenWorkshopIsDueHandler
{
    public static async Task<OutgoingMessages> Handle(IEvent<FeedbackGiven> heard, IDocumentSession session, TimeProvider clock, CancellationToken token)
    {
        var review = await session.LoadAsync<PeerReview>((object)heard.Data.ReviewId, token) ?? throw new InvalidOperationException("Feedback was given on a review the ledger does not hold.");
        var workshop = await session.LoadAsync<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), token);
        if (workshop?.Due is not null || !review.MayStart(Trigger.Workshop)) return [];

        var given = heard.Data.OccurredOn;
        var by = review.LastDayForWorkshop(given, await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token));
        session.CausationId = heard.Id.ToString();
        session.Tell<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), workshop?.Version ?? 0,
            new WorkshopDue(review.Id, review.PartnershipId, review.HostUrn, by, ReviewPolicy.Version, given));
        return Deadline.After(by, new LastDayForWorkshopPassed(review.Id), clock);
    }
}
