using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>What a school offered in a partnership goes over to the school that took its place there, as it stands.</summary>
public static class WhenSchoolSucceededPassOnOffersHandler
{
    public static Task Handle(IEvent<SchoolSucceeded> heard, IDocumentSession session, CancellationToken token) => session.PassOnOffersAsync(heard.Data.PartnershipId, heard.Id, token);
}
