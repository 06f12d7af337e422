using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

public static class ReadSupportRequestEndpoint
{
    public static Task<BrokeringPartnership> LoadAsync(SupportRequest request, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.OfAsync(request.PartnershipId, session, token);

    public static Objection? Validate(BrokeringPartnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>A request for support, its candidates and its match: with its texts for those it concerns, its structure for whoever may know of the partnership. The ETag is
    /// the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/support-requests/{supportRequestId}")]
    public static SupportRequestAsSeen Get([ReadModel] SupportRequest request, BrokeringPartnership partnership, Reader reader, HttpResponse response)
    {
        response.ETagOf(request.Version);
        return SupportRequestAsSeen.By(request, partnership, reader);
    }
}
