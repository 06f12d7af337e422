using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Brokerage;

/// <summary>One line of the list of requests; it holds no confidential text.</summary>
public sealed record SupportRequestLine(SupportRequestId Id, SupportRequestState State, Urn Urn, ImprovementArea Area, Urgency Urgency, DateOnly RequestedOn);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record SupportRequestList(IReadOnlyList<SupportRequestLine> Items, string? Next);

public static class ListSupportRequestsEndpoint
{
    public static Task<BrokeringPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(BrokeringPartnership? partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The requests of one partnership, in the order they were recorded; at most <paramref name="limit"/> (1 to 200, 50 unless told) after the request <paramref name="after"/>.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/support-requests")]
    public static async Task<Results<Ok<SupportRequestList>, Csv<SupportRequestLine>>> Get(
        PartnershipId partnershipId, SupportRequestId? after, int? limit, string? format, HttpContext http, IQuerySession session, CancellationToken token)
    {
        var size = limit ?? 50;
        // An identity drawn later is greater (UUID version 7), so the id itself is the place in the list.
        var last = after?.Value ?? Guid.Empty;
        var found = await session.Query<SupportRequest>().Where(request => request.PartnershipId == partnershipId && request.MatchesSql("d.id > ?", last))
            .OrderBy(request => request.Id).Take(size + 1).ToListAsync(token);
        var page = new SupportRequestList(
            [.. found.Take(size).Select(request => new SupportRequestLine(
                request.Id, request.State, request.Urn, request.Requested.Area, request.Requested.Urgency, request.Requested.OccurredOn))],
            http.NextPage(found.Count > size ? found[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<SupportRequestLine>("support-requests", page.Items) : TypedResults.Ok(page);
    }
}
