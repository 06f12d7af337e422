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
        new GrantCapacity(App.Person("holder"), Capacity.Auditor, Today).Objection([], Holder(Capacity.DataSteward)).ShouldNotBeNull().Rule.ShouldBe("SoD-5");

    [Fact]
    public void SoD_5_nobody_appoints_themselves_to_a_school() =>
        new AppointSchoolLeader(App.Person("holder"), Capacity.Headteacher, Today).Objection(Ashdown, [], null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Rule.ShouldBe("SoD-5");

    [Fact]
    public void SoD_5_a_data_steward_grants_another() =>
        new GrantCapacity(New, Capacity.Auditor, Today).Objection([], Holder(Capacity.DataSteward)).ShouldBeNull();

    [Fact]
    public void XCT_4_only_a_data_steward_grants() =>
        new GrantCapacity(New, Capacity.Auditor, Today).Objection([], Head(Ashdown)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

    [Fact]
    public void are_not_granted_where_a_school_gives_them() =>
        new GrantCapacity(New, Capacity.Headteacher, Today).Objection([], Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("capacity");

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
}
