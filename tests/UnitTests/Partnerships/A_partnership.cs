using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_partnership
{
    private static readonly PartnershipId Id = PartnershipId.New();
    private static readonly Acting Lead = Lead(Id);

    private static Given<Partnership> Formed(PartnershipKind kind, Urn[] urns, params object[] then) =>
        Given.Facts<Partnership>([new PartnershipFormed(Id, "Colne Valley", kind, Quadrant.Mid, [District.Braintree], urns, null, null, App.Person("convenor"), Ago(300)), .. then]);

    private static Given<Partnership> Cluster(params object[] then) => Formed(PartnershipKind.Cluster, [Ashdown, Birchwood, Cedars], then);

    private static ProtocolAdopted Protocol => new(Id, 1, [], [], 2, 15, 60, 120, SafeguardingRoute.Lado, 6, Ago(200), Ago(200));

    private static RegisteredSchool School(Urn urn, DateOnly? closed = null) => new(urn.ProfileStream(), urn, $"School {urn}", new(2010, 9, 1), closed);

    public class Admitting_a_school
    {
        private static AdmitSchool Command(Urn urn, params Urn[] votesFor) => new(urn, Membership.Full, Ago(10), votesFor, [], Ago(10));

        private static When<Partnership> When(Given<Partnership> given, AdmitSchool command, params RegisteredSchool[] schools) =>
            given.When(partnership => command.Objection(partnership, new(schools.Length == 0 ? [School(command.Urn)] : schools, Successions.None), Lead), command.Decide);

        [Fact]
        public void PRT_4_by_a_majority_is_a_fact_and_makes_a_member() =>
            When(Cluster(), Command(Downlands, Ashdown, Birchwood)).Then(new SchoolAdmitted(Id, Downlands, Membership.Full, Ago(10), [Ashdown, Birchwood], [], Ago(10)))
                .Members.Select(member => member.Urn).ShouldContain(Downlands);

        [Fact]
        public void PRT_1_to_a_triad_alone_is_refused() =>
            When(Formed(PartnershipKind.Triad, [Ashdown, Birchwood, Cedars]), Command(Downlands, Ashdown, Birchwood)).ThenObjection("PRT-1", "urn");

        [Fact]
        public void PRT_2_beyond_seven_is_refused() =>
            When(Formed(PartnershipKind.Cluster, [.. Enumerable.Range(990010, 7).Select(urn => new Urn(urn))]), Command(Downlands, new(990010), new(990011), new(990012), new(990013)))
                .ThenObjection("PRT-2", "urn");

        [Fact]
        public void PRT_3_that_is_a_member_is_refused() => When(Cluster(), Command(Cedars, Ashdown, Birchwood)).ThenObjection("PRT-3", "urn");

        [Fact]
        public void PRT_3_that_came_after_a_member_is_refused_however_long_ago()
        {
            SchoolsAsked asked = new([School(Downlands)], new([Succeeded(Cedars, new(990051)), Succeeded(Cedars, new(990050)), Succeeded(new(990050), Downlands)]));
            Cluster().When(partnership => Command(Downlands, Ashdown, Birchwood).Objection(partnership, asked, Lead), Command(Downlands).Decide).ThenObjection("PRT-3", "urn");
            Cluster(new SchoolLeft(Id, Cedars, [], Ago(20)))
                .When(partnership => Command(Downlands, Ashdown, Birchwood).Objection(partnership, asked, Lead), Command(Downlands, Ashdown, Birchwood).Decide).ThenAllowed();

            static MemberSchool Succeeded(Urn old, Urn now) => new(old, Membership.Full, Ago(900), Ago(800), MembershipEnd.Succeeded, now);
        }

        [Fact]
        public void XCT_8_from_a_day_on_which_the_school_is_closed_is_refused()
        {
            var later = Command(Downlands, Ashdown, Birchwood) with { From = Ago(3) };
            When(Cluster(), later, School(Downlands, Ago(5))).ThenObjection("XCT-8", "from");
            When(Cluster(), later, School(Downlands, Ago(2))).ThenAllowed();
        }

        [Fact]
        public void PRT_4_without_a_majority_is_refused() => When(Cluster(), Command(Downlands, Ashdown)).ThenObjection("PRT-4", "votesFor");

        [Fact]
        public void PRT_4_by_votes_of_others_is_refused() => When(Cluster(), Command(Downlands, Ashdown, Birchwood, new(990099))).ThenObjection("PRT-4", "votesFor");

        [Fact]
        public void XCT_8_that_is_closed_is_refused() =>
            When(Cluster(), Command(Downlands, Ashdown, Birchwood), School(Downlands, Ago(100))).ThenObjection("XCT-8", "urn");
    }

    public class Adopting_a_protocol
    {
        private static AdoptProtocol Command(params Route[] routes) => new(routes, [Trigger.Workshop], 2, 15, 60, 120, SafeguardingRoute.Lado, 6, Ago(10), Ago(10));

        private static When<Partnership> When(AdoptProtocol command) => Cluster().When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void gives_it_the_next_version() =>
            Cluster(Protocol).When(partnership => Command().Objection(partnership, Lead), Command().Decide).Then<ProtocolAdopted>(fact => fact.Version.ShouldBe(2));

        [Fact]
        public void PRT_7_that_sends_full_reports_beyond_the_heads_is_refused() =>
            When(Command(new Route(Artefact.Report, AudienceRing.QuadrantAndBoard, Extent.FullReport))).ThenObjection("PRT-7", "defaultRoutes");

        [Fact]
        public void PRT_7_that_sends_full_reports_to_the_heads_is_allowed() =>
            When(Command(new Route(Artefact.Report, AudienceRing.PartnershipHeads, Extent.FullReport))).ThenAllowed();

        [Theory]
        [InlineData(Artefact.SummaryForLearning, AudienceRing.Public, Extent.Summary, true)]
        [InlineData(Artefact.Findings, AudienceRing.LaTrustDiocese, Extent.FullReport, false)]
        [InlineData(Artefact.EvidenceNotes, AudienceRing.ReviewTeam, Extent.FullReport, true)]
        [InlineData(Artefact.EvidenceNotes, AudienceRing.PeerGroupHeads, Extent.FullReport, false)]
        public void PRT_7_lets_summaries_travel_and_neither_what_is_whole_nor_notes(Artefact artefact, AudienceRing ring, Extent extent, bool allowed) =>
            (Command(new Route(artefact, ring, extent)).Objection(Cluster().State, Lead)?.Rule).ShouldBe(allowed ? null : "PRT-7");

        [Fact]
        public void that_binds_earlier_than_the_one_before_it_is_refused() =>
            Cluster(Protocol with { EffectiveFrom = Today.AddDays(30) }).When(partnership => Command().Objection(partnership, Lead), Command().Decide).ThenObjection("input", "effectiveFrom");

        [Fact]
        public void PRT_8_without_a_safeguarding_route_is_refused() => When(Command() with { SafeguardingRoute = null }).ThenObjection("PRT-8", "safeguardingRoute");

        [Fact]
        public void PRT_8_with_a_safeguarding_route_is_allowed() => When(Command()).ThenAllowed();

        [Fact]
        public void IMP_8_with_visits_of_four_days_is_refused() => When(Command() with { ReviewDays = 4 }).ThenObjection("IMP-8", "reviewDays");
    }

    public class Signing_the_protocol
    {
        private static readonly SignProtocol Command = new(1, Ashdown, App.Person("head"), Capacity.Headteacher, Ago(10));

        private static When<Partnership> When(SignProtocol command, SchoolLeadership? leadership, Acting? acting = null) =>
            Cluster(Protocol).When(partnership => command.Objection(partnership, leadership, acting ?? Lead), command.Decide);

        private static SchoolLeadership Leadership(string head) => Given.Facts<SchoolLeadership>(new SchoolLeaderAppointed(Ashdown, App.Person(head), Capacity.Headteacher, null, Ago(300))).State;

        [Fact]
        public void by_the_head_binds_the_school() => When(Command, Leadership("head"), Head(Ashdown)).Then(new ProtocolSigned(Id, 1, Ashdown, App.Person("head"), Capacity.Headteacher, Ago(10)));

        [Fact]
        public void on_paper_may_be_recorded_by_the_lead() => When(Command, Leadership("head")).ThenAllowed();

        [Fact]
        public void PRT_6_of_another_version_is_refused() => When(Command with { ProtocolVersion = 2 }, Leadership("head")).ThenObjection("PRT-6", "protocolVersion");

        [Fact]
        public void PRT_6_of_an_earlier_version_is_allowed_for_reviews_it_still_binds() =>
            Cluster(Protocol, Protocol with { Version = 2, OccurredOn = Ago(11), EffectiveFrom = Ago(11) }).When(partnership => Command.Objection(partnership, Leadership("head"), Lead), Command.Decide).ThenAllowed();

        [Fact]
        public void by_a_new_head_stands_beside_the_signature_of_the_one_before()
        {
            var signed = Cluster(Protocol, new ProtocolSigned(Id, 1, Ashdown, App.Person("head"), Capacity.Headteacher, Ago(12)));
            var anew = Command with { PersonId = App.Person("new-head") };
            signed.When(partnership => anew.Objection(partnership, Leadership("new-head"), Lead), anew.Decide).ThenAllowed();
            signed.State.SignaturesAskedOf(Head(Ashdown, "new-head")).ShouldBe([(Ashdown, Capacity.Headteacher)]);
            signed.State.SignaturesAskedOf(Head(Ashdown, "head")).ShouldBeEmpty();
            signed.When(partnership => Command.Objection(partnership, Leadership("head"), Lead), Command.Decide).ThenObjection("input", "capacity");
        }

        [Fact]
        public void XCT_4_by_somebody_who_does_not_head_the_school_is_refused() => When(Command, Leadership("somebody-else")).ThenObjection("XCT-4", "personId");

        [Fact]
        public void XCT_4_for_somebody_else_is_refused_to_all_but_the_lead() =>
            When(Command, Leadership("head"), Head(Birchwood, "other-head")).ThenObjection("XCT-4").Status.ShouldBe(403);

        [Fact]
        public void XCT_8_for_a_school_that_is_no_member_is_refused() => When(Command with { Urn = Downlands }, Leadership("head")).ThenObjection("XCT-8", "urn");
    }

    public class Appointing_a_lead
    {
        private static readonly AppointLead Command = new(App.Person("new-lead"), LeadRole.Lead, Birchwood, Ago(10), Ago(10));

        private static When<Partnership> When(AppointLead command) => Cluster().When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void PRT_9_from_a_member_school_is_allowed() => When(Command).Then(new LeadAppointed(Id, App.Person("new-lead"), LeadRole.Lead, Birchwood, Ago(10), null, Ago(10)));

        [Fact]
        public void before_the_day_of_the_appointment_is_refused() => When(Command with { From = Ago(11) }).ThenObjection("input", "from");

        [Fact]
        public void falls_to_a_data_steward_where_nobody_leads()
        {
            var steward = Holder(Capacity.DataSteward);
            var gone = Cluster(new LeadAppointed(Id, App.Person("lead"), LeadRole.Lead, Ashdown, Ago(200), Ago(20), Ago(200))).State;
            Command.Objection(gone, steward).ShouldBeNull();
            (Command with { PersonId = steward.Person }).Objection(gone, steward).ShouldNotBeNull().Rule.ShouldBe("SoD-5");
            Command.Objection(Cluster().State, steward).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        }

        [Fact]
        public void PRT_9_from_elsewhere_is_refused() => When(Command with { Urn = Downlands }).ThenObjection("PRT-9", "urn");
    }

    public class Forming_a_peer_group
    {
        private static FormPeerGroup Command(params Urn[] urns) => new("The three", urns, Ago(10), Ago(10));

        private static When<Partnership> When(FormPeerGroup command) =>
            Cluster().When(partnership => command.Objection(partnership, Lead), partnership => command.Decide(PeerGroupId.New(), partnership));

        [Fact]
        public void of_two_members_is_allowed() => When(Command(Ashdown, Birchwood)).Then<PeerGroupFormed>(fact => fact.Urns.ShouldBe([Ashdown, Birchwood]));

        [Fact]
        public void of_one_school_is_refused() => When(Command(Ashdown)).ThenObjection("input", "urns");

        [Fact]
        public void PRT_3_that_names_a_school_twice_is_refused() => When(Command(Ashdown, Ashdown)).ThenObjection("PRT-3", "urns");

        [Fact]
        public void XCT_8_with_a_school_that_is_no_member_is_refused() => When(Command(Ashdown, Downlands)).ThenObjection("XCT-8", "urns");
    }

    public class Who_may_record
    {
        private static Objection? Asked(Acting acting) => new AppointLead(App.Person("x"), LeadRole.Deputy, Birchwood, Ago(10), Ago(10)).Objection(Cluster().State, acting);

        [Fact]
        public void XCT_4_the_lead_may() => Asked(Lead).ShouldBeNull();

        [Fact]
        public void XCT_4_a_head_of_a_member_may_not() => Asked(Head(Ashdown)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

        [Fact]
        public void a_stranger_learns_nothing() => Asked(Stranger).ShouldBe(Objection.Unknown());

        [Fact]
        public void the_lead_of_another_partnership_learns_nothing() => Asked(Lead(PartnershipId.New())).ShouldBe(Objection.Unknown());

        [Fact]
        public void XCT_4_a_lead_whose_time_has_ended_may_not() =>
            Asked(new(App.Person("lead"), [new(Capacity.PartnershipLead, null, Id, Ago(300), Ago(1))], Today)).ShouldBe(Objection.Unknown());
    }
}
