using EssexImprovement.Contracts.Brokerage;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>An offer of a school that was succeeded, dated before and recorded after, goes over as those did that were recorded in time.</summary>
public static class WhenCapacityOfferedPassOnOffersHandler
{
    // Of an offer and a succession recorded at the same moment, whichever is heard last finds both.
    public static Task Handle(IEvent<CapacityOffered> heard, IDocumentSession session, CancellationToken token) => session.PassOnOffersAsync(heard.Data.PartnershipId, heard.Id, token);
}
