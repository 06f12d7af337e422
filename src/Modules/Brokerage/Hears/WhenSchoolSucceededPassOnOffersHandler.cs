using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>What a school offered in a partnership goes over to the school that took its place there, as it stands.</summary>
public static class WhenSchoolSucceededPassOnOffersHandler
{
    // Heard twice, nothing follows the second time: no offer is the old school's any more. Heard twice at once, one of the two is tried again.
    public static async Task Handle(IEvent<SchoolSucceeded> heard, IDocumentSession session, CancellationToken token)
    {
        var (partnership, old) = (heard.Data.PartnershipId, heard.Data.OldUrn);
        var offers = await session.Query<CapacityOffer>().Where(offer => offer.PartnershipId == partnership && offer.ProviderUrn == old).ToListAsync(token);
        session.CausationId = heard.Id.ToString();
        foreach (var offer in offers)
            session.Events.Append(offer.Id.Value, offer.Version + 1, new OfferPassedOn(offer.Id, partnership, old, heard.Data.NewUrn, heard.Data.OccurredOn));
    }
}
