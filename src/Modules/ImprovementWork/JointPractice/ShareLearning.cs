using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What was learnt goes to other schools, of the partnership or of one it is linked with: practice that stays where it was made moves nobody else.</summary>
public sealed record ShareLearning(ConfidentialText What, IReadOnlyList<Urn> With, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(JointPracticeProject project, ReviewingPartnership partnership, LinkedSchools linked, Acting acting) =>
        project.NotGoingOn(this, partnership, acting)
        ?? (With.Count == 0 || With.Distinct().Count() != With.Count ? Contracts.Objection.Malformed("with", "Name the schools it was shared with, each once.")
        : With.FirstOrDefault(urn => !partnership.Members.Has(urn, OccurredOn) && !linked.Urns.Contains(urn)) is { Value: > 0 } stranger
            ? new("XCT-8", $"School {stranger} was a member neither of this partnership nor of one it was linked with on {OccurredOn:d MMMM yyyy}.", "with")
        : project.Learning.Any(shared => shared.What == What && shared.OccurredOn == OccurredOn && shared.With.ToHashSet().SetEquals(With))
            ? Contracts.Objection.Malformed("what", "This is recorded already.")
        : What.NotBetween1And(2000, "what"));

    public LearningShared Decide(JointPracticeProject project) => new(project.Id, project.PartnershipId, What, With, OccurredOn);
}

public static class ShareLearningEndpoint
{
    public static async Task<(ReviewingPartnership, LinkedSchools)> LoadAsync(ShareLearning command, JointPracticeProject project, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(project.PartnershipId, session, token);
        return (partnership, await LinkedSchools.OnAsync(partnership, command.OccurredOn, session, token));
    }

    public static Objection? Validate(ShareLearning command, JointPracticeProject project, ReviewingPartnership partnership, LinkedSchools linked, Acting acting) =>
        command.Objection(project, partnership, linked, acting);

    [WolverinePost("/api/v1/projects/{projectId}/learning")]
    public static (Recorded, Events) Post(ShareLearning command, [WriteModel("projectId")] JointPracticeProject project) =>
        (new(project.Version + 1), [command.Decide(project)]);
}
