using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

public static class ReadPartnershipEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Who belongs, what was agreed, who leads. The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}")]
    public static Partnership Get([ReadModel] Partnership partnership, HttpResponse response)
    {
        response.ETagOf(partnership.Version);
        return partnership;
    }
}
