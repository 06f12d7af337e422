using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using JasperFx.Events;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Capacities
{
    private static readonly PersonId Old = App.Person("old"), New = App.Person("new");

    private static CapacitiesOfPerson Of(PersonId person, params object[] facts) =>
        facts.Aggregate((CapacitiesOfPerson?)null, (snapshot, fact) => new CapacitiesOfPersonProjection().Evolve(snapshot, person, Event.For(fact)))!;

    [Fact]
    public void of_a_head_end_the_day_before_the_next_begins()
    {
        object[] facts = [new SchoolLeaderAppointed(Ashdown, Old, Capacity.Headteacher, null, Ago(300)), new SchoolLeaderAppointed(Ashdown, New, Capacity.Headteacher, Old, Ago(100))];
        Of(Old, facts).Held.ShouldHaveSingleItem().To.ShouldBe(Ago(101));
    }

    [Fact]
    public void SoD_5_nobody_grants_themselves() =>
        new GrantCapacity(App.Person("holder"), Capacity.Auditor, Today).Objection(null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Rule.ShouldBe("SoD-5");

    [Fact]
    public void SoD_5_a_data_steward_grants_another() =>
        new GrantCapacity(New, Capacity.Auditor, Today).Objection(null, Holder(Capacity.DataSteward)).ShouldBeNull();

    [Fact]
    public void XCT_4_only_a_data_steward_grants() =>
        new GrantCapacity(New, Capacity.Auditor, Today).Objection(null, Head(Ashdown)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

    [Fact]
    public void are_not_granted_where_a_school_gives_them() =>
        new GrantCapacity(New, Capacity.Headteacher, Today).Objection(null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Field.ShouldBe("capacity");
}
