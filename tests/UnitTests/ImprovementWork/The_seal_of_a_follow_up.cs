using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;

namespace EssexImprovement.Tests;

public class The_seal_of_a_follow_up
{
    [Theory]
    [InlineData(null, null, AudienceRing.PeerGroupHeads)]
    [InlineData(AudienceRing.HostHead, Extent.FullReport, AudienceRing.ReviewTeam)]
    [InlineData(AudienceRing.PartnershipHeads, Extent.FullReport, AudienceRing.PartnershipHeads)]
    [InlineData(AudienceRing.Public, Extent.Summary, AudienceRing.PeerGroupHeads)]
    public void of_a_workshop_follows_its_route(AudienceRing? ring, Extent? extent, AudienceRing within) => Seal(Artefact.WorkshopActions, ring, extent).OfWorkshop(Review(Artefact.WorkshopActions, ring, extent)).Within.ShouldBe(within);

    [Theory]
    [InlineData(null, AudienceRing.PeerGroupHeads, AudienceRing.PartnershipHeads)]
    [InlineData(AudienceRing.HostHead, AudienceRing.ReviewTeam, AudienceRing.ReviewTeam)]
    [InlineData(AudienceRing.ReviewTeam, AudienceRing.ReviewTeam, AudienceRing.ReviewTeam)]
    [InlineData(AudienceRing.PeerGroupHeads, AudienceRing.PeerGroupHeads, AudienceRing.PartnershipHeads)]
    [InlineData(AudienceRing.PartnershipHeads, AudienceRing.PeerGroupHeads, AudienceRing.PartnershipHeads)]
    [InlineData(AudienceRing.Public, AudienceRing.PeerGroupHeads, AudienceRing.Public)]
    public void of_a_check_in_lets_levels_to_the_peer_group_and_counts_further(AudienceRing? route, AudienceRing levels, AudienceRing counts)
    {
        var review = Review(Artefact.CheckInLevels, route, Extent.Summary);
        var seal = Seal(Artefact.CheckInLevels, route, Extent.Summary);
        (seal.OfLevels(review).Within, seal.OfCounts(review).Within).ShouldBe((levels, counts));
    }

    [Fact]
    public void opens_by_no_release_of_the_report()
    {
        var released = Final(new ReportReleased(Id, Triad, ReleaseId.New(), AudienceRing.Public, Extent.FullReport, ReleasePurpose.PublicCelebration, HostHead, true, null, Visit.AddDays(20))).State;
        var seal = released.SealIn(Partnership(), TheLead.Today);
        seal.Releases.ShouldNotBeEmpty();
        seal.OfWorkshop(released).Releases.ShouldBeEmpty();
        seal.OfLevels(released).Releases.ShouldBeEmpty();
        seal.OfCounts(released).Releases.ShouldBeEmpty();
    }

    private static PeerReview Review(Artefact artefact, AudienceRing? ring, Extent? extent) =>
        FinalBut<ProtocolConfirmed>(protocol => protocol with { Routes = ring is { } max ? [new(artefact, max, extent!.Value)] : [] }).State;

    private static Seal Seal(Artefact artefact, AudienceRing? ring, Extent? extent) => Review(artefact, ring, extent).SealIn(Partnership(), TheLead.Today);
}
