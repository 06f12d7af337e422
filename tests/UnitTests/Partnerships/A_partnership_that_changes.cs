using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_partnership_that_changes
{
    private static readonly PartnershipId Id = PartnershipId.New();
    private static readonly Acting Lead = Lead(Id);
    private static readonly PersonId TheLead = App.Person("lead"), Next = App.Person("next"), Convenor = App.Person("convenor");
    private static readonly Urn Elms = new(990005);
    private static readonly PeerGroupFormed Group = new(Id, PeerGroupId.New(), "The three", [Ashdown, Cedars], Ago(100), Ago(100));

    private static Given<Partnership> Triad(params object[] then) => Given.Facts<Partnership>(
        [new PartnershipFormed(Id, "Colne Valley", PartnershipKind.Triad, Quadrant.Mid, [District.Braintree], [Ashdown, Birchwood, Cedars], null, null, Convenor, Ago(300)), .. then]);

    private static LeadAppointed Appointed(PersonId person, LeadRole role = LeadRole.Lead) => new(Id, person, role, Ashdown, Ago(200), null, Ago(200));

    public class By_succession
    {
        private static readonly RecordSuccession Command = new(Cedars, Elms, SuccessionKind.Academisation, Ago(10));

        private static When<Partnership> When(RecordSuccession command, Given<Partnership> given, params Urn[] open) => When(command, given, command.OccurredOn, open);

        private static When<Partnership> When(RecordSuccession command, Given<Partnership> given, DateOnly? oldClosedOn, params Urn[] open) =>
            given.When(partnership => command.Objection(partnership, [School(command.OldUrn, oldClosedOn), .. open.Select(urn => School(urn) with { OpenedOn = command.OccurredOn })], Lead), command.Decide);

        private static RegisteredSchool School(Urn urn, DateOnly? closedOn = null) => new(urn.ProfileStream(), urn, $"School {urn}", new(2010, 9, 1), closedOn);

        [Fact]
        public void carries_membership_peer_groups_and_notice_to_the_new_school_and_no_signature()
        {
            var triad = When(Command, Triad(Group, new NoticeGiven(Id, Cedars, Today, null, Ago(50)), new ProtocolSigned(Id, 1, Cedars, TheLead, Capacity.Headteacher, Ago(90))), Elms)
                .Then(new SchoolSucceeded(Id, Cedars, Elms, SuccessionKind.Academisation, Ago(10)));
            triad.MembersOn(Ago(11)).Select(member => member.Urn).ShouldBe([Ashdown, Birchwood, Cedars]);
            triad.MembersOn(Ago(10)).Select(member => member.Urn).ShouldBe([Ashdown, Birchwood, Elms]);
            triad.PeerGroups.ShouldHaveSingleItem().On(Ago(11), triad.Members).ShouldBe([Ashdown, Cedars]);
            triad.PeerGroups[0].On(Ago(10), triad.Members).ShouldBe([Ashdown, Elms]);
            triad.Notices.ShouldHaveSingleItem().Urn.ShouldBe(Elms);
            triad.Signatures.ShouldHaveSingleItem().Urn.ShouldBe(Cedars);
            triad.Members.LineOf(Cedars).ShouldBe([Cedars, Elms]);
        }

        [Fact]
        public void PRT_3_by_a_school_that_is_a_member_of_its_own_is_refused() => When(Command with { NewUrn = Birchwood }, Triad(), Birchwood).ThenObjection("PRT-3", "newUrn");

        [Fact]
        public void PRT_3_by_a_school_that_is_none_is_allowed() => When(Command, Triad(), Elms).ThenAllowed();

        [Fact]
        public void PRT_1_an_amalgamation_of_two_of_three_is_refused() =>
            When(Command with { NewUrn = Birchwood, Kind = SuccessionKind.Amalgamation }, Triad(), Birchwood).ThenObjection("PRT-1", "newUrn");

        [Fact]
        public void XCT_8_by_a_school_the_register_does_not_know_is_refused() => When(Command, Triad()).ThenObjection("XCT-8", "newUrn");

        [Fact]
        public void PRT_3_by_a_school_whose_membership_ended_no_earlier_is_refused()
        {
            SchoolLeft left = new(Id, Birchwood, [], Ago(10));
            When(Command with { NewUrn = Birchwood }, Triad(left), Birchwood).ThenObjection("PRT-3", "newUrn");
            When(Command with { NewUrn = Birchwood, OccurredOn = Ago(9) }, Triad(left, new SchoolAdmitted(Id, Downlands, Membership.Full, Ago(9), [], [], Ago(10))), Birchwood).ThenAllowed();
        }

        [Fact]
        public void XCT_8_of_a_school_that_is_open_still_is_refused()
        {
            When(Command, Triad(), oldClosedOn: null, Elms).ThenObjection("XCT-8", "oldUrn");
            When(Command, Triad(), oldClosedOn: Ago(9), Elms).ThenObjection("XCT-8", "oldUrn");
            When(Command, Triad(), oldClosedOn: Ago(12), Elms).ThenAllowed();
        }

        [Fact]
        public void XCT_4_by_a_school_that_stood_before_is_for_a_data_steward()
        {
            Objection? Of(Acting acting, DateOnly opened) => Command.Objection(Triad().State, [School(Cedars, Command.OccurredOn), School(Elms) with { OpenedOn = opened }], acting);
            Of(Lead, new(2010, 9, 1)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
            Of(Holder(Capacity.DataSteward), new(2010, 9, 1)).ShouldBeNull();
            Of(Lead, Command.OccurredOn.AddDays(-32)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
            Of(Lead, Command.OccurredOn.AddDays(-31)).ShouldBeNull();
        }

        [Fact]
        public void XCT_4_by_a_school_that_opened_long_after_is_for_a_data_steward()
        {
            Objection? Of(Acting acting, int closed) => (Command with { OccurredOn = Ago(10) })
                .Objection(Triad().State, [School(Cedars, Ago(closed)), School(Elms) with { OpenedOn = Ago(10) }], acting);
            Of(Lead, 42).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
            Of(Holder(Capacity.DataSteward), 42).ShouldBeNull();
            Of(Lead, 41).ShouldBeNull();
        }

        [Fact]
        public void XCT_8_of_a_school_that_is_no_member_is_refused() => When(Command with { OldUrn = Downlands }, Triad(), Elms).ThenObjection("XCT-8", "oldUrn");
    }

    public class By_a_lead_who_stands_down
    {
        private static readonly StandDown Command = new(TheLead, LeadRole.Lead, Ago(10), new(Next, Birchwood));

        private static When<Partnership> When(StandDown command, params object[] then) => Triad([Appointed(TheLead), .. then]).When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void PRT_9_hands_over_from_the_next_day() =>
            When(Command).Then(new LeadStoodDown(Id, TheLead, LeadRole.Lead, Next, Ago(10)), new LeadAppointed(Id, Next, LeadRole.Lead, Birchwood, Ago(9), null, Ago(10)))
                .LedByOn(Ago(9)).ShouldBe([Next]);

        [Fact]
        public void PRT_9_to_somebody_from_elsewhere_is_refused() => When(Command with { Handover = new(Next, Downlands) }).ThenObjection("PRT-9", "handover.urn");

        [Fact]
        public void PRT_9_and_leaves_nobody_is_refused()
        {
            When(Command with { Handover = null }).ThenObjection("PRT-9", "handover");
            When(Command with { Handover = null }, Appointed(Next, LeadRole.GovernorLink)).ThenObjection("PRT-9", "handover");
            When(Command with { Handover = null }, Appointed(Next, LeadRole.Deputy)).ThenAllowed();
        }

        [Fact]
        public void who_never_held_the_role_is_refused() => When(Command with { PersonId = App.Person("other") }).ThenObjection("input", "personId");

        [Fact]
        public void once_convened_it_and_hands_over_to_the_first_lead()
        {
            var command = new StandDown(Convenor, LeadRole.Lead, Ago(10), new(Next, Birchwood));
            Triad().When(partnership => command.Objection(partnership, Lead), command.Decide).ThenAllowed();
            When(command).ThenObjection("input", "personId");
        }
    }

    public class By_the_end
    {
        private static readonly DissolvePartnership Command = new(new("The schools joined the cluster."), Birchwood, Ago(10));

        private static When<Partnership> When(DissolvePartnership command, params object[] then) => Triad(then).When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void ends_every_membership_and_leaves_it_known_to_the_last_members()
        {
            var ended = When(Command).Then(new PartnershipDissolved(Id, Command.Reason, Birchwood, Ago(10)));
            ended.MembersOn(Ago(9)).ShouldBeEmpty();
            ended.MayBeKnownTo(Head(Cedars)).ShouldBeTrue();
        }

        [Fact]
        public void ends_its_leads_and_peer_groups_on_its_last_day_and_leaves_those_that_ended_before()
        {
            LeadAppointed appointed = Appointed(TheLead), to = new(Id, Next, LeadRole.Deputy, Birchwood, Today.AddDays(20), null, Ago(30));
            var ended = When(Command, appointed, to, Group, Group with { PeerGroupId = PeerGroupId.New(), Name = "The two" }, new PeerGroupDissolved(Id, Group.PeerGroupId, Ago(40)))
                .Then(new PartnershipDissolved(Id, Command.Reason, Birchwood, Ago(10)));
            ended.LedByOn(Ago(10)).ShouldBe([TheLead]);
            ended.LedByOn(Ago(9)).ShouldBeEmpty();
            ended.Leads.ShouldHaveSingleItem().To.ShouldBe(Ago(10));
            ended.PeerGroups.Select(group => group.To).ShouldBe([Ago(40), Ago(10)]);
        }

        [Fact]
        public void XCT_8_with_a_custodian_from_elsewhere_is_refused() => When(Command with { RecordsCustodianUrn = Downlands }).ThenObjection("XCT-8", "recordsCustodianUrn");

        [Fact]
        public void XCT_9_nothing_is_added_afterwards()
        {
            PartnershipDissolved over = new(Id, new("Over."), Birchwood, Ago(20));
            When(Command, over).ThenObjection("XCT-9");
            Triad(over).State.NotRecordedBy(Head(Cedars)).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
            Triad().State.NotRecordedBy(Lead).ShouldBeNull();
        }

        [Fact]
        public void of_a_peer_group_is_recorded_once()
        {
            var command = new DissolvePeerGroup(Ago(5));
            var known = Triad(Group).When(partnership => command.Objection(partnership, Group.PeerGroupId, Lead), partnership => command.Decide(partnership, Group.PeerGroupId));
            known.Then(new PeerGroupDissolved(Id, Group.PeerGroupId, Ago(5))).PeerGroups.ShouldHaveSingleItem().To.ShouldBe(Ago(5));
            command.Objection(Triad(Group, new PeerGroupDissolved(Id, Group.PeerGroupId, Ago(6))).State, Group.PeerGroupId, Lead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
            command.Objection(Triad().State, Group.PeerGroupId, Lead).ShouldBe(Objection.Unknown("peerGroupId"));
        }
    }

    public class And_its_leads
    {
        private static DateOnly? LastDay(PersonId person, params object[] facts) =>
            Appointment.HeldBy(person, [.. facts.Select(fact => Appointment.Of(Guid.NewGuid(), fact)).OfType<Appointment>()]).ShouldHaveSingleItem().To;

        private static readonly PartnershipFormed Formed = new(Id, "Colne Valley", PartnershipKind.Triad, Quadrant.Mid, [], [Ashdown], null, null, Convenor, Ago(300));

        [Fact]
        public void whoever_convened_it_records_until_the_day_before_the_first_lead()
        {
            LastDay(Convenor, Formed).ShouldBeNull();
            LastDay(Convenor, Formed, Appointed(Next, LeadRole.Deputy)).ShouldBeNull();
            LastDay(Convenor, Formed, Appointed(TheLead), Appointed(Next)).ShouldBe(Ago(201));
        }

        [Fact]
        public void nobody_leads_it_after_its_last_day() => LastDay(TheLead, Formed, Appointed(TheLead), new PartnershipDissolved(Id, new("Over."), Ashdown, Ago(20))).ShouldBe(Ago(20));
    }
}
