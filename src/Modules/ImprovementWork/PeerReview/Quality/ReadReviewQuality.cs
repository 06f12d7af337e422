using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

public static class ReadReviewQualityEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, int? year, Acting acting) =>
        partnership?.MayBeKnownTo(acting) != true ? Objection.Unknown()
        : year is < 1988 or > 9000 ? Objection.Malformed("year", "year is that in which the academic year begins: 2026 for 2026/27.")
        : null;

    /// <summary>Signs of a cosy chat in the reviews of one academic year (2026 for 2026/27; this one unless told) whose report is final: whether workshop and check-in followed, whether the team
    /// was that of the time before; and, for heads of the partnership, its lead and whoever a summary was released to, how far findings challenge and what the host thought of them.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/review-quality")]
    public static async Task<Results<Ok<ReviewQuality>, Csv<ReviewQualityLine>>> Get(
        PartnershipId partnershipId, int? year, string? format, ReviewingPartnership partnership, IQuerySession session, Reader reader, HttpContext http, CancellationToken token)
    {
        var quality = await ReviewQuality.ReadAsync(partnership, year ?? AcademicYear.Of(reader.Acting.Today), session, reader, token);
        return http.Request.AsksForCsv(format) ? new Csv<ReviewQualityLine>("review-quality", quality.Items) : TypedResults.Ok(quality);
    }
}

public static class ReviewQualityPageEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, int? year, Acting acting) => ReadReviewQualityEndpoint.Validate(partnership, year, acting);

    /// <summary>Is challenge real, and does something follow? The reviews of one academic year, with what speaks for a cosy chat.</summary>
    [WolverineGet("/partnerships/{partnershipId}/review-quality")]
    public static async Task<RazorComponentResult> Get(
        PartnershipId partnershipId, int? year, ReviewingPartnership partnership, IQuerySession session, Reader reader, CancellationToken token)
    {
        var thisYear = AcademicYear.Of(reader.Acting.Today);
        return new RazorComponentResult<ReviewQualityPage>(new { partnership.Name, ThisYear = thisYear, Quality = await ReviewQuality.ReadAsync(partnership, year ?? thisYear, session, reader, token) });
    }
}
