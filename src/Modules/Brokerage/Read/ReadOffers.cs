using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record OfferList(IReadOnlyList<CapacityOffer> Items, string? Next);

public static class ReadOfferEndpoint
{
    public static Task<BrokeringPartnership> LoadAsync(CapacityOffer offer, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.OfAsync(offer.PartnershipId, session, token);

    public static Objection? Validate(BrokeringPartnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>An offer of support. The ETag is its version.</summary>
    [WolverineGet("/api/v1/offers/{offerId}")]
    public static CapacityOffer Get([ReadModel("offerId")] CapacityOffer offer, HttpResponse response)
    {
        response.ETagOf(offer.Version);
        return offer;
    }
}

public static class ListOffersEndpoint
{
    public static Task<BrokeringPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(BrokeringPartnership? partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The offers made in one partnership, in the order they were recorded; at most <paramref name="limit"/> (1 to 200, 50 unless told) after the offer <paramref name="after"/>.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/offers")]
    public static async Task<Results<Ok<OfferList>, Csv<CapacityOffer>>> Get(
        PartnershipId partnershipId, OfferId? after, int? limit, string? format, HttpContext http, IQuerySession session, CancellationToken token)
    {
        var size = limit ?? 50;
        // An identity drawn later is greater (UUID version 7), so the id itself is the place in the list.
        var last = after?.Value ?? Guid.Empty;
        var found = await session.Query<CapacityOffer>().Where(offer => offer.PartnershipId == partnershipId && offer.MatchesSql("d.id > ?", last))
            .OrderBy(offer => offer.Id).Take(size + 1).ToListAsync(token);
        var page = new OfferList([.. found.Take(size)], http.NextPage(found.Count > size ? found[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<CapacityOffer>("offers", page.Items) : TypedResults.Ok(page);
    }
}
