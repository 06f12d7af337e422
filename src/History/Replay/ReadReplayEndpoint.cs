using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.History;

public static class ReadReplayEndpoint
{
    public static async Task<(PartnershipAt?, AsOf, Objection?)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, IQuerySession session, Acting acting, CancellationToken token)
    {
        var partnership = await PartnershipAt.OfAsync(session, partnershipId, token);
        var (asOf, objection) = AsOf.Read(occurredUpTo, recordedUpTo);
        return (partnership, asOf, partnership.NotFor(acting) ?? objection);
    }

    /// <summary>A partnership as it was: folded from what had happened by the end of occurredUpTo and was recorded by the end of recordedUpTo (days, inclusive), with what each
    /// clock leaves out and how it differs from what is known today. With format=csv or Accept: text/csv, what it was as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/replay")]
    public static async Task<Results<Ok<ReplayedPartnership>, Csv<StateLine>>> Get(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, string? format, AsOf asOf, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var replayed = await ReplayedPartnership.ReadAsync(session, partnershipId, asOf, token);
        return http.Request.AsksForCsv(format) ? new Csv<StateLine>("replay", replayed.Then) : TypedResults.Ok(replayed);
    }
}
