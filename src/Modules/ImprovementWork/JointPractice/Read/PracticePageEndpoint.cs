using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

public static class PracticePageEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, Acting acting) => partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown();

    /// <summary>Practice that travels between the schools of a partnership: what a host offers after a review and who took it up, and what schools develop together.</summary>
    [WolverineGet("/partnerships/{partnershipId}/practice")]
    public static async Task<RazorComponentResult> Get(
        PartnershipId partnershipId, [NotBody] ReviewingPartnership partnership, IQuerySession session, IPeople people, Reader reader, CancellationToken token)
    {
        var offered = (await PracticeLine.AllAsync(partnershipId, session, token)).Select(one => PracticeLine.Of(one.Practice, one.Review, partnership, reader)).ToList();
        var projects = (await session.Query<JointPracticeProject>().Where(project => project.PartnershipId == partnershipId).ToListAsync(token))
            .Select(project => ProjectAsSeen.By(project, partnership, reader)).OrderByDescending(project => project.LaunchedOn).ThenBy(project => project.Id.Value).ToList();
        return new RazorComponentResult<PracticePage>(new
        {
            Id = partnershipId, partnership.Name, Offered = offered, Projects = projects,
            Schools = await SchoolsNamed.OfAsync([.. offered.SelectMany(one => one.TakenUpBy.Append(one.OfferedBy)), .. projects.SelectMany(project => project.Urns.Concat(project.Learning.SelectMany(shared => shared.With)))], session, token),
            People = await people.ShowAsync([.. projects.Select(project => project.Lead)], [partnershipId], reader.Acting, token),
        });
    }
}
