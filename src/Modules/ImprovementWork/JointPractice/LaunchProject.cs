using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>Schools set out to find something out together. It needs no review and no concern before it: teachers learn most from each other.</summary>
public sealed record LaunchProject(PartnershipId PartnershipId, HardWiredArea Area, ConfidentialText Question, IReadOnlyList<Urn> Urns, PersonId Lead, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ReviewingPartnership? partnership, IReadOnlyList<SchoolInReview> schools, IReadOnlyList<JointPracticeProject> projects, Acting acting) =>
        partnership?.MayBeKnownTo(acting) != true ? Contracts.Objection.Unknown("partnershipId")
        : partnership.Members.NotGoingOn() is { } over ? over
        : !acting.Leads(PartnershipId) ? Contracts.Objection.LacksCapacity("the partnership's lead")
        : Urns.Distinct().Count() != Urns.Count || Urns.Count < 2 ? Contracts.Objection.Malformed("urns", "Two schools at least develop practice together, each named once.")
        : Urns.Select(urn => schools.NotOpenOn(OccurredOn, urn, "urns") ?? partnership.NotAMember(urn, OccurredOn, "urns")).FirstOrDefault(objection => objection is not null)
            ?? Question.NotBetween1And(2000, "question")
            ?? (projects.Any(project => project.Launched.Question == Question && project.Closed is null)
                ? Contracts.Objection.Malformed("question", "A project with this question is under way already.")
                : null);

    public ProjectLaunched Decide(ProjectId id) => new(id, PartnershipId, Area, Question, Urns, Lead, OccurredOn);
}

public static class LaunchProjectEndpoint
{
    public static async Task<(ReviewingPartnership?, IReadOnlyList<SchoolInReview>, IReadOnlyList<JointPracticeProject>)> LoadAsync(
        LaunchProject command, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.FindAsync(command.PartnershipId, session, token), await SchoolInReview.AllAsync(command.Urns, session, token),
            await session.Query<JointPracticeProject>().Where(project => project.PartnershipId == command.PartnershipId).ToListAsync(token));

    public static Objection? Validate(
        LaunchProject command, ReviewingPartnership? partnership, IReadOnlyList<SchoolInReview> schools, IReadOnlyList<JointPracticeProject> projects, Acting acting) =>
        command.Objection(partnership, schools, projects, acting);

    [WolverinePost("/api/v1/projects")]
    public static (Created<Begun<ProjectId>>, IStartStream) Post(LaunchProject command)
    {
        var id = ProjectId.New();
        return (TypedResults.Created($"/api/v1/projects/{id}", new Begun<ProjectId>(id)), MartenOps.StartStream<JointPracticeProject>(id.Value, command.Decide(id)));
    }
}
