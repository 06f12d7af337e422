using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Capacities
{
    private static readonly PersonId Old = App.Person("old"), New = App.Person("new");

    private static IReadOnlyList<HeldCapacity> Of(PersonId person, params object[] facts) =>
        Appointment.HeldBy(person, [.. facts.Select(fact => Appointment.Of(Guid.NewGuid(), fact)).OfType<Appointment>()]);

    [Fact]
    public void of_a_head_end_the_day_before_the_next_begins()
    {
        object[] facts = [new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(300)), new SchoolLeaderAppointed(Ashdown, New, Capacity.Headteacher, Old, Ago(100))];
        Of(Old, facts).ShouldHaveSingleItem().To.ShouldBe(Ago(101));
    }

    [Fact]
    public void SoD_5_nobody_grants_themselves() =>
        new GrantCapacity(App.Person("holder"), Capacity.Auditor, Today).Objection(null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Rule.ShouldBe("SoD-5");

    [Fact]
    public void SoD_5_nobody_appoints_themselves_to_a_school() =>
        new AppointSchoolLeader(App.Person("holder"), Capacity.Headteacher, Today).Objection(Ashdown, [], null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Rule.ShouldBe("SoD-5");

    [Fact]
    public void of_a_school_are_held_by_two()
    {
        RegisteredSchool[] schools = [new(Ashdown.ProfileStream(), Ashdown, "Ashdown", null, null)];
        var headed = Given.Facts<SchoolLeadership>(new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(300))).State;
        Objection? Of(AppointSchoolLeader command) => command.Objection(Ashdown, schools, headed, Holder(Capacity.DataSteward));
        Of(new(Old, Capacity.ChairOfGovernors, Today)).ShouldNotBeNull().Field.ShouldBe("personId");
        Of(new(New, Capacity.ChairOfGovernors, Today)).ShouldBeNull();
        headed = headed.Apply(new SchoolLeaderAppointed(Ashdown, New, Capacity.Headteacher, Old, Ago(100)));
        Of(new(Old, Capacity.ChairOfGovernors, Today)).ShouldBeNull("they head it no more");
    }

    [Fact]
    public void SoD_5_a_data_steward_grants_another() =>
        new GrantCapacity(New, Capacity.Auditor, Today).Objection(null, Holder(Capacity.DataSteward)).ShouldBeNull();

    [Fact]
    public void XCT_4_only_a_data_steward_grants() =>
        new GrantCapacity(New, Capacity.Auditor, Today).Objection(null, Head(Ashdown)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

    [Fact]
    public void are_not_granted_where_a_school_gives_them() =>
        new GrantCapacity(New, Capacity.Headteacher, Today).Objection(null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("capacity");

    [Fact]
    public void of_a_head_who_comes_back_begin_again()
    {
        var held = Of(Old, new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(300)), new SchoolLeaderAppointed(Ashdown, New, Capacity.Headteacher, Old, Ago(200)),
            new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, New, Ago(100)));
        held.Select(one => one.To).ShouldBe([Ago(201), null]);
    }

    [Fact]
    public void of_one_person_are_recorded_by_what_the_command_is_for()
    {
        var partnership = PartnershipId.New();
        var both = new Acting(New, [new(Capacity.PartnershipLead, null, partnership, Ago(100), null), new(Capacity.Headteacher, Ashdown, null, Ago(300), null)], Today);
        both.For(Capacity.Headteacher, partnership, null).ShouldBe(Capacity.Headteacher);
        both.For(null, partnership, null).ShouldBe(Capacity.PartnershipLead);
        both.For(null, PartnershipId.New(), Ashdown).ShouldBe(Capacity.Headteacher);
        Stranger.For(null, partnership, Ashdown).ShouldBeNull();
    }

    [Fact]
    public void of_a_head_who_left_end_with_the_last_day_and_begin_again()
    {
        object[] facts = [new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(300)), new SchoolLeaderLeft(Ashdown, Old, Capacity.Headteacher, Ago(200))];
        Of(Old, facts).ShouldHaveSingleItem().To.ShouldBe(Ago(200));
        Of(Old, [.. facts, new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(199))]).Select(one => one.To).ShouldBe([Ago(200), null]);
    }

    [Fact]
    public void of_a_lead_who_stood_down_end_in_that_role_alone()
    {
        var partnership = PartnershipId.New();
        object[] facts =
        [
            new LeadAppointed(partnership, Old, LeadRole.Lead, Ashdown, Ago(300), null, Ago(300)), new LeadAppointed(partnership, Old, LeadRole.Deputy, Ashdown, Ago(300), null, Ago(300)),
            new LeadStoodDown(partnership, Old, LeadRole.Lead, New, Ago(10)), new LeadStoodDown(partnership, New, LeadRole.Lead, null, Ago(5)),
        ];
        Of(Old, facts).Select(one => one.To).ShouldBe([Ago(10), null]);
    }

    [Fact]
    public void that_were_granted_by_mistake_end_the_day_they_began()
    {
        var held = Of(Old, new CapacityGranted(Old, Capacity.Auditor, Today), new CapacityWithdrawn(Old, Capacity.Auditor, Today), new CapacityGranted(Old, Capacity.Analyst, Today));
        held.Where(one => one.HeldOn(Today)).ShouldHaveSingleItem().Capacity.ShouldBe(Capacity.Analyst);
    }

    private static readonly GrantedCapacity Granted = Given.Facts<GrantedCapacity>(new CapacityGranted(New, Capacity.Auditor, Ago(9))).State;

    [Fact]
    public void end_when_a_data_steward_withdraws_them() =>
        Given.Facts<GrantedCapacity>(new CapacityGranted(New, Capacity.Auditor, Ago(9))).When(state => new WithdrawCapacity(New, Capacity.Auditor, Ago(1)).Objection(state, Holder(Capacity.DataSteward)),
            _ => new WithdrawCapacity(New, Capacity.Auditor, Ago(1)).Decide()).Then(new CapacityWithdrawn(New, Capacity.Auditor, Ago(1)));

    [Fact]
    public void for_a_quadrant_or_a_school_are_held_there_and_nowhere_else()
    {
        var acting = new Acting(Old, Of(Old, new CapacityGranted(Old, Capacity.QuadrantChair, Ago(9), Quadrant.Mid), new CapacityGranted(Old, Capacity.QuadrantChair, Ago(9), Quadrant.West),
            new CapacityWithdrawn(Old, Capacity.QuadrantChair, Ago(1), Quadrant.West), new CapacityGranted(Old, Capacity.TrustOrDioceseRepresentative, Ago(9), Urn: Cedars)), Today);
        acting.ChairsQuadrant(Quadrant.Mid).ShouldBeTrue();
        acting.ChairsQuadrant(Quadrant.West).ShouldBeFalse();
        Circle Around(Urn urn, Quadrant quadrant) => new([urn], [], [], PartnershipId.New(), []) { Quadrant = quadrant };
        Around(Ashdown, Quadrant.Mid).RingOf(acting).ShouldBe(AudienceRing.QuadrantAndBoard);
        Around(Cedars, Quadrant.West).RingOf(acting).ShouldBe(AudienceRing.LaTrustDiocese);
        Around(Ashdown, Quadrant.West).RingOf(acting).ShouldBe(AudienceRing.Public);
    }

    [Fact]
    public void for_a_quadrant_or_a_school_name_it_and_others_name_none()
    {
        string? Field(Capacity capacity, Quadrant? quadrant = null, Urn? urn = null) => new GrantCapacity(New, capacity, Today, quadrant, urn).Objection(null, Holder(Capacity.DataSteward))?.Field;
        Field(Capacity.QuadrantChair).ShouldBe("quadrant");
        Field(Capacity.QuadrantChair, Quadrant.Mid).ShouldBeNull();
        Field(Capacity.Auditor, Quadrant.Mid).ShouldBe("quadrant");
        Field(Capacity.TrustOrDioceseRepresentative).ShouldBe("urn");
        Field(Capacity.TrustOrDioceseRepresentative, urn: Cedars).ShouldBeNull();
        Field(Capacity.BoardMember, urn: Cedars).ShouldBe("urn");
    }

    [Fact]
    public void of_a_data_steward_may_be_laid_down_by_themself() =>
        new WithdrawCapacity(App.Person("holder"), Capacity.DataSteward, Today).Objection(Granted, Holder(Capacity.DataSteward)).ShouldBeNull();

    [Fact]
    public void XCT_4_are_withdrawn_by_no_one_else() => new WithdrawCapacity(New, Capacity.Auditor, Today).Objection(Granted, Holder(Capacity.Auditor)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

    [Fact]
    public void are_withdrawn_on_the_day_they_were_granted_at_the_earliest() =>
        new WithdrawCapacity(New, Capacity.Auditor, Ago(10)).Objection(Granted, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("occurredOn");

    [Fact]
    public void are_granted_again_from_the_day_after()
    {
        var withdrawn = Granted.Apply(new CapacityWithdrawn(New, Capacity.Auditor, Ago(5)));
        new GrantCapacity(New, Capacity.Auditor, Ago(5)).Objection(withdrawn, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("occurredOn");
        new GrantCapacity(New, Capacity.Auditor, Ago(4)).Objection(withdrawn, Holder(Capacity.DataSteward)).ShouldBeNull();
        new GrantCapacity(New, Capacity.Auditor, Ago(4)).Objection(Granted, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("capacity");
    }

    private static readonly SchoolLeadership Headship = Given.Facts<SchoolLeadership>(new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(300))).State;

    [Fact]
    public void of_a_head_end_when_a_data_steward_records_that_they_left()
    {
        var command = new EndSchoolLeadership(Old, Capacity.Headteacher, Ago(20));
        command.Objection(Headship, Holder(Capacity.DataSteward)).ShouldBeNull();
        command.Objection(Headship, Head(Ashdown)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        var after = Headship.Apply(command.Decide(Ashdown));
        (after.Holder(Capacity.Headteacher, Ago(20)), after.Holder(Capacity.Headteacher, Ago(19))).ShouldBe((Old, null));
        command.Objection(after, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("personId");
        (command with { PersonId = New }).Objection(Headship, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("personId");
        (command with { OccurredOn = Ago(301) }).Objection(Headship, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("occurredOn");
    }
}
