using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The schools that reviewed together, other than the host, with who headed each: whose leaders look back with it.</summary>
public sealed record PeersLookingBack(IReadOnlyList<HeadsOfSchool> Schools)
{
    /// <summary>True for a peer from another school who came, and for a head of the peer group.</summary>
    public bool Include(PersonId person, PeerReview review, ReviewingPartnership partnership, DateOnly day) =>
        (review.HasOnTeam(person) && review.Peers().Any(member => member.PersonId == person && member.HomeUrn is { } home && !review.OwnersIn(partnership).Contains(home)))
        || Schools.Any(school => school.HeadOn(day) == person);

    public static async Task<PeersLookingBack> OfAsync(PeerReview review, ReviewingPartnership partnership, IQuerySession session, CancellationToken token) =>
        new(await HeadsOfSchool.AllAsync(review.PeerGroupIn(partnership, review.Plan.PlannedFrom).Except(review.OwnersIn(partnership)), session, token));
}
