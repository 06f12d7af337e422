using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>A plan of a school that was succeeded, opened before and recorded after, goes over as those did that were recorded in time.</summary>
public static class WhenPlanOpenedPassOnPlansHandler
{
    // Of a plan and a succession recorded at the same moment, whichever is heard last finds both.
    public static Task Handle(IEvent<PlanOpened> heard, IDocumentSession session, CancellationToken token) => session.PassOnPlansAsync(heard.Data.PartnershipId, heard.Id, token);
}
