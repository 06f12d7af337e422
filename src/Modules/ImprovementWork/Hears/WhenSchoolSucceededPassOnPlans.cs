using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The plans a school works on in a partnership go over to the school that took its place there, as they stand; those it closed stay its history.</summary>
public static class WhenSchoolSucceededPassOnPlansHandler
{
    public static Task Handle(IEvent<SchoolSucceeded> heard, IDocumentSession session, CancellationToken token) => session.PassOnPlansAsync(heard.Data.PartnershipId, heard.Id, token);
}
