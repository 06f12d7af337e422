using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.Brokerage;

public static class OffersToPassOn
{
    /// <summary>Each offer of the partnership goes over to the school that stands for its provider now, step by step when several came after each other. Heard twice, nothing follows the
    /// second time: every offer is with the last of its line. Heard twice at once, one of the two is tried again.</summary>
    public static async Task PassOnOffersAsync(this IDocumentSession session, PartnershipId id, Guid because, CancellationToken token)
    {
        var partnership = await BrokeringPartnership.OfAsync(id, session, token);
        session.CausationId = because.ToString();
        foreach (var offer in await session.Query<CapacityOffer>().Where(offer => offer.PartnershipId == id).ToListAsync(token))
            if (offer.PassedOnIn(partnership) is { Count: > 0 } steps) session.Events.Append(offer.Id.Value, offer.Version + steps.Count, steps);
    }
}
