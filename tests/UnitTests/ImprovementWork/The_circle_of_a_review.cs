using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_circle_of_a_review
{
    private static readonly ReviewingPartnership Cluster = Partnership(PartnershipKind.Cluster, [Ashdown, Birchwood, Cedars, Downlands]);

    /// <summary>One reader for each ring, from the inside out.</summary>
    private static readonly Acting[] Readers =
    [
        TheHost, Holds("reviewer"), At(Capacity.Headteacher, Birchwood), At(Capacity.ChairOfGovernors, Ashdown), At(Capacity.Headteacher, Downlands),
        InQuadrant(Quadrant.Mid), With(Capacity.LaSchoolEffectivenessPartner), With(Capacity.Analyst),
    ];

    private static Acting InQuadrant(Quadrant quadrant) => Holds("chair-of-a-quadrant", new HeldCapacity(Capacity.QuadrantChair, null, null, DateOnly.MinValue, null, quadrant));

    public static TheoryData<AudienceRing> Rings => [.. Enum.GetValues<AudienceRing>()];

    [Theory]
    [MemberData(nameof(Rings))]
    public void knows_the_ring_of_each_reader(AudienceRing ring) => RingOf(Final().State, Cluster, Readers[(int)ring]).ShouldBe(ring);

    [Fact]
    public void puts_in_the_outermost_ring_whoever_holds_nothing_that_counts()
    {
        Acting[] outside = [Nobody, With(Capacity.Auditor), With(Capacity.DataSteward), At(Capacity.ChairOfGovernors, Birchwood), TheLead, InQuadrant(Quadrant.West), At(Capacity.TrustOrDioceseRepresentative, Birchwood)];
        outside.ShouldAllBe(reader => RingOf(Final().State, Cluster, reader) == AudienceRing.Public);
        RingOf(Final().State, Cluster, With(Capacity.BoardMember)).ShouldBe(AudienceRing.QuadrantAndBoard);
        RingOf(Final().State, Cluster, At(Capacity.TrustOrDioceseRepresentative, Ashdown)).ShouldBe(AudienceRing.LaTrustDiocese);
    }

    [Fact]
    public void lets_in_confirmed_members_and_not_those_only_proposed()
    {
        Sight(Before<TeamConfirmed>().State, Holds("reviewer")).ShouldBe(new(Inside: false, Released: null, Ground: null));
        Exists(Before<TeamConfirmed>().State, Holds("reviewer")).ShouldBeTrue();
        Sight(Before<ProtocolConfirmed>().State, Holds("reviewer")).Inside.ShouldBeTrue();
        Sight(Before<ProtocolConfirmed>(Assessed(Reviewer, InterestOutcome.Excluded)).State, Holds("reviewer")).Inside.ShouldBeFalse();
        Sight(Before<ProtocolConfirmed>(Assessed(Reviewer, InterestOutcome.Excluded), Declared(Reviewer)).State, Holds("reviewer")).Inside.ShouldBeFalse("who declares anew waits until that is weighed");
        Sight(Before<ProtocolConfirmed>(Declared(Reviewer), Assessed(Reviewer)).State, Holds("reviewer")).Inside.ShouldBeTrue();
    }

    [Fact]
    public void holds_no_head_who_has_left()
    {
        var left = Holds("host-head", new HeldCapacity(Capacity.Headteacher, Ashdown, null, DateOnly.MinValue, Visit));
        Sight(Final().State, left).ShouldBe(new(false, null, null));
        Exists(Final().State, left).ShouldBeFalse();
    }

    [Fact]
    public void holds_the_head_of_a_host_school_that_left_the_partnership_and_not_its_chair()
    {
        var left = Cluster.Apply(new SchoolLeft(Triad, Ashdown, [], Visit.AddDays(30)));
        ReviewAsSeen.By(Final().State, left, new(TheHost)).ShouldNotBeNull().Inside.ShouldNotBeNull();
        ReviewAsSeen.By(Final().State, left, new(At(Capacity.ChairOfGovernors, Ashdown))).ShouldBeNull();
    }

    [Fact]
    public void holds_the_head_of_the_school_that_succeeded_the_host()
    {
        var academy = new Urn(990099);
        var succeeded = Cluster.Apply(new SchoolSucceeded(Triad, Ashdown, academy, SuccessionKind.Academisation, Visit.AddDays(30)));
        ReviewAsSeen.By(Final().State, Cluster, new(At(Capacity.Headteacher, academy))).ShouldBeNull();
        ReviewAsSeen.By(Final().State, succeeded, new(At(Capacity.Headteacher, academy))).ShouldNotBeNull().Inside.ShouldNotBeNull();
    }

    [Fact]
    public void notes_each_reader_once_and_not_the_head_whose_own_it_is()
    {
        NotedOf(TheHost).ShouldBeEmpty();
        NotedOf(With(Capacity.Analyst)).ShouldBeEmpty();
        var noted = NotedOf(TheLeadReviewer).ShouldHaveSingleItem();
        noted.ShouldBe(new(SealedThing.PeerReview, Id.Value, Ashdown, Triad, LeadReviewer, Capacity.PeerReviewer, SightGround.OwnCircle, null, noted.OccurredOn));

        static IReadOnlyCollection<ConfidentialTextRead> NotedOf(Acting acting)
        {
            var reader = new Reader(acting);
            ReviewAsSeen.By(Final().State, Cluster, reader).ShouldNotBeNull();
            return reader.Readings;
        }
    }

    [Fact]
    public void shows_nothing_once_the_answer_is_on_its_way()
    {
        var reader = new Reader(TheHost);
        reader.Close().ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => ReviewAsSeen.By(Final().State, Cluster, reader));
    }

    [Fact]
    public void opens_every_text_by_emergency_access_to_a_school_of_its_owners_alone()
    {
        var auditor = With(Capacity.Auditor);
        var access = new EmergencyAccess(EmergencyAccessId.New(), Ashdown, DateTimeOffset.MaxValue);
        Sight(Final().State, auditor with { Emergencies = [access] }).ShouldBe(new(true, null, SightGround.EmergencyAccess, access.Id));
        Sight(Final().State, auditor with { Emergencies = [access with { Urn = Birchwood }] }).Inside.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Rings))]
    public void opens_to_the_ring_of_a_release_and_every_ring_inside_it(AudienceRing ring)
    {
        var review = Final(Released(ring, Extent.FindingsOnly)).State;
        foreach (var reader in Enum.GetValues<AudienceRing>())
            Sight(review, Readers[(int)reader]).Released.ShouldBe(reader <= ring ? Extent.FindingsOnly : null, $"{reader} reads what is released to {ring}");
        Exists(review, Nobody).ShouldBe(ring == AudienceRing.Public);
    }

    [Fact]
    public void opens_until_the_last_day_of_a_release()
    {
        Sight(Final(Released(AudienceRing.HostGovernors, Extent.Summary, Readers[3].Today)).State, Readers[3]).Released.ShouldBe(Extent.Summary);
        Sight(Final(Released(AudienceRing.HostGovernors, Extent.Summary, Readers[3].Today.AddDays(-1))).State, Readers[3]).Released.ShouldBeNull();
    }

    [Fact]
    public void takes_the_widest_extent_of_several_releases_and_nothing_from_themes()
    {
        Sight(Final(Released(AudienceRing.Public, Extent.Summary), Released(AudienceRing.PartnershipHeads, Extent.FullReport)).State, Readers[4]).Released.ShouldBe(Extent.FullReport);
        Sight(Final(Released(AudienceRing.Public, Extent.ThemesAnonymised)).State, Nobody).ShouldBe(new(false, null, null));
    }

    [Fact]
    public void takes_the_named_peer_group_for_its_second_ring()
    {
        var group = new PeerGroupFormed(Triad, PeerGroupId.New(), "The two", [Ashdown, Downlands], Visit.AddDays(-100), Visit.AddDays(-100));
        var review = Given.Facts<PeerReview>([Planned with { PeerGroupId = group.PeerGroupId }, .. Facts.Skip(1)]).State;
        RingOf(review, Cluster.Apply(group), At(Capacity.Headteacher, Downlands)).ShouldBe(AudienceRing.PeerGroupHeads);
        RingOf(review, Cluster.Apply(group), At(Capacity.Headteacher, Birchwood)).ShouldBe(AudienceRing.PartnershipHeads);
    }

    [Fact]
    public void shows_what_was_declared_to_those_who_weigh_it_and_to_whoever_declared_it()
    {
        var review = Before<ReviewerInterestAssessed>(Declared(Reviewer) with { Nature = InterestNature.Family }).State;
        InterestOf(TheHost).ShouldNotBeNull();
        InterestOf(TheLead).ShouldNotBeNull();
        InterestOf(Holds("reviewer")).ShouldNotBeNull();
        InterestOf(TheLeadReviewer).ShouldBeNull();
        InterestOf(With(Capacity.Auditor)).ShouldBeNull();

        InterestAsSeen? InterestOf(Acting reader) =>
            ReviewAsSeen.By(review, Cluster, new(reader)).ShouldNotBeNull().Team.ShouldNotBeNull().Single(line => line.PersonId == Reviewer).Interest;
    }

    [Theory]
    [InlineData(Extent.Summary, false, false)]
    [InlineData(Extent.FindingsOnly, true, false)]
    [InlineData(Extent.FullReport, true, true)]
    public void shows_no_more_than_the_extent(Extent extent, bool findings, bool report)
    {
        var seen = ReviewAsSeen.By(Final(Released(AudienceRing.HostGovernors, extent)).State, Cluster, new(Readers[3])).ShouldNotBeNull();
        seen.Inside.ShouldBeNull();
        seen.Released.ShouldNotBeNull().FindingsByKind.ShouldBe(new Dictionary<FindingKind, int> { [FindingKind.Strength] = 1 });
        (seen.Released.Findings is not null).ShouldBe(findings);
        (seen.Released.Report is not null).ShouldBe(report);
    }

    private static Sight Sight(PeerReview review, Acting reader) => new Reader(reader).SightOf(review.SealIn(Cluster, reader.Today));

    private static AudienceRing RingOf(PeerReview review, ReviewingPartnership partnership, Acting reader) => review.SealIn(partnership, reader.Today).Circle.RingOf(reader);

    private static bool Exists(PeerReview review, Acting reader) => review.ExistsFor(new(reader), Cluster);

    private static ReportReleased Released(AudienceRing ring, Extent extent, DateOnly? expiresOn = null) =>
        new(Id, Triad, ReleaseId.New(), ring, extent, ReleasePurpose.Governors, HostHead, true, expiresOn, Visit.AddDays(10));

    private static Acting At(Capacity capacity, Urn urn) => Holds($"{capacity}-{urn}", new HeldCapacity(capacity, urn, null, DateOnly.MinValue, null));

    private static Acting With(Capacity capacity) => Holds($"{capacity}", new HeldCapacity(capacity, null, null, DateOnly.MinValue, null));
}
