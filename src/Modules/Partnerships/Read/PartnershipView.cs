using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Who belongs, what is agreed now, who leads. What was agreed before and what was done together has lists of its own.</summary>
public sealed record PartnershipView(
    PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, IReadOnlyList<District> Districts, OperatingModel? OperatingModel, DateOnly FoundedOn,
    PersonId ConvenedBy, IReadOnlyList<MemberSchool> Members, IReadOnlyList<Lead> Leads, IReadOnlyList<PeerGroup> PeerGroups, IReadOnlyList<Signature> Signatures,
    MoralPurposeAgreed? Purpose, ProtocolAdopted? Protocol, ImmutableList<NoticeGiven> Notices, Dissolution? Dissolved, DateOnly? ConvenedUntil, int Version)
{
    public static PartnershipView Of(Partnership partnership) => new(
        partnership.Id, partnership.Name, partnership.Kind, partnership.Quadrant, partnership.Districts, partnership.OperatingModel, partnership.FoundedOn, partnership.ConvenedBy,
        partnership.Members, partnership.Leads, partnership.PeerGroups, partnership.Signatures, partnership.Purpose, partnership.Protocol, partnership.Notices, partnership.Dissolved,
        partnership.ConvenedUntil, partnership.Version);
}

public static class ReadPartnershipEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Who belongs, what was agreed, who leads. The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}")]
    public static PartnershipView Get([ReadModel] Partnership partnership, HttpResponse response)
    {
        response.ETagOf(partnership.Version);
        return PartnershipView.Of(partnership);
    }
}
