using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Teachers of the schools came together once more: joint practice is seen in what people do together, not in a plan to do it.</summary>
public sealed record HoldCycle(JointPracticeKind Kind, IReadOnlyList<PeopleByRole> People, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(JointPracticeProject project, ReviewingPartnership partnership, Acting acting) =>
        project.NotGoingOn(this, partnership, acting)
        ?? (People.Count == 0 || People.Any(people => people.Count < 1) || People.DistinctBy(people => people.Role).Count() != People.Count
            ? Contracts.Objection.Malformed("people", "Say how many people took part, each role once and one person at least.")
        : project.Cycles.Any(cycle => cycle.Kind == Kind && cycle.OccurredOn == OccurredOn && cycle.People.ToHashSet().SetEquals(People))
            ? Contracts.Objection.Malformed("occurredOn", "This cycle is recorded already.")
        : null);

    public CycleHeld Decide(JointPracticeProject project) => new(project.Id, project.PartnershipId, project.Cycles.Count + 1, Kind, People, OccurredOn);
}

public static class HoldCycleEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(JointPracticeProject project, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(project.PartnershipId, session, token);

    public static Objection? Validate(HoldCycle command, JointPracticeProject project, ReviewingPartnership partnership, Acting acting) => command.Objection(project, partnership, acting);

    [WolverinePost("/api/v1/projects/{projectId}/cycles")]
    public static (Recorded, Events) Post(HoldCycle command, [WriteModel("projectId")] JointPracticeProject project) =>
        (new(project.Version + 1), [command.Decide(project)]);
}
