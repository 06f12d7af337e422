using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Planning_a_review
{
    private static readonly PlanReview Command = new(Triad, Ashdown, 1, ReviewModel.LocalTriad, Visit, Visit.AddDays(1), HostHead, Planned.OccurredOn);
    private static readonly HeadsOfSchool Heads = Given.Facts<HeadsOfSchool>(
        new SchoolLeaderAppointed(Ashdown, Outsider, Capacity.Headteacher, null, Visit.AddYears(-5)),
        new SchoolLeaderAppointed(Ashdown, HostHead, Capacity.Headteacher, Outsider, Visit.AddDays(-100)),
        new SchoolLeaderAppointed(Ashdown, Facilitator, Capacity.ChairOfGovernors, null, Visit.AddDays(-50))).State;

    [Fact]
    public void tells_who_invites_whom_and_in_which_academic_year()
    {
        Objection(Command).ShouldBeNull();
        Command.Decide(Id, Partnership()).ShouldBe(Planned);
        (Command with { PlannedFrom = new(2026, 8, 31), PlannedTo = new(2026, 8, 31) }).Decide(Id, Partnership()).AcademicYear.ShouldBe(2025);
        (Command with { PlannedFrom = new(2026, 9, 1), PlannedTo = new(2026, 9, 1) }).Decide(Id, Partnership()).AcademicYear.ShouldBe(2026);
    }

    [Fact]
    public void of_the_same_host_twice_in_a_round_is_refused()
    {
        var earlier = Given.Facts<PeerReview>(Planned).State;
        Refused(Command, "input", "round", earlier: [earlier]);
        Objection(Command with { Round = 2 }, earlier: [earlier]).ShouldBeNull();
    }

    [Fact]
    public void follows_up_an_earlier_review_of_the_same_host_alone()
    {
        var earlier = Given.Facts<PeerReview>(Planned).State;
        Objection(Command with { Round = 2, FollowUpOf = Id }, earlier: [earlier]).ShouldBeNull();
        Refused(Command with { Round = 2, FollowUpOf = ReviewId.New() }, "input", "followUpOf", earlier: [earlier]);
        Refused(Command with { Round = 2, FollowUpOf = Id }, "input", "followUpOf", earlier: [earlier.Apply(new ReviewCancelled(Id, Triad, new("Snow."), Visit.AddDays(-10)))]);
    }

    [Fact]
    public void IMP_1_is_not_on_the_invitation_of_somebody_else_than_the_host_head()
    {
        Refused(Command with { InvitedBy = Facilitator }, "IMP-1", "invitedBy");
        Refused(Command with { InvitedBy = Outsider }, "IMP-1", "invitedBy");
        Command.Objection(Partnership(), Schools(Ashdown), null, [], TheLead).ShouldNotBeNull().Rule.ShouldBe("IMP-1");
    }

    [Fact]
    public void IMP_1_is_on_the_invitation_of_whoever_headed_the_host_on_that_day()
    {
        var earlier = Command with { InvitedBy = Outsider, OccurredOn = Visit.AddDays(-101) };
        Objection(earlier).ShouldBeNull();
        Refused(earlier with { InvitedBy = HostHead }, "IMP-1", "invitedBy");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void IMP_8_gives_a_visit_one_to_three_days(int last, bool allowed)
    {
        var command = Command with { PlannedTo = Visit.AddDays(last) };
        var objection = command.Objection(Saying(3), Schools(Ashdown), Heads, [], TheLead);
        if (allowed) objection.ShouldBeNull();
        else objection.ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-8"), why => why.Field.ShouldBe("plannedTo"));
    }

    [Fact]
    public void is_done_at_most_three_years_ahead_whatever_day_is_given()
    {
        Objection? Of(PlanReview command) => command.Objection(Partnership(), Schools(Ashdown), Heads, [], TheLead);
        PlanReview Ahead(int days) => Command with { PlannedFrom = Command.OccurredOn.AddDays(days), PlannedTo = Command.OccurredOn.AddDays(days) };
        Of(Ahead(3 * 366)).ShouldBeNull();
        Of(Ahead(3 * 366 + 1)).ShouldNotBeNull().Field.ShouldBe("plannedFrom");
        Of(Command with { OccurredOn = DateOnly.MaxValue }).ShouldNotBeNull();
        Of(Command with { OccurredOn = DateOnly.MinValue }).ShouldNotBeNull();
    }

    private static ReviewingPartnership Saying(int days) => Partnership() with { Protocols = [Partnership().Protocols[0] with { ReviewDays = days }] };

    [Fact]
    public void IMP_8_gives_a_visit_no_more_days_than_the_protocol_says()
    {
        var two = Command with { PlannedTo = Visit.AddDays(1) };
        two.Objection(Saying(1), Schools(Ashdown), Heads, [], TheLead).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-8"), why => why.Field.ShouldBe("plannedTo"));
        two.Objection(Saying(2), Schools(Ashdown), Heads, [], TheLead).ShouldBeNull();
        new PostponeReview(Visit.AddDays(7), Visit.AddDays(9), new("Snow."), Visit.AddDays(-3)).Objection(Given.Facts<PeerReview>(Planned).State, Saying(2), TheLead).ShouldNotBeNull().Rule.ShouldBe("IMP-8");
        new PostponeReview(Visit.AddDays(7), Visit.AddDays(8), new("Snow."), Visit.AddDays(-3)).Objection(Given.Facts<PeerReview>(Planned).State, Saying(2), TheLead).ShouldBeNull();
    }

    [Fact]
    public void PRT_6_needs_both_signatures_of_the_host_under_the_version_in_force()
    {
        var partnership = Partnership(signed: [Birchwood, Cedars]);
        Refused(Command, "PRT-6", "hostUrn", partnership);
        partnership = partnership.Apply(Signed(Ashdown, Capacity.Headteacher));
        Refused(Command, "PRT-6", "hostUrn", partnership);
        partnership = partnership.Apply(Signed(Ashdown, Capacity.ChairOfGovernors));
        Objection(Command, partnership).ShouldBeNull();

        var second = partnership.Protocols[0] with { Version = 2, OccurredOn = Command.OccurredOn.AddDays(-1), EffectiveFrom = Command.OccurredOn.AddDays(1) };
        Objection(Command, partnership.Apply(second)).ShouldBeNull("version 2 is not in force yet");
        Refused(Command, "PRT-6", "hostUrn", partnership.Apply(second with { EffectiveFrom = Command.OccurredOn }));
    }

    [Fact]
    public void PRT_6_does_not_count_a_signature_given_later() =>
        Refused(Command, "PRT-6", "hostUrn", Partnership(signed: [])
            .Apply(Signed(Ashdown, Capacity.Headteacher)).Apply(Signed(Ashdown, Capacity.ChairOfGovernors) with { OccurredOn = Command.OccurredOn.AddDays(1) }));

    [Fact]
    public void XCT_8_is_for_members_that_are_open()
    {
        Refused(Command with { HostUrn = Downlands }, "XCT-8", "hostUrn");
        Command.Objection(Partnership(), [new(Ashdown, null, Planned.OccurredOn, null)], Heads, [], TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
        Command.Objection(Partnership(), [], Heads, [], TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
    }

    [Fact]
    public void is_for_the_lead_and_unknown_to_strangers()
    {
        Command.Objection(Partnership(), Schools(Ashdown), Heads, [], Nobody).ShouldNotBeNull().Status.ShouldBe(404);
        Command.Objection(null, Schools(Ashdown), Heads, [], TheLead).ShouldNotBeNull().Status.ShouldBe(404);
        Command.Objection(Partnership(), Schools(Ashdown), Heads, [], TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
    }

    [Fact]
    public void in_a_peer_group_needs_one_with_the_host_in_it()
    {
        var group = new PeerGroupFormed(Triad, PeerGroupId.New(), "The two", [Ashdown, Birchwood], Visit.AddDays(-100), Visit.AddDays(-100));
        Objection(Command with { PeerGroupId = group.PeerGroupId }, Partnership().Apply(group)).ShouldBeNull();
        Refused(Command with { PeerGroupId = group.PeerGroupId }, "input", "peerGroupId", Partnership().Apply(group with { Urns = [Birchwood, Cedars] }));
    }

    [Fact]
    public void IMP_16_is_not_a_third_time_for_a_host_that_reviewed_nobody()
    {
        PeerReview Hosted(int round, params object[] then) => Given.Facts<PeerReview>([Planned with { ReviewId = ReviewId.New(), Round = round }, .. then]).State;
        var third = Command with { Round = 3 };
        Refused(third, "IMP-16", "hostUrn", earlier: [Hosted(1), Hosted(2)]);
        Objection(third, earlier: [Hosted(1)]).ShouldBeNull();
        Objection(third, earlier: [Hosted(1), Hosted(2, new ReviewCancelled(Id, Triad, new("Snow."), Visit.AddDays(-10)))]).ShouldBeNull("a review that was cancelled was not hosted");
        var elsewhere = Given.Facts<PeerReview>(Planned with { HostUrn = Birchwood, Round = 1 }, Proposed(HostHead, TeamRole.Reviewer, Ashdown), new TeamConfirmed(Id, Triad, [HostHead], HostHead, Visit.AddDays(-20))).State;
        Refused(third, "IMP-16", "hostUrn", earlier: [Hosted(1), Hosted(2), elsewhere]);
        Objection(third, earlier: [Hosted(1), Hosted(2), elsewhere.Apply(new VisitStarted(Id, Triad, [HostHead], Visit))]).ShouldBeNull("it supplied a reviewer, who came");
    }

    [Fact]
    public void is_scrutinised_by_a_partnership_linked_for_that()
    {
        var scrutiny = Command with { Model = ReviewModel.PartnershipScrutiny };
        Refused(scrutiny, "input", "model");
        var link = new PartnershipLinkAgreed(Triad, PartnershipId.New(), [LinkPurpose.Scrutiny], Visit.AddDays(-100), null, Visit.AddDays(-100));
        Objection(scrutiny, Partnership().Apply(link)).ShouldBeNull();
        Refused(scrutiny, "input", "model", Partnership().Apply(link with { Purposes = [LinkPurpose.Support] }));
        Refused(scrutiny, "input", "model", Partnership().Apply(link with { To = Visit.AddDays(-90) }));
    }

    private static Objection? Objection(PlanReview command, ReviewingPartnership? partnership = null, IReadOnlyList<PeerReview>? earlier = null) =>
        command.Objection(partnership ?? Partnership(), Schools(Ashdown, Birchwood, Cedars, Downlands), Heads, earlier ?? [], TheLead);

    private static void Refused(PlanReview command, string rule, string field, ReviewingPartnership? partnership = null, IReadOnlyList<PeerReview>? earlier = null) =>
        Objection(command, partnership, earlier).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe(rule), why => why.Field.ShouldBe(field));
}
