using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The schools settle what they keep, what they drop and what comes next, so that a project ends in something. Nothing was learnt before a cycle was held.</summary>
public sealed record CloseProject(ConfidentialText Kept, ConfidentialText Dropped, ConfidentialText Next, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(JointPracticeProject project, ReviewingPartnership partnership, Acting acting) =>
        project.NotGoingOn(this, partnership, acting)
        ?? (project.Cycles.IsEmpty ? Contracts.Objection.Malformed("occurredOn", "A project is closed when one cycle at least was held.") : null)
        ?? Kept.NotBetween1And(2000, "kept") ?? Dropped.NotBetween1And(2000, "dropped") ?? Next.NotBetween1And(2000, "next");

    public ProjectClosed Decide(JointPracticeProject project) => new(project.Id, project.PartnershipId, Kept, Dropped, Next, OccurredOn);
}

public static class CloseProjectEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(JointPracticeProject project, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(project.PartnershipId, session, token);

    public static Objection? Validate(CloseProject command, JointPracticeProject project, ReviewingPartnership partnership, Acting acting) => command.Objection(project, partnership, acting);

    [WolverinePost("/api/v1/projects/{projectId}/closing")]
    public static (Recorded, Events) Post(CloseProject command, [WriteModel("projectId")] JointPracticeProject project) =>
        (new(project.Version + 1), [command.Decide(project)]);
}
