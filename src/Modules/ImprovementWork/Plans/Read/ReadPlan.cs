using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

public static class ReadPlanEndpoint
{
    public static async Task<PlanAsSeen?> LoadAsync(ImprovementPlan plan, IQuerySession session, Reader reader, CancellationToken token) =>
        PlanAsSeen.By(plan, await session.LoadAsync<HelpOfPlan>(HelpOfPlan.StreamOf(plan.Id), token), await ReviewingPartnership.OfAsync(plan.PartnershipId, session, token), reader);

    public static Objection? Validate(PlanAsSeen? seen) => seen is null ? Objection.Unknown() : null;

    /// <summary>A plan with its objectives, their actions and ratings over time, for those within its ring; how many objectives it has, for whoever may know of the partnership.
    /// With format=csv or Accept: text/csv, the ratings over time as a file. The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/plans/{planId}")]
    public static Results<Ok<PlanAsSeen>, Csv<RatingLine>> Get([ReadModel("planId")] ImprovementPlan plan, [NotBody] PlanAsSeen seen, string? format, HttpContext http)
    {
        http.Response.ETagOf(plan.Version);
        return http.Request.AsksForCsv(format)
            ? new Csv<RatingLine>("ratings", (seen.Inside?.Progress ?? []).SelectMany(progress => progress.Ratings.Select(rating =>
                new RatingLine(progress.Number, progress.OccurredOn, rating.ObjectiveId, plan.Objective(rating.ObjectiveId)!.Terms.MeasureId, rating.Rag, progress.Overall, rating.First))))
            : TypedResults.Ok(seen);
    }
}

/// <summary>One line of the list of plans; it holds no confidential text.</summary>
public sealed record PlanLine(PlanId Id, Urn? Urn, int AcademicYear, Contracts.ImprovementWork.PlanSource Source, int Objectives, int Achieved, int ProgressReviews, DateOnly OpenedOn, DateOnly? ClosedOn)
{
    /// <summary>The plans of a partnership, the latest year first, a shared plan before those of schools; of one school and one academic year if asked.</summary>
    public static async Task<IReadOnlyList<PlanLine>> AllAsync(PartnershipId partnership, Urn? urn, int? academicYear, IQuerySession session, CancellationToken token) =>
    [
        .. (await session.Query<ImprovementPlan>().Where(plan => plan.PartnershipId == partnership).ToListAsync(token))
            .Where(plan => (urn is null || plan.Urn == urn) && (academicYear is null || plan.Opened.AcademicYear == academicYear))
            .OrderByDescending(plan => plan.Opened.AcademicYear).ThenBy(plan => plan.Urn?.Value ?? 0).ThenBy(plan => plan.Id.Value)
            .Select(plan => new PlanLine(plan.Id, plan.Urn, plan.Opened.AcademicYear, plan.Opened.Source, plan.Objectives.Count(objective => objective.End != ObjectiveEnd.Removed),
                plan.Objectives.Count(objective => objective.End == ObjectiveEnd.Achieved), plan.Reviews.Count, plan.Opened.OccurredOn, plan.ClosedOn)),
    ];
}

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record PlanList(IReadOnlyList<PlanLine> Items, string? Next);

public static class ListPlansEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The plans of one partnership, the latest year first, of one school (urn) and one year (academicYear) if asked; at most limit (1 to 200, 50 unless told) after the plan named
    /// in after. With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/plans")]
    public static async Task<Results<Ok<PlanList>, Csv<PlanLine>>> Get(
        PartnershipId partnershipId, Urn? urn, int? academicYear, PlanId? after, int? limit, string? format, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var size = limit ?? 50;
        var known = await PlanLine.AllAsync(partnershipId, urn, academicYear, session, token);
        List<PlanLine> rest = [.. after is null ? known : known.SkipWhile(plan => plan.Id != after).Skip(1)];
        var page = new PlanList([.. rest.Take(size)], http.NextPage(rest.Count > size ? rest[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<PlanLine>("plans", page.Items) : TypedResults.Ok(page);
    }
}
