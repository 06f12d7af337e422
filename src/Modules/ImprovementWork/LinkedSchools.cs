using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>The schools of the partnerships that a partnership was linked with on a day, whatever the link is for.</summary>
public sealed record LinkedSchools(ImmutableHashSet<Urn> Urns)
{
    public static readonly LinkedSchools None = new([]);

    public static async Task<LinkedSchools> OnAsync(PartnershipId partnership, DateOnly day, IQuerySession session, CancellationToken token)
    {
        var agreed = await session.Events.QueryAllRawEvents().Where(e => e.StreamId == partnership.Value && e.EventTypesAre(typeof(PartnershipLinkAgreed))).ToListAsync(token);
        HashSet<Urn> urns = [];
        foreach (var other in agreed.Select(e => (PartnershipLinkAgreed)e.Data).Where(link => link.From <= day && !(link.To < day)).Select(link => link.OtherId).Distinct())
            if (await ReviewingPartnership.FindAsync(other, session, token) is { } linked) urns.UnionWith(linked.MembersOn(day));
        return new([.. urns]);
    }

    /// <summary>Asked only when one of the schools is no member: most teams come from the partnership itself.</summary>
    public static Task<LinkedSchools> IfNeededAsync(ReviewingPartnership partnership, IEnumerable<Urn> homes, DateOnly day, IQuerySession session, CancellationToken token) =>
        homes.Except(partnership.MembersOn(day)).Any() ? OnAsync(partnership.Id, day, session, token) : Task.FromResult(None);
}
