using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>A cluster of three fictional schools, led, to which a test adds facts.</summary>
internal static class AClusterOfThree
{
    public static readonly PartnershipId Id = PartnershipId.New();
    public static readonly Acting Lead = Samples.Lead(Id);

    public static Given<Partnership> After(params object[] facts) => Given.Facts<Partnership>(
        [new PartnershipFormed(Id, "Colne Valley", PartnershipKind.Cluster, Quadrant.Mid, [District.Braintree], [Ashdown, Birchwood, Cedars], null, null, App.Person("convenor"), Ago(300)), .. facts]);
}

public class Agreeing_a_moral_purpose
{
    private static readonly AgreeMoralPurpose Command = new("Every child in the valley.", "The Colne Valley", [new("C1", "Every child reads")],
        [new(Ashdown, App.Person("head"), Capacity.Headteacher, Ago(12))], Ago(10));

    private static When<Partnership> When(AgreeMoralPurpose command) =>
        AClusterOfThree.After().When(partnership => command.Objection(partnership, [Leadership()], AClusterOfThree.Lead), command.Decide);

    private static SchoolLeadership Leadership() => Given.Facts<SchoolLeadership>(
        new SchoolLeaderAppointed(Ashdown, App.Person("head"), Capacity.Headteacher, null, Ago(300)), new SchoolLeaderLeft(Ashdown, App.Person("head"), Capacity.Headteacher, Ago(11))).State;

    [Fact]
    public void XCT_4_signed_by_the_head_of_that_day_is_allowed_and_gives_it_a_version() => When(Command).Then<MoralPurposeAgreed>(fact => fact.Version.ShouldBe(1));

    [Fact]
    public void XCT_4_signed_by_somebody_who_did_not_head_the_school_is_refused() => When(Signed(Command.Signatories[0] with { PersonId = App.Person("other") })).ThenObjection("XCT-4", "signatories");

    [Fact]
    public void XCT_4_signed_on_a_day_after_the_head_had_left_is_refused() => When(Signed(Command.Signatories[0] with { On = Ago(10) })).ThenObjection("XCT-4", "signatories");

    [Fact]
    public void XCT_8_signed_for_a_school_that_is_no_member_is_refused() => When(Signed(Command.Signatories[0] with { Urn = Downlands })).ThenObjection("XCT-8", "signatories");

    [Fact]
    public void signed_twice_by_a_school_in_one_capacity_is_refused() => When(Signed(Command.Signatories[0], Command.Signatories[0] with { On = Ago(11) })).ThenObjection("input", "signatories");

    [Fact]
    public void signed_in_another_capacity_is_refused() => When(Signed(Command.Signatories[0] with { Capacity = Capacity.PartnershipLead })).ThenObjection("input", "signatories");

    [Fact]
    public void signed_after_it_was_agreed_is_refused() => When(Signed(Command.Signatories[0] with { On = Ago(9) })).ThenObjection("input", "signatories");

    [Fact]
    public void longer_than_1200_characters_is_refused() => When(Command with { Text = new('x', 1201) }).ThenObjection("input", "text");

    [Fact]
    public void for_a_place_longer_than_300_characters_is_refused() => When(Command with { PlaceAndCommunity = new('x', 301) }).ThenObjection("input", "placeAndCommunity");

    [Fact]
    public void with_a_clause_that_says_nothing_is_refused() => When(Command with { OutcomeClauses = [new("C1", " ")] }).ThenObjection("input", "outcomeClauses");

    private static AgreeMoralPurpose Signed(params Signatory[] signatories) => Command with { Signatories = signatories };
}

public class A_protocol_variant
{
    public static TheoryData<string> Names => [.. ProtocolVariants.On(Today).Items.Select(variant => variant.Name)];

    [Theory, MemberData(nameof(Names))]
    public void is_a_protocol_that_may_be_adopted_as_it_is(string name)
    {
        var protocol = ProtocolVariants.On(Today).Items.Single(variant => variant.Name == name).Protocol;
        AClusterOfThree.After().When(partnership => protocol.Objection(partnership, AClusterOfThree.Lead), protocol.Decide).Then<ProtocolAdopted>(fact => fact.Version.ShouldBe(1));
    }

    [Fact]
    public void is_one_of_four_with_one_default() => ProtocolVariants.On(Today).Items.Select(variant => (variant.Name, variant.IsDefault))
        .ShouldBe([("triad-sealed", false), ("spp-partnership", true), ("hub-shared", false), ("publish-by-design", false)]);

    [Fact]
    public void that_is_sealed_opens_nothing_beyond_the_review_team() =>
        ProtocolVariants.On(Today).Items[0].Protocol.DefaultRoutes.Select(route => route.MaxRing).Max().ShouldBe(AudienceRing.ReviewTeam);
}

public class Planning_the_next_stage
{
    private static readonly AgreeStagePlan Plan = new(Stage.Collaboration, Today.AddDays(200), [new("C1", Today.AddDays(100), Ashdown), new("C2", Today.AddDays(200), Birchwood)], true, Ago(10));
    private static readonly StagePlanAgreed Agreed = new(AClusterOfThree.Id, 1, Plan.TargetStage, Plan.TargetDate, Plan.Milestones, true, Ago(30));
    private static readonly ReviseStagePlan Revision = new(Stage.Collaboration, Today.AddDays(300), Plan.Milestones, true, new("The second head left."), Ago(10));

    private static When<Partnership> When(AgreeStagePlan command, Stage? reached = null, params object[] facts) =>
        AClusterOfThree.After(facts).When(partnership => command.Objection(partnership, Reached(reached), AClusterOfThree.Lead), command.Decide);

    private static When<Partnership> When(ReviseStagePlan command, Stage? reached = null, params object[] facts) =>
        AClusterOfThree.After(facts).When(partnership => command.Objection(partnership, Reached(reached), AClusterOfThree.Lead), command.Decide);

    private static ReachedStage? Reached(Stage? stage) =>
        stage is { } reached ? Given.Facts<ReachedStage>(new StageConfirmed(AClusterOfThree.Id, reached, DecisionId.New(), Today, Ago(90))).State : null;

    [Fact]
    public void PRT_11_one_ahead_is_allowed() => When(Plan).Then(Agreed with { OccurredOn = Ago(10) });

    [Theory, InlineData(null, Stage.CoResponsibility), InlineData(null, Stage.Forming), InlineData(Stage.Collaboration, Stage.Collaboration)]
    [InlineData(Stage.Collaboration, Stage.SharedProfessionalAccountability), InlineData(Stage.SharedProfessionalAccountability, Stage.SharedProfessionalAccountability)]
    public void PRT_11_any_other_is_refused(Stage? reached, Stage target) => When(Plan with { TargetStage = target }, reached).ThenObjection("PRT-11", "targetStage");

    [Fact]
    public void PRT_11_a_revision_that_jumps_is_refused() => When(Revision with { TargetStage = Stage.CoResponsibility }, null, Agreed).ThenObjection("PRT-11", "targetStage");

    [Fact]
    public void once_more_once_it_is_reached_is_allowed() => When(Plan with { TargetStage = Stage.CoResponsibility }, Stage.Collaboration, Agreed).Then<StagePlanAgreed>(fact => fact.Version.ShouldBe(2));

    [Fact]
    public void anew_while_a_plan_is_in_force_is_refused() => When(Plan, null, Agreed).ThenObjection("input", "targetStage");

    [Fact]
    public void with_a_milestone_after_the_target_date_is_refused() => When(Plan with { Milestones = [new("C1", Today.AddDays(201), Ashdown)] }).ThenObjection("input", "milestones");

    [Fact]
    public void XCT_8_with_an_owner_that_is_no_member_is_refused() => When(Plan with { Milestones = [new("C1", Today, Downlands)] }).ThenObjection("XCT-8", "milestones");

    [Fact]
    public void is_revised_with_a_reason() => When(Revision, null, Agreed).Then<StagePlanRevised>(fact => fact.Version.ShouldBe(2));

    [Fact]
    public void is_not_revised_before_it_is_agreed() => When(Revision).ThenObjection("input", "targetStage");
}

public class Linking_partnerships
{
    private static readonly LinkPartnership Command = new(PartnershipId.New(), [LinkPurpose.Scrutiny], Ago(10), Ago(10), Today.AddDays(100));

    private static When<Partnership> When(LinkPartnership command, bool exists = true, params object[] facts) =>
        AClusterOfThree.After(facts).When(partnership => command.Objection(partnership, new(exists), AClusterOfThree.Lead), command.Decide);

    private static PartnershipLinkAgreed Linked(DateOnly from, DateOnly? to, params LinkPurpose[] purposes) => new(AClusterOfThree.Id, Command.OtherId, purposes, from, to, Ago(20));

    [Fact]
    public void that_exist_is_a_fact() => When(Command).Then(new PartnershipLinkAgreed(AClusterOfThree.Id, Command.OtherId, [LinkPurpose.Scrutiny], Ago(10), Today.AddDays(100), Ago(10)));

    [Fact]
    public void with_one_that_does_not_exist_is_refused_as_unknown() => When(Command, exists: false).ThenObjection("unknown", "otherId").Status.ShouldBe(404);

    [Fact]
    public void with_itself_is_refused() => When(Command with { OtherId = AClusterOfThree.Id }).ThenObjection("input", "otherId");

    [Fact]
    public void for_the_same_at_the_same_time_is_refused() => When(Command, true, Linked(Ago(20), null, LinkPurpose.Scrutiny)).ThenObjection("input", "purposes");

    [Fact]
    public void for_the_same_later_or_for_something_else_is_allowed() =>
        When(Command, true, Linked(Ago(20), Ago(11), LinkPurpose.Scrutiny), Linked(Ago(20), null, LinkPurpose.Support)).ThenAllowed();
}

public class Choosing_an_element_to_strengthen
{
    private static readonly int Year = AcademicYear.Of(Ago(10));
    private static readonly ChoosePriorityElement Command = new(Year, SystemElement.Brokerage, new("Offers are not found."), Ago(10));
    private static readonly SystemElementPrioritised Chosen = new(AClusterOfThree.Id, Year, SystemElement.Brokerage, new("Offers are not found."), Ago(10));

    [Fact]
    public void is_a_fact_once_a_year() => AClusterOfThree.After().When(partnership => Command.Objection(partnership, AClusterOfThree.Lead), Command.Decide).Then(Chosen);

    [Fact]
    public void for_a_year_long_past_is_refused() => AClusterOfThree.After()
        .When(partnership => (Command with { AcademicYear = Year - 1 }).Objection(partnership, AClusterOfThree.Lead), Command.Decide).ThenObjection("input", "academicYear");

    [Fact]
    public void is_looked_back_at_once() => Review(Year, Chosen).Then(new SystemElementReviewed(AClusterOfThree.Id, Year, SystemElement.Brokerage, new("Offers are found."), Ago(5)));

    [Fact]
    public void that_was_never_chosen_is_unknown() => Review(Year).ThenObjection("unknown", "academicYear");

    private static When<Partnership> Review(int year, params object[] facts)
    {
        var command = new ReviewPriorityElement(new("Offers are found."), Ago(5));
        return AClusterOfThree.After(facts).When(partnership => command.Objection(year, partnership, AClusterOfThree.Lead), partnership => command.Decide(year, partnership));
    }
}
