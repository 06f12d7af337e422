using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>One cycle that was held.</summary>
public sealed record CycleAsSeen(int Number, JointPracticeKind Kind, IReadOnlyList<PeopleByRole> People, DateOnly OccurredOn);

/// <summary>Learning that was shared; what it says is null for a reader who sees structure only.</summary>
public sealed record LearningAsSeen(ShownText? What, IReadOnlyList<Urn> With, DateOnly OccurredOn);

/// <summary>How a project ended; the texts are null for a reader who sees structure only.</summary>
public sealed record ClosingAsSeen(ShownText? Kept, ShownText? Dropped, ShownText? Next, DateOnly OccurredOn);

/// <summary>A joint practice project as far as this reader may see it.</summary>
/// <param name="Id">The project.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Area">The area of deep partnership it belongs to.</param>
/// <param name="Question">What the schools want to find out; null where this reader sees structure only, as every text after it.</param>
/// <param name="Urns">The schools that take part.</param>
/// <param name="Lead">Who leads it.</param>
/// <param name="LaunchedOn">The day it began.</param>
/// <param name="Cycles">The cycles held, the first first.</param>
/// <param name="Learning">What was shared, the earliest first.</param>
/// <param name="Closing">How it ended; null while it goes on.</param>
public sealed record ProjectAsSeen(
    ProjectId Id, PartnershipId PartnershipId, HardWiredArea Area, ShownText? Question, IReadOnlyList<Urn> Urns, PersonId Lead, DateOnly LaunchedOn, IReadOnlyList<CycleAsSeen> Cycles,
    IReadOnlyList<LearningAsSeen> Learning, ClosingAsSeen? Closing)
{
    public static ProjectAsSeen By(JointPracticeProject project, ReviewingPartnership partnership, Reader reader)
    {
        var seal = project.SealIn(partnership, reader.Acting.Today);
        return new(
            project.Id, project.PartnershipId, project.Launched.Area, Shown(project.Launched.Question), project.Launched.Urns, project.Launched.Lead, project.Launched.OccurredOn,
            [.. project.Cycles.Select(cycle => new CycleAsSeen(cycle.Number, cycle.Kind, cycle.People, cycle.OccurredOn))],
            [.. project.Learning.Select(shared => new LearningAsSeen(Shown(shared.What), shared.With, shared.OccurredOn))],
            project.Closed is { } closed ? new(Shown(closed.Kept), Shown(closed.Dropped), Shown(closed.Next), closed.OccurredOn) : null);

        ShownText? Shown(ConfidentialText text) => reader.Show(text, seal);
    }
}
