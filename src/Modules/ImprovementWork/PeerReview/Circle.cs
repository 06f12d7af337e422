using EssexImprovement.Contracts;

namespace EssexImprovement.ImprovementWork;

/// <summary>How much of one review somebody may see today.</summary>
/// <param name="Exists">May know that there is such a review, and see its structure: days, counts, state.</param>
/// <param name="Inside">Host head or confirmed team: sees every text.</param>
/// <param name="Weighs">Host head or partnership lead: sees declared interests, which they weigh.</param>
/// <param name="Released">How much of the final report a release in force lets them see; null for nothing.</param>
public sealed record Sight(bool Exists, bool Inside, bool Weighs, Extent? Released);

/// <summary>The circle in which a review is told. The one place that decides who sees what: nothing in it, no text.</summary>
public static class Circle
{
    public static Sight SightOf(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var ring = RingOf(review, partnership, acting);
        var inside = ring <= AudienceRing.ReviewTeam;
        // Themes are told across several reviews with no school named, so no single review shows anything by them.
        var released = review.Releases
            .Where(release => ring <= release.Ring && !(release.ExpiresOn < acting.Today) && release.Extent > Extent.ThemesAnonymised)
            .Max(release => (Extent?)release.Extent);
        return new(
            Exists: released is not null || review.MayBeKnownTo(acting, partnership),
            Inside: inside,
            Weighs: ring == AudienceRing.HostHead || acting.Leads(review.PartnershipId),
            Released: released);
    }

    /// <summary>The innermost ring the person stands in today. Analysts, auditors and data stewards stand in the outermost: their work needs the structure, not the words.</summary>
    public static AudienceRing RingOf(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        acting.IsAt(review.HostUrn, Capacity.Headteacher) ? AudienceRing.HostHead
        : review.HasOnTeam(acting.Person) ? AudienceRing.ReviewTeam
        : PeerGroupOf(review, partnership).Any(urn => acting.IsAt(urn, Capacity.Headteacher)) ? AudienceRing.PeerGroupHeads
        : acting.IsAt(review.HostUrn, Capacity.ChairOfGovernors) ? AudienceRing.HostGovernors
        : partnership.MembersOn(acting.Today).Any(urn => acting.IsAt(urn, Capacity.Headteacher)) ? AudienceRing.PartnershipHeads
        : acting.Is(Capacity.QuadrantChair, Capacity.BoardMember) ? AudienceRing.QuadrantAndBoard
        : acting.Is(Capacity.LaSchoolEffectivenessPartner, Capacity.TrustOrDioceseRepresentative) ? AudienceRing.LaTrustDiocese
        : AudienceRing.Public;

    /// <summary>The schools that review together: the named peer group, or else the schools whose leaders are on the team.</summary>
    private static IEnumerable<Urn> PeerGroupOf(PeerReview review, ReviewingPartnership partnership) =>
        partnership.PeerGroups.Find(group => group.PeerGroupId == review.Plan.PeerGroupId)?.Urns
        ?? review.ConfirmedTeam().Where(member => member.ReviewsAsPeer()).Select(member => member.HomeUrn).OfType<Urn>();
}
