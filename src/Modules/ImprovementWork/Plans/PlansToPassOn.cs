using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.ImprovementWork;

public static class PlansToPassOn
{
    /// <summary>Each open plan of the partnership goes over to the school that stands for its own now, step by step when several came after each other. Heard twice, nothing follows the
    /// second time: every open plan is with the last of its line. Heard twice at once, one of the two is tried again.</summary>
    public static async Task PassOnPlansAsync(this IDocumentSession session, PartnershipId id, Guid because, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(id, session, token);
        session.CausationId = because.ToString();
        foreach (var plan in await session.Query<ImprovementPlan>().Where(plan => plan.PartnershipId == id).ToListAsync(token))
            if (plan.PassedOnIn(partnership) is { Count: > 0 } steps) session.Events.Append(plan.Id.Value, plan.Version + steps.Count, steps);
    }
}
