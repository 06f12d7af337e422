using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

public static class ReadProjectEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(JointPracticeProject project, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(project.PartnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>A joint practice project: its structure for whoever may know of the partnership, its texts for the partnership's heads, chairs and lead, auditors and the board.
    /// The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/projects/{projectId}")]
    public static ProjectAsSeen Get([ReadModel("projectId")] JointPracticeProject project, ReviewingPartnership partnership, Reader reader, HttpResponse response)
    {
        response.ETagOf(project.Version);
        return ProjectAsSeen.By(project, partnership, reader);
    }
}

/// <summary>One line of the list of projects; it holds no confidential text.</summary>
public sealed record ProjectLine(ProjectId Id, HardWiredArea Area, IReadOnlyList<Urn> Urns, int Cycles, int TimesShared, DateOnly LaunchedOn, DateOnly? LastCycleOn, DateOnly? ClosedOn);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record ProjectList(IReadOnlyList<ProjectLine> Items, string? Next);

public static class ListProjectsEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The joint practice projects of one partnership, in the order they were recorded; at most limit (1 to 200, 50 unless told) after the project named in after.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/projects")]
    public static async Task<Results<Ok<ProjectList>, Csv<ProjectLine>>> Get(
        PartnershipId partnershipId, ProjectId? after, int? limit, string? format, HttpContext http, IQuerySession session, CancellationToken token)
    {
        var size = limit ?? 50;
        // An identity drawn later is greater (UUID version 7), so the id itself is the place in the list.
        var last = after?.Value ?? Guid.Empty;
        var found = await session.Query<JointPracticeProject>().Where(project => project.PartnershipId == partnershipId && project.MatchesSql("d.id > ?", last))
            .OrderBy(project => project.Id).Take(size + 1).ToListAsync(token);
        var page = new ProjectList(
            [.. found.Take(size).Select(project => new ProjectLine(
                project.Id, project.Launched.Area, project.Launched.Urns, project.Cycles.Count, project.Learning.Count, project.Launched.OccurredOn,
                project.Cycles.IsEmpty ? null : project.Cycles[^1].OccurredOn, project.Closed?.OccurredOn))],
            http.NextPage(found.Count > size ? found[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<ProjectLine>("projects", page.Items) : TypedResults.Ok(page);
    }
}
