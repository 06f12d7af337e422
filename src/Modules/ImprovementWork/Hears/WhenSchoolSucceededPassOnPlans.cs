using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The plans of a school that go on in a partnership go over to the school that took its place there, as they stand.</summary>
public static class WhenSchoolSucceededPassOnPlansHandler
{
    // Heard twice, nothing follows the second time: no open plan is the old school's any more.
    public static async Task Handle(IEvent<SchoolSucceeded> heard, IDocumentSession session, CancellationToken token)
    {
        var (partnership, old) = (heard.Data.PartnershipId, heard.Data.OldUrn);
        var plans = await session.Query<ImprovementPlan>().Where(plan => plan.PartnershipId == partnership && plan.Urn == old).ToListAsync(token);
        session.CausationId = heard.Id.ToString();
        foreach (var plan in plans.Where(plan => plan.ClosedOn is null))
            session.Events.Append(plan.Id.Value, plan.Version + 1, new PlanPassedOn(plan.Id, partnership, old, heard.Data.NewUrn, heard.Data.OccurredOn));
    }
}
