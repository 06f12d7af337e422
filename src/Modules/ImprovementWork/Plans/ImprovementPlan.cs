using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>One improvement plan for one academic year.</summary>
public sealed record ImprovementPlan(PlanId Id, PartnershipId PartnershipId, PlanOpened Opened)
{
    public static ImprovementPlan Create(PlanOpened fact) => new(fact.PlanId, fact.PartnershipId, fact);
}
