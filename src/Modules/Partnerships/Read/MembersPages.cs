using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

public static class MembersPageEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Who belongs on a day (today unless told), who leads, who has given notice, who came after whom, and the peer groups.</summary>
    [WolverineGet("/partnerships/{partnershipId}/members")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, DateOnly? on, IQuerySession session, Acting acting, CancellationToken token)
    {
        var day = on ?? acting.Today;
        var (items, _) = await MembersOn.ReadAsync(partnership, day, null, 1000, session, token);
        return new RazorComponentResult<MembersPage>(new { Partnership = partnership, Shown = new MembersOn(day, items, null) });
    }
}
