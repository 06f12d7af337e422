using EssexImprovement.Contracts;
using EssexImprovement.Host;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Acting_as
{
    private static readonly PartnershipId Triad = PartnershipId.New();

    private static readonly Acting Both = new(App.Person("both"),
        [new(Capacity.PartnershipLead, null, Triad, Ago(100), null), new(Capacity.Headteacher, Ashdown, null, Ago(300), null), new(Capacity.Auditor, null, null, Ago(300), Ago(1))], Today)
        { Emergencies = [new(EmergencyAccessId.New(), Ashdown, DateTimeOffset.MaxValue)] };

    [Theory]
    [InlineData("headteacher", Capacity.Headteacher)]
    [InlineData("headteacher;urn=990001", Capacity.Headteacher)]
    [InlineData("partnership-lead", Capacity.PartnershipLead)]
    public void one_capacity_lays_the_others_aside(string header, Capacity capacity)
    {
        var acting = As(header).ShouldNotBeNull();
        acting.Held.ShouldHaveSingleItem().Capacity.ShouldBe(capacity);
        acting.For(null, Triad, Ashdown).ShouldBe(capacity);
    }

    [Fact]
    public void the_lead_of_one_partnership() => As($"partnership-lead; partnership={Triad}").ShouldNotBeNull().Leads(Triad).ShouldBeTrue();

    [Theory]
    [InlineData("headteacher;urn=990002")]
    [InlineData("partnership-lead;partnership=0193f3c2-0000-7000-8000-000000000001")]
    [InlineData("auditor")]
    [InlineData("lead-reviewer")]
    [InlineData("peer-reviewer;urn=990001")]
    public void XCT_4_what_is_not_held_there_today_is_refused(string header) => As(header).ShouldBeNull();

    [Fact]
    public void a_peer_reviewer_holds_nothing() => As("peer-reviewer").ShouldNotBeNull().Held.ShouldBeEmpty();

    [Fact]
    public void a_head_leaves_emergency_access_with_auditors_and_data_stewards()
    {
        As("headteacher").ShouldNotBeNull().Emergencies.ShouldBeEmpty();
        var steward = Both with { Held = [.. Both.Held, new(Capacity.DataSteward, null, null, Ago(9), null)] };
        ActingAs.Read("data-steward")!.Narrow(steward).ShouldNotBeNull().Emergencies.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Headteacher")]
    [InlineData("1")]
    [InlineData("headteacher;urn=99000")]
    [InlineData("headteacher;urn")]
    [InlineData("headteacher;school=990001")]
    [InlineData("headteacher;urn=990001;urn=990002")]
    [InlineData("headteacher,auditor")]
    [InlineData("partnership-lead;partnership=mine")]
    public void anything_else_cannot_be_read(string header) => ActingAs.Read(header).ShouldBeNull();

    private static Acting? As(string header) => ActingAs.Read(header).ShouldNotBeNull().Narrow(Both);
}
