using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Membership_of_a_partnership
{
    private static readonly PartnershipId Id = PartnershipId.New();
    private static readonly Acting Lead = Lead(Id);
    private static readonly Urn Elms = new(990005);

    private static Given<Partnership> Formed(PartnershipKind kind, params object[] then) => Given.Facts<Partnership>([new PartnershipFormed(
        Id, "Colne Valley", kind, Quadrant.Mid, [District.Braintree], kind == PartnershipKind.Triad ? [Ashdown, Birchwood, Cedars] : [Ashdown, Birchwood, Cedars, Downlands], null, null,
        App.Person("convenor"), Ago(800)), .. then]);

    private static Given<Partnership> Triad(params object[] then) => Formed(PartnershipKind.Triad, then);

    private static Given<Partnership> Cluster(params object[] then) => Formed(PartnershipKind.Cluster, then);

    private static NoticeGiven Notice(Urn urn, int leavesAgo = 30) => new(Id, urn, Ago(leavesAgo), null, Ago(400));

    private static SchoolsAsked Asked(Urn urn) => new([School(urn)], Successions.None);

    private static RegisteredSchool School(Urn urn) => new(urn.ProfileStream(), urn, $"School {urn}", new(2010, 9, 1), null);

    public class Giving_notice
    {
        private static readonly DecisionId Waiver = DecisionId.New();

        private static readonly GiveNotice Command = new(Cedars, new(2027, 4, 1), new(2026, 9, 30));

        private static When<Partnership> When(GiveNotice command, WaivingDecision? decision = null, Acting? acting = null) =>
            Cluster().When(partnership => command.Objection(partnership, decision, acting ?? Lead), command.Decide);

        private static WaivingDecision Decided(DecisionOutcome outcome = DecisionOutcome.Approved, PartnershipId? partnership = null, DecisionKind kind = DecisionKind.MembershipReview, Urn? urn = null) =>
            new(Waiver, partnership ?? Id, kind, [urn ?? Cedars], outcome, Command.OccurredOn);

        [Fact]
        public void PRT_5_by_30_September_for_the_following_April_is_allowed() => When(Command).Then(new NoticeGiven(Id, Cedars, new(2027, 4, 1), null, new(2026, 9, 30), NoticePolicy.Version));

        [Fact]
        public void PRT_5_a_day_later_for_the_same_April_is_refused() => When(Command with { OccurredOn = new(2026, 10, 1) }).ThenObjection("PRT-5", "leavesOn");

        [Fact]
        public void PRT_5_for_a_day_sooner_is_refused() => When(Command with { LeavesOn = new(2027, 3, 31) }).ThenObjection("PRT-5", "leavesOn");

        [Fact]
        public void PRT_5_sooner_by_an_approved_review_of_the_membership_is_allowed() => When(Command with { LeavesOn = Command.OccurredOn, WaivedBy = Waiver }, Decided()).ThenAllowed();

        [Fact]
        public void PRT_5_sooner_by_any_other_decision_is_refused()
        {
            foreach (var other in new[] { Decided(DecisionOutcome.Declined), Decided(kind: DecisionKind.Other), Decided(urn: Ashdown), Decided() with { MadeOn = null }, Decided() with { MadeOn = Command.OccurredOn.AddDays(1) } })
                When(Command with { LeavesOn = Command.OccurredOn, WaivedBy = Waiver }, other).ThenObjection("PRT-5", "waivedBy");
        }

        [Fact]
        public void PRT_5_sooner_by_a_review_of_a_school_whose_place_it_took_is_allowed()
        {
            var succeeded = Cluster().State.Apply(new SchoolSucceeded(Id, Cedars, Elms, SuccessionKind.Academisation, Command.OccurredOn.AddDays(-1)));
            GiveNotice sooner = Command with { Urn = Elms, LeavesOn = Command.OccurredOn, WaivedBy = Waiver };
            sooner.Objection(succeeded, Decided() with { MadeOn = Command.OccurredOn.AddDays(-5) }, Lead).ShouldBeNull();
            sooner.Objection(succeeded, Decided(urn: Ashdown), Lead).ShouldNotBeNull().Rule.ShouldBe("PRT-5");
        }

        [Fact]
        public void by_a_decision_of_another_partnership_says_nothing_of_it() =>
            When(Command with { WaivedBy = Waiver }, Decided(partnership: PartnershipId.New())).ThenObjection("unknown", "waivedBy");

        [Fact]
        public void PRT_5_by_the_school_itself_counts_from_today_and_on_paper_from_the_day_the_lead_received_it()
        {
            When(Command, acting: Head(Cedars)).ThenObjection("PRT-5", "occurredOn");
            When(Command).ThenAllowed();
            When(OfToday, acting: Head(Cedars)).ThenAllowed();
        }

        private static GiveNotice OfToday => Command with { OccurredOn = Today, LeavesOn = NoticePolicy.EarliestLeaving(Today) };

        [Fact]
        public void XCT_4_is_for_the_school_itself_and_the_lead()
        {
            When(OfToday, acting: Head(Cedars)).ThenAllowed();
            When(Command, acting: Head(Ashdown)).ThenObjection("XCT-4").Status.ShouldBe(403);
            When(Command, acting: Stranger).ThenObjection("unknown");
        }

        [Fact]
        public void XCT_8_of_a_school_that_is_no_member_is_refused() => When(Command with { Urn = Elms }).ThenObjection("XCT-8", "urn");
    }

    public class Leaving
    {
        private static readonly LeavePartnership Command = new(Cedars, [Outstanding.ReviewToHost], Ago(10));

        private static When<Partnership> When(Given<Partnership> given) => given.When(partnership => Command.Objection(partnership, Lead), Command.Decide);

        [Fact]
        public void PRT_5_after_the_notice_has_run_is_allowed_and_ends_the_membership() =>
            When(Cluster(Notice(Cedars))).Then(new SchoolLeft(Id, Cedars, [Outstanding.ReviewToHost], Ago(10))).MembersOn(Ago(9)).Select(member => member.Urn).ShouldBe([Ashdown, Birchwood, Downlands]);

        [Fact]
        public void PRT_5_without_notice_is_refused() => When(Cluster()).ThenObjection("PRT-5", "urn");

        [Fact]
        public void PRT_5_before_the_notice_has_run_is_refused() => When(Cluster(Notice(Cedars, leavesAgo: 9))).ThenObjection("PRT-5", "occurredOn");

        [Fact]
        public void PRT_1_a_triad_alone_is_refused() => When(Triad(Notice(Cedars))).ThenObjection("PRT-1", "urn");

        [Fact]
        public void PRT_2_a_cluster_of_three_is_allowed_for_nobody_is_kept_in() =>
            When(Cluster(Notice(Downlands), new SchoolLeft(Id, Downlands, [], Ago(30)), Notice(Cedars))).ThenAllowed();

        [Fact]
        public void PRT_9_with_a_lead_who_has_not_handed_over_is_refused()
        {
            LeadAppointed Appointed(Urn urn, DateOnly from, DateOnly? to = null) => new(Id, App.Person("lead"), LeadRole.Lead, urn, from, to, Ago(200));
            When(Cluster(Notice(Cedars), Appointed(Cedars, Ago(200)))).ThenObjection("PRT-9", "urn");
            When(Cluster(Notice(Cedars), Appointed(Cedars, Today.AddDays(30)))).ThenObjection("PRT-9", "urn");
            When(Cluster(Notice(Cedars), new SchoolSucceeded(Id, Elms, Cedars, SuccessionKind.Academisation, Ago(100)), Appointed(Cedars, Ago(200), Ago(10)))).ThenAllowed();
        }

        [Fact]
        public void PRT_9_with_a_lead_of_the_school_it_succeeded_is_refused() =>
            LeavePartnershipOf(Elms).Objection(Cluster(
                new LeadAppointed(Id, App.Person("lead"), LeadRole.Lead, Cedars, Ago(200), null, Ago(200)), new SchoolSucceeded(Id, Cedars, Elms, SuccessionKind.Academisation, Ago(100)), Notice(Elms)).State, Lead)
                .ShouldNotBeNull().Rule.ShouldBe("PRT-9");

        private static LeavePartnership LeavePartnershipOf(Urn urn) => Command with { Urn = urn };
    }

    public class Swapping
    {
        private static SwapMember Command(params Urn[] votesFor) => new(Cedars, [], Elms, Membership.Full, votesFor, [], Ago(10));

        private static When<Partnership> When(SwapMember command, params object[] then) =>
            Triad(then).When(partnership => command.Objection(partnership, Asked(command.Joins), Lead),
                partnership => command.Decide(partnership) is var (left, admitted) ? new object[] { left, admitted } : []);

        [Fact]
        public void PRT_1_in_a_triad_is_two_facts_and_leaves_three_on_every_day()
        {
            var triad = When(Command(Ashdown, Birchwood), Notice(Cedars)).Then(new SchoolLeft(Id, Cedars, [], Ago(10)), new SchoolAdmitted(Id, Elms, Membership.Full, Ago(9), [Ashdown, Birchwood], [], Ago(10)));
            foreach (var day in new[] { Ago(11), Ago(10), Ago(9), Today }) triad.FullMembersOn(day).Count().ShouldBe(3);
        }

        [Fact]
        public void PRT_1_for_an_associate_is_refused() => When(Command(Ashdown, Birchwood) with { Membership = Membership.Associate }, Notice(Cedars)).ThenObjection("PRT-1", "joins");

        [Fact]
        public void PRT_3_for_a_member_is_refused() => When(Command(Ashdown, Birchwood) with { Joins = Birchwood }, Notice(Cedars)).ThenObjection("PRT-3", "joins");

        [Fact]
        public void PRT_3_for_a_school_whose_membership_ended_no_earlier_is_refused() =>
            When(Command(Ashdown, Birchwood), Notice(Cedars), new SchoolAdmitted(Id, Elms, Membership.Full, Ago(100), [], [], Ago(100)), new SchoolLeft(Id, Elms, [], Ago(9))).ThenObjection("PRT-3", "joins");

        [Fact]
        public void PRT_4_without_a_majority_is_refused() => When(Command(Ashdown), Notice(Cedars)).ThenObjection("PRT-4", "votesFor");

        [Fact]
        public void PRT_5_without_notice_is_refused() => When(Command(Ashdown, Birchwood)).ThenObjection("PRT-5", "leaves");
    }

    public class Moving_a_membership
    {
        private static readonly MoveMembership Command = new(Cedars, Membership.Associate, new("Two heads share the post."), Ago(10));

        private static When<Partnership> When(MoveMembership command, Given<Partnership> given) => given.When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void PRT_2_within_the_limits_is_allowed() => When(Command, Cluster()).Then(new MembershipChanged(Id, Cedars, Membership.Full, Membership.Associate, Command.Reason, Ago(10)));

        [Fact]
        public void PRT_1_in_a_triad_is_refused() => When(Command, Triad()).ThenObjection("PRT-1", "now");

        [Fact]
        public void PRT_2_below_three_full_members_is_refused() =>
            When(Command, Cluster(new MembershipChanged(Id, Ashdown, Membership.Full, Membership.Associate, new("Small."), Ago(20)))).ThenObjection("PRT-2", "now");

        [Fact]
        public void XCT_8_of_a_school_that_is_no_member_is_refused() => When(Command with { Urn = Elms }, Cluster()).ThenObjection("XCT-8", "urn");
    }
}
