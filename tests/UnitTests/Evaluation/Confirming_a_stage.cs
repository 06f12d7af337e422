using System.Collections.Immutable;
using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Evaluation;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Confirming_a_stage
{
    private static readonly PartnershipId Triad = PartnershipId.New();
    private static readonly DecidingPartnership Partnership = new(Triad, Founded(Ago(900), Ashdown));
    private static readonly DecisionId Id = DecisionId.New();

    private static DecisionOpened Opened(Stage stage) =>
        new(Id, Triad, DecisionKind.StageProgression, Direction.Lateral, new("Are they there?"), [], stage, DecidingBody.Board, 5, null, Ago(20));

    private static readonly DecisionMade Made =
        new(Id, Triad, DecisionOutcome.Approved, 1, new("Because."), Ago(10), [], new(3, 0, 0), 3, Today.AddDays(90), Ago(10));

    private static Decision By(DecisionOpened opened, DecisionMade? made) => made is null ? Decision.Create(opened) : Decision.Create(opened).Apply(made);

    private static StageProgress At(Stage stage, DateOnly on) => StageProgress.Create(new(Triad, stage, DecisionId.New(), Today, on));

    private static ConfirmStage Command(Stage stage) => new(stage, Id, Today.AddYears(1), Ago(5));

    private static Objection? Asked(Stage stage, Decision? decision, StageProgress? progress = null, Acting? acting = null) =>
        Command(stage).Objection(Partnership, progress, decision, TermCalendar.Shipped, acting ?? Lead(Triad));

    [Fact]
    public void STG_4_by_the_boards_approval_is_a_fact()
    {
        Asked(Stage.Collaboration, By(Opened(Stage.Collaboration), Made)).ShouldBeNull();
        Command(Stage.Collaboration).Decide(Triad).ShouldBe(new(Triad, Stage.Collaboration, Id, Today.AddYears(1), Ago(5)));
    }

    [Fact]
    public void STG_4_with_conditions_is_allowed() =>
        Asked(Stage.Collaboration, By(Opened(Stage.Collaboration), Made with { Outcome = DecisionOutcome.ApprovedWithConditions })).ShouldBeNull();

    public static TheoryData<string, DecisionOpened, DecisionMade?> NotByTheBoard => new()
    {
        { "another partnership", Opened(Stage.Collaboration) with { PartnershipId = PartnershipId.New() }, Made },
        { "another kind", Opened(Stage.Collaboration) with { Kind = DecisionKind.Other }, Made },
        { "another body", Opened(Stage.Collaboration) with { Body = DecidingBody.Partnership }, Made },
        { "another stage", Opened(Stage.CoResponsibility), Made },
        { "still open", Opened(Stage.Collaboration), null },
        { "declined", Opened(Stage.Collaboration), Made with { Outcome = DecisionOutcome.Declined } },
        { "approved in part", Opened(Stage.Collaboration), Made with { Outcome = DecisionOutcome.PartlyApproved } },
        { "made later", Opened(Stage.Collaboration), Made with { OccurredOn = Ago(4) } },
    };

    [Theory]
    [MemberData(nameof(NotByTheBoard), DisableDiscoveryEnumeration = true)]
    public void STG_4_by_any_other_decision_is_refused(string why, DecisionOpened opened, DecisionMade? made) =>
        Asked(Stage.Collaboration, By(opened, made)).ShouldNotBeNull(why).Rule.ShouldBe("STG-4", why);

    [Fact]
    public void STG_4_by_no_decision_is_refused() => Asked(Stage.Collaboration, null).ShouldNotBeNull().Rule.ShouldBe("STG-4");

    [Fact]
    public void STG_5_that_skips_one_is_refused() => Asked(Stage.CoResponsibility, By(Opened(Stage.CoResponsibility), Made)).ShouldNotBeNull().Field.ShouldBe("stage");

    [Fact]
    public void STG_5_twice_is_refused() =>
        Asked(Stage.Collaboration, By(Opened(Stage.Collaboration), Made), At(Stage.Collaboration, Ago(5).AddYears(-2))).ShouldNotBeNull().Rule.ShouldBe("STG-5");

    // The last stage was confirmed in the autumn term of 2024.
    private static Objection? AskedAfterAutumn(DateOnly day) =>
        (Command(Stage.CoResponsibility) with { OccurredOn = day, ReviewOn = day.AddYears(1) }).Objection(
            Partnership, At(Stage.Collaboration, new(2024, 11, 7)), By(Opened(Stage.CoResponsibility), Made with { OccurredOn = new(2025, 7, 1) }), TermCalendar.Shipped, Lead(Triad));

    [Theory]
    [InlineData("2025-07-22")]
    [InlineData("2025-11-10")]
    [InlineData("2026-01-04")]
    public void STG_5_three_terms_after_the_last_is_refused(string day) =>
        AskedAfterAutumn(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldNotBeNull().Field.ShouldBe("occurredOn");

    [Fact]
    public void STG_5_more_than_three_terms_after_the_last_is_allowed() => AskedAfterAutumn(new(2026, 1, 5)).ShouldBeNull();

    [Fact]
    public void by_a_member_of_the_board_is_allowed() => Asked(Stage.Collaboration, By(Opened(Stage.Collaboration), Made), acting: Holder(Capacity.BoardMember)).ShouldBeNull();

    [Fact]
    public void XCT_4_by_a_head_is_refused() => Asked(Stage.Collaboration, By(Opened(Stage.Collaboration), Made), acting: Head(Ashdown)).ShouldNotBeNull().Status.ShouldBe(403);

    [Fact]
    public void by_a_stranger_is_as_if_there_were_no_partnership() => Asked(Stage.Collaboration, null, acting: Stranger).ShouldBe(Objection.Unknown());
}
