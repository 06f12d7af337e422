using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a workshop chose is worked on in the host's plan: if the school has none for the year in this partnership, one is opened, if host and team confirmed that this review may
/// start one.</summary>
public static class WhenWorkshopHeldOpenPlanHandler
{
    public static async Task Handle(IEvent<WorkshopHeld> heard, IDocumentSession session, CancellationToken token)
    {
        var review = await session.LoadAsync<PeerReview>((object)heard.Data.ReviewId, token) ?? throw new InvalidOperationException("A workshop followed a review the ledger does not hold.");
        if (!review.MayStart(Trigger.HostPlan)) return;

        var (year, partnership) = (AcademicYear.Of(heard.Data.OccurredOn), await ReviewingPartnership.OfAsync(review, session, token));
        var owners = review.OwnersIn(partnership);
        if (await PlansOfYear.FindAsync(partnership, owners[^1], year, session, token) is not null) return;

        var id = PlanId.OfSchool(review.PartnershipId, owners[^1], year);
        session.CausationId = heard.Id.ToString();
        session.Events.StartStream<ImprovementPlan>(id.Value, new PlanOpened(id, review.PartnershipId, owners[^1], year, PlanSource.Review, review.Id, heard.Data.OccurredOn, review.RingOfPlan()));
    }
}
