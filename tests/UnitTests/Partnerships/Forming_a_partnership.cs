using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Forming_a_partnership
{
    private static readonly Acting Head = Head(Ashdown);

    private static FormPartnership Command(PartnershipKind kind, params Urn[] urns) => new("Colne Valley", kind, Quadrant.Mid, [District.Braintree], urns, Ago(10),
        kind == PartnershipKind.AreaPartnership ? OperatingModel.CollaborativeNetwork : null);

    private static RegisteredSchool[] Schools(params Urn[] urns) => [.. urns.Select(urn => new RegisteredSchool(urn.ProfileStream(), urn, $"School {urn}", new(2010, 9, 1), null))];

    private static Urn[] Urns(int count) => [.. Enumerable.Range(990001, count).Select(urn => new Urn(urn))];

    [Fact]
    public void tells_who_founded_it_and_who_convenes_it()
    {
        var id = PartnershipId.New();
        Command(PartnershipKind.Triad, Urns(3)).Decide(id, Head.Person).ShouldSatisfyAllConditions(
            fact => fact.PartnershipId.ShouldBe(id),
            fact => fact.FoundingUrns.ShouldBe(Urns(3)),
            fact => fact.ConvenedBy.ShouldBe(Head.Person));
    }

    [Theory]
    [InlineData(PartnershipKind.Triad, 2, "PRT-1")]
    [InlineData(PartnershipKind.Triad, 4, "PRT-1")]
    [InlineData(PartnershipKind.Cluster, 2, "PRT-2")]
    [InlineData(PartnershipKind.Cluster, 8, "PRT-2")]
    [InlineData(PartnershipKind.Consortium, 7, "PRT-2")]
    [InlineData(PartnershipKind.Consortium, 17, "PRT-2")]
    [InlineData(PartnershipKind.AreaPartnership, 1, "PRT-2")]
    public void of_the_wrong_size_is_refused(PartnershipKind kind, int schools, string rule) =>
        Command(kind, Urns(schools)).Objection(Schools(Urns(schools)), new(false), Head).ShouldNotBeNull().Rule.ShouldBe(rule);

    [Theory]
    [InlineData(PartnershipKind.Triad, 3)]
    [InlineData(PartnershipKind.Cluster, 3)]
    [InlineData(PartnershipKind.Cluster, 7)]
    [InlineData(PartnershipKind.Consortium, 8)]
    [InlineData(PartnershipKind.Consortium, 16)]
    [InlineData(PartnershipKind.AreaPartnership, 30)]
    public void of_a_right_size_is_allowed(PartnershipKind kind, int schools) =>
        Command(kind, Urns(schools)).Objection(Schools(Urns(schools)), new(false), Head).ShouldBeNull();

    [Theory, InlineData(PartnershipKind.AreaPartnership, null), InlineData(PartnershipKind.Triad, OperatingModel.StatutoryAndTraded)]
    public void whose_operating_model_does_not_fit_its_kind_is_refused(PartnershipKind kind, OperatingModel? model) =>
        (Command(kind, Urns(3)) with { OperatingModel = model }).Objection(Schools(Urns(3)), new(false), Head).ShouldNotBeNull().Field.ShouldBe("operatingModel");

    [Fact]
    public void with_a_draft_longer_than_a_purpose_is_refused() =>
        (Command(PartnershipKind.Triad, Urns(3)) with { PurposeDraft = new('x', 1201) }).Objection(Schools(Urns(3)), new(false), Head).ShouldNotBeNull().Field.ShouldBe("purposeDraft");

    [Fact]
    public void PRT_3_names_no_school_twice() =>
        Command(PartnershipKind.Triad, Ashdown, Ashdown, Cedars).Objection(Schools(Ashdown, Cedars), new(false), Head).ShouldNotBeNull().Rule.ShouldBe("PRT-3");

    [Fact]
    public void XCT_8_takes_no_school_the_register_does_not_know() =>
        Command(PartnershipKind.Triad, Urns(3)).Objection(Schools(Urns(2)), new(false), Head).ShouldNotBeNull().ShouldSatisfyAllConditions(
            why => why.Rule.ShouldBe("XCT-8"), why => why.Field.ShouldBe("foundingUrns"));

    [Fact]
    public void XCT_8_takes_no_school_that_had_closed()
    {
        RegisteredSchool[] schools = [.. Schools(Urns(2)), new(Cedars.ProfileStream(), Cedars, "Cedars", new(2000, 9, 1), Ago(20))];
        Command(PartnershipKind.Triad, Urns(3)).Objection(schools, new(false), Head).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
    }

    [Fact]
    public void XCT_4_is_not_for_a_stranger() =>
        Command(PartnershipKind.Triad, Urns(3)).Objection(Schools(Urns(3)), new(false), Stranger).ShouldNotBeNull().ShouldSatisfyAllConditions(
            why => why.Rule.ShouldBe("XCT-4"), why => why.Status.ShouldBe(403));

    [Fact]
    public void under_a_name_that_is_taken_is_refused() =>
        Command(PartnershipKind.Triad, Urns(3)).Objection(Schools(Urns(3)), new(true), Head).ShouldNotBeNull().Field.ShouldBe("name");
}
