using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>What help a school asked for in its plan. A stream of its own: the plan's is told on the timeline, and a gap in it would tell that a school thinks of asking.</summary>
public sealed record HelpOfPlan(Guid Id, ImmutableList<ObjectiveNeedsHelp> Asked)
{
    /// <summary>How many facts tell its story.</summary>
    public int Version { get; init; }

    public static Guid StreamOf(PlanId plan) => NamedId.Of("plan-help", $"{plan}");

    public static HelpOfPlan Create(ObjectiveNeedsHelp fact) => new(StreamOf(fact.PlanId), [fact]);

    public HelpOfPlan Apply(ObjectiveNeedsHelp fact) => this with { Asked = Asked.Add(fact) };
}
