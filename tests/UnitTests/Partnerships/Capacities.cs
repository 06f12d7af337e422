using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
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
    public void SoD_5_nobody_appoints_themselves_to_a_school() =>
        new AppointSchoolLeader(App.Person("holder"), Capacity.Headteacher, Today).Objection(Ashdown, [], null, Holder(Capacity.DataSteward)).ShouldNotBeNull().Rule.ShouldBe("SoD-5");

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
    public void of_a_reviewer_come_from_the_confirmed_team()
    {
        var partnership = PartnershipId.New();
        Of(New, new TeamConfirmed(ReviewId.New(), partnership, [New, Old], New, Ago(10))).Held.ShouldHaveSingleItem().Capacity.ShouldBe(Capacity.LeadReviewer);
        Of(Old, new TeamConfirmed(ReviewId.New(), partnership, [New, Old], New, Ago(10))).Held.ShouldHaveSingleItem().Capacity.ShouldBe(Capacity.PeerReviewer);
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
