using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a workshop needs to know of a plan: whose it is, and its objectives. Folded from the plan's facts when asked.</summary>
public sealed record PlanOfHost(Guid Id, PlanOpened Opened, ImmutableHashSet<ObjectiveId> Objectives)
{
    public static PlanOfHost Create(PlanOpened fact) => new(fact.PlanId.Value, fact, []);

    public PlanOfHost Apply(ObjectiveSet fact) => this with { Objectives = Objectives.Add(fact.ObjectiveId) };

    public PlanOfHost Apply(ObjectiveRemoved fact) => this with { Objectives = Objectives.Remove(fact.ObjectiveId) };
}
