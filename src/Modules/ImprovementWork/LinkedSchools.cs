using System.Collections.Immutable;
using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The schools of partnerships that a partnership was linked with on a day.</summary>
public sealed record LinkedSchools(ImmutableHashSet<Urn> Urns)
{
    public static readonly LinkedSchools None = new([]);

    /// <summary>Those of every link, whatever it is for.</summary>
    public static Task<LinkedSchools> OnAsync(ReviewingPartnership partnership, DateOnly day, IQuerySession session, CancellationToken token) => OfAsync(partnership.LinkedOn(day), day, session, token);

    /// <summary>Those of links for scrutiny: their leaders may review here. Asked only when one of the schools is no member, for most teams come from the partnership itself.</summary>
    public static Task<LinkedSchools> ScrutinisingAsync(ReviewingPartnership partnership, IEnumerable<Urn> homes, DateOnly day, IQuerySession session, CancellationToken token) =>
        homes.Except(partnership.MembersOn(day)).Any() ? OfAsync(partnership.ScrutinisedBy(day), day, session, token) : Task.FromResult(None);

    /// <summary>Those of every link, asked only when one of the schools is no member.</summary>
    public static Task<LinkedSchools> BesideAsync(ReviewingPartnership partnership, IEnumerable<Urn> homes, DateOnly day, IQuerySession session, CancellationToken token) =>
        homes.Except(partnership.MembersOn(day)).Any() ? OnAsync(partnership, day, session, token) : Task.FromResult(None);

    // A partnership is linked with one or two others.
    private static async Task<LinkedSchools> OfAsync(IEnumerable<PartnershipId> others, DateOnly day, IQuerySession session, CancellationToken token)
    {
        HashSet<Urn> urns = [];
        foreach (var other in others)
            if (await ReviewingPartnership.FindAsync(other, session, token) is { } linked) urns.UnionWith(linked.MembersOn(day));
        return new([.. urns]);
    }
}
