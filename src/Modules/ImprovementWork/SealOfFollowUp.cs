using EssexImprovement.Contracts;

namespace EssexImprovement.ImprovementWork;

/// <summary>How far workshop and check-in of a review go (B.7): as the confirmed routes say, and where they say nothing, what the workshop chose to the heads of the peer group, levels to
/// the same and how many of each to the heads of the partnership. No release of a report opens any of it.</summary>
public static class SealOfFollowUp
{
    /// <summary>What a workshop chose and why. A route that carries no more than a summary takes no texts beyond the peer group.</summary>
    public static Seal OfWorkshop(this Seal seal, PeerReview review) => seal.Upto(review.RingOfActions());

    /// <summary>How far what the workshop chose goes, and the plan that works on it with it.</summary>
    public static AudienceRing RingOfActions(this PeerReview review) => RouteOf(review, Artefact.WorkshopActions) switch
    {
        null => AudienceRing.PeerGroupHeads,
        { Extent: Extent.FullReport } route => route.MaxRing,
        var route => Narrower(route.MaxRing, AudienceRing.PeerGroupHeads),
    };

    /// <summary>How far a plan goes that begins from the review: null for the heads who review together. A route may narrow that and not widen it, for a plan holds more than came from the review.</summary>
    public static AudienceRing? RingOfPlan(this PeerReview review) => review.RingOfActions() is var ring && ring < AudienceRing.PeerGroupHeads ? ring : null;

    /// <summary>The level of each finding: never beyond the peer group.</summary>
    public static Seal OfLevels(this Seal seal, PeerReview review) =>
        seal.Upto(Narrower(RouteOf(review, Artefact.CheckInLevels)?.MaxRing ?? AudienceRing.PeerGroupHeads, AudienceRing.PeerGroupHeads));

    /// <summary>How many findings have come how far: to the heads of the partnership, or as far as the route goes; not beyond the team when the schools keep levels there.</summary>
    public static Seal OfCounts(this Seal seal, PeerReview review) => RouteOf(review, Artefact.CheckInLevels)?.MaxRing switch
    {
        AudienceRing.HostHead or AudienceRing.ReviewTeam => seal.Upto(AudienceRing.ReviewTeam),
        > AudienceRing.PartnershipHeads and var ring => seal.Upto(ring),
        _ => seal.Upto(AudienceRing.PartnershipHeads),
    };

    private static Route? RouteOf(PeerReview review, Artefact artefact) => review.Protocol?.Routes.FirstOrDefault(route => route.Artefact == artefact);

    /// <summary>The team stands beside the host: it was there, and looks back with it.</summary>
    private static Seal Upto(this Seal seal, AudienceRing ring) => seal.Unreleased() with { Within = ring < AudienceRing.ReviewTeam ? AudienceRing.ReviewTeam : ring };

    private static AudienceRing Narrower(AudienceRing one, AudienceRing other) => one < other ? one : other;
}
