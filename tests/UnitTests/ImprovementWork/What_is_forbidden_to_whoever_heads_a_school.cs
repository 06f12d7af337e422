using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Host;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AFollowUp;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>Somebody who heads the host and leads the partnership, with and without the headship laid aside for the request.</summary>
public class What_is_forbidden_to_whoever_heads_a_school
{
    private static readonly Acting Both = Holds("both", new HeldCapacity(Capacity.Headteacher, Ashdown, null, DateOnly.MinValue, null), new HeldCapacity(Capacity.PartnershipLead, null, Triad, DateOnly.MinValue, null));
    private static readonly Acting AsLead = ActingAs.Read("partnership-lead")!.Narrow(Both)!;

    public static TheoryData<bool> WithTheHeader => [false, true];

    private static Acting Acting(bool header) => header ? AsLead : Both;

    [Fact]
    public void is_a_tie_that_no_header_lays_aside()
    {
        AsLead.IsAt(Ashdown, Capacity.Headteacher).ShouldBeFalse("it gives no right");
        AsLead.TiedTo(Ashdown, Visit, Capacity.Headteacher).ShouldBeTrue();
        AsLead.TiedTo(Birchwood, Visit, Capacity.Headteacher).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(WithTheHeader))]
    public void IMP_3_writes_nothing_of_what_a_review_of_it_says(bool header)
    {
        var by = Acting(header);
        var walk = new RecordEvidence(EvidenceKind.LearningWalk, 1, true, new("Books lay open."), Reviewer, Visit);
        walk.Objection(Before<VisitEnded>().State, Partnership(), TermCalendar.Shipped, by).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        walk.Objection(Before<VisitEnded>().State, Partnership(), TermCalendar.Shipped, TheLead).ShouldBeNull("a lead from elsewhere records for each of them");
        new DraftReport(new("All was well."), LeadReviewer, Visit.AddDays(4)).Objection(Before<ReportDrafted>().State, Partnership(), by).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        var finding = Final().State.Findings[0].FindingId;
        new WithdrawFinding(finding, new("Not so."), Visit.AddDays(2)).Objection(Before<ReportDrafted>().State, Partnership(), by).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
    }

    [Theory, MemberData(nameof(WithTheHeader))]
    public void XCT_6_holds_no_check_in_for_a_peer(bool header)
    {
        var checkIn = Given.Facts<CheckIn>(CheckInIsDue).State;
        var command = new HoldCheckIn(LeadReviewer, [new(FindingOf(Final().State), CheckInLevel.MakingDifference)], WindowFrom.AddDays(36));
        PeersLookingBack peers = new([HeadOf(Birchwood, LeadReviewer)]);
        command.Objection(Final().State, Partnership(), checkIn, peers, TermCalendar.Shipped, Acting(header)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        command.Objection(Final().State, Partnership(), checkIn, peers, TermCalendar.Shipped, TheLead).ShouldBeNull();
    }

    [Theory, MemberData(nameof(WithTheHeader))]
    public void INT_15_sees_no_referral_that_went_past_the_head(bool header)
    {
        ReviewAsSeen Seen(Acting reader) => ReviewAsSeen.By(Before<VisitEnded>().State, Partnership(), new(reader), [new(new(Id, Triad, SafeguardingRecipient.Lado, true, Visit), Reviewer)]).ShouldNotBeNull();
        Seen(Acting(header)).Safeguarding.ShouldBeNull();
        Seen(TheLead).Safeguarding.ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(WithTheHeader))]
    public void XCT_4_keeps_and_raises_no_concern_about_it(bool header)
    {
        var raised = new ConcernRaised(ConcernId.New(), Triad, Ashdown, ConcernKind.NoDataShared, new("No data."), new("None came."), Reviewer, Visit);
        var concern = Given.Facts<PeerConcern>(raised).State;
        new ResolveConcern(new("It is well."), Visit.AddDays(3)).Objection(concern, Partnership(), Acting(header)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        new ResolveConcern(new("It is well."), Visit.AddDays(3)).Objection(concern, Partnership(), TheLead)?.Rule.ShouldNotBe("XCT-4");
        // What is laid aside forbids and gives nothing: the school's answer is its head's, acting as its head.
        (new GiveResponse(new("It came."), Visit.AddDays(2)).Objection(concern, Partnership(), Acting(header))?.Rule).ShouldBe(header ? "XCT-6" : null);
        new RaiseConcern(Triad, Ashdown, ConcernKind.NoDataShared, new("No data."), new("None came."), Visit).Objection(Partnership(), [], Acting(header)).ShouldNotBeNull().Field.ShouldBe("urn");
    }

    [Theory, MemberData(nameof(WithTheHeader))]
    public void PRT_5_dates_back_no_notice_of_it(bool header)
    {
        var partnership = Given.Facts<EssexImprovement.Partnerships.Partnership>(new PartnershipFormed(Triad, "Colne", PartnershipKind.Cluster, Quadrant.Mid, [], [Ashdown, Birchwood, Cedars, Downlands], null, null, HostHead, Visit.AddYears(-1))).State;
        var back = new EssexImprovement.Partnerships.GiveNotice(Ashdown, Visit.AddYears(2), Visit);
        back.Objection(partnership, null, Acting(header)).ShouldNotBeNull().Rule.ShouldBe("PRT-5");
        back.Objection(partnership, null, TheLead).ShouldBeNull("the lead records what was given on paper");
    }
}
