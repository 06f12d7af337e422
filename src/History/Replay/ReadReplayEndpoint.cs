using EssexImprovement.Contracts;
using Marten;
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
    /// clock leaves out and how it differs from what is known today.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/replay")]
    public static Task<ReplayedPartnership> Get(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, AsOf asOf, IQuerySession session, CancellationToken token) =>
        ReplayedPartnership.ReadAsync(session, partnershipId, asOf, token);
}
