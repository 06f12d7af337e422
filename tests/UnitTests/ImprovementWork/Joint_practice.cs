using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Joint_practice
{
    private static readonly DateOnly Day = Visit;
    private static readonly ProjectId Project = ProjectId.New();
    private static readonly LaunchProject Launch = new(Triad, HardWiredArea.EngagingInResearch, new("What makes talk deep?"), [Ashdown, Birchwood], Reviewer, Day);
    private static readonly HoldCycle Cycle = new(JointPracticeKind.LessonStudy, [new(StaffRole.Teacher, 4), new(StaffRole.MiddleLeader, 2)], Day.AddDays(7));
    private static readonly ShareLearning Share = new(new("Silence helps."), [Cedars], Day.AddDays(9));
    private static readonly CloseProject Close = new(new("The questions."), new("The forms."), new("Writing."), Day.AddDays(20));
    private static readonly LinkedSchools Linked = new([new Urn(990009)]);
    private static readonly CycleHeld Held = new(Project, Triad, 1, Cycle.Kind, Cycle.People, Cycle.OccurredOn);

    [Fact]
    public void is_launched_by_the_lead_for_two_schools_at_least()
    {
        Launching().ShouldBeNull();
        Launch.Decide(Project).ShouldBe(new(Project, Triad, Launch.Area, Launch.Question, Launch.Urns, Reviewer, Day));
        Launching(by: TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Launching(by: Nobody).ShouldNotBeNull().Status.ShouldBe(404);
        Launching(Launch with { Urns = [Ashdown] }).ShouldNotBeNull().Field.ShouldBe("urns");
        Launching(Launch with { Urns = [Ashdown, Ashdown] }).ShouldNotBeNull().Field.ShouldBe("urns");
        Launching(Launch with { Question = new("") }).ShouldNotBeNull().Field.ShouldBe("question");
    }

    [Fact]
    public void XCT_8_is_launched_for_members_that_are_open()
    {
        Launching(Launch with { Urns = [Ashdown, Downlands] }).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("XCT-8"), why => why.Field.ShouldBe("urns"));
        Launch.Objection(Partnership(), Schools(Ashdown), [], TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
    }

    [Fact]
    public void is_launched_once_while_it_goes_on()
    {
        Launch.Objection(Partnership(), Schools(Ashdown, Birchwood), [Begun().State], TheLead).ShouldNotBeNull().Field.ShouldBe("question");
        Launch.Objection(Partnership(), Schools(Ashdown, Birchwood), [Begun(Held, Ended).State], TheLead).ShouldBeNull();
    }

    [Fact]
    public void XCT_9_is_not_launched_in_a_partnership_that_is_dissolved() =>
        Launch.Objection(Partnership().Apply(new PartnershipDissolved(Triad, new("Done."), Ashdown, Day.AddDays(-1))), Schools(Ashdown, Birchwood), [], TheLead)
            .ShouldNotBeNull().Rule.ShouldBe("XCT-9");

    [Fact]
    public void counts_its_cycles_and_who_took_part()
    {
        Holding(Begun()).Then(Held);
        Holding(Begun(Held), Cycle with { OccurredOn = Day.AddDays(14) }).Then<CycleHeld>(fact => fact.Number.ShouldBe(2));
        Holding(Begun(Held)).ThenObjection("input", "occurredOn");
        Holding(Begun(), Cycle with { People = [] }).ThenObjection("input", "people");
        Holding(Begun(), Cycle with { People = [new(StaffRole.Teacher, 0)] }).ThenObjection("input", "people");
        Holding(Begun(), Cycle with { People = [new(StaffRole.Teacher, 1), new(StaffRole.Teacher, 2)] }).ThenObjection("input", "people");
        Holding(Begun(), Cycle with { OccurredOn = Day.AddDays(-1) }).ThenObjection("input", "occurredOn");
    }

    [Fact]
    public void is_recorded_by_the_lead_or_the_head_of_a_school_that_takes_part()
    {
        Holding(Begun(), by: TheHost).ThenAllowed();
        Holding(Begun(), by: Holds("third", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, null))).ThenObjection("XCT-4");
        Holding(Begun(), by: Nobody).ThenObjection("unknown").Status.ShouldBe(404);
    }

    [Fact]
    public void XCT_8_shares_with_members_and_with_schools_of_a_linked_partnership()
    {
        Sharing(Begun(), Share).Then(new LearningShared(Project, Triad, Share.What, [Cedars], Share.OccurredOn));
        Sharing(Begun(), Share with { With = [Cedars, new Urn(990009)] }).ThenAllowed();
        Sharing(Begun(), Share with { With = [Cedars, Downlands] }).ThenObjection("XCT-8", "with");
        Sharing(Begun(), Share with { With = [] }).ThenObjection("input", "with");
        Sharing(Begun(), Share with { What = new(" ") }).ThenObjection("input", "what");
    }

    [Fact]
    public void is_closed_when_a_cycle_was_held_and_XCT_9_takes_nothing_more()
    {
        Closing(Begun()).ThenObjection("input", "occurredOn");
        Closing(Begun(Held)).Then(Ended);
        Closing(Begun(Held), Close with { Dropped = new("") }).ThenObjection("input", "dropped");
        Closing(Begun(Held, Ended)).ThenObjection("XCT-9");
        Holding(Begun(Held, Ended), Cycle with { OccurredOn = Day.AddDays(30) }).ThenObjection("XCT-9");
        Sharing(Begun(Held, Ended), Share with { OccurredOn = Day.AddDays(30) }).ThenObjection("XCT-9");
    }

    [Fact]
    public void shows_its_structure_to_whoever_knows_the_partnership_and_its_words_to_its_heads()
    {
        var project = Begun(Held, Share.Decide(Begun().State), Ended).State;
        ProjectAsSeen.By(project, Partnership(), new Reader(TheHost)).ShouldSatisfyAllConditions(
            seen => seen.Question!.Value.ShouldBe("What makes talk deep?"), seen => seen.Learning[0].What!.Value.ShouldBe("Silence helps."), seen => seen.Closing!.Next!.Value.ShouldBe("Writing."));
        ProjectAsSeen.By(project, Partnership(), new Reader(Holder(Capacity.Analyst))).ShouldSatisfyAllConditions(
            seen => (seen.Question, seen.Learning[0].What, seen.Closing!.Kept).ShouldBe((null, null, null)), seen => seen.Cycles[0].People.Sum(people => people.Count).ShouldBe(6));
        var looking = new Reader(TheLead);
        ProjectAsSeen.By(project, Partnership(), looking);
        looking.Readings.ShouldHaveSingleItem().Thing.ShouldBe(SealedThing.PartnershipRecord);
    }

    private static ProjectClosed Ended => new(Project, Triad, Close.Kept, Close.Dropped, Close.Next, Close.OccurredOn);

    private static Given<JointPracticeProject> Begun(params object[] then) => Given.Facts<JointPracticeProject>([Launch.Decide(Project), .. then]);

    private static Objection? Launching(LaunchProject? command = null, Acting? by = null) =>
        (command ?? Launch).Objection(Partnership(), Schools(Ashdown, Birchwood, Downlands), [], by ?? TheLead);

    private static When<JointPracticeProject> Holding(Given<JointPracticeProject> given, HoldCycle? command = null, Acting? by = null) =>
        given.When(project => (command ?? Cycle).Objection(project, Partnership(), by ?? TheLead), (command ?? Cycle).Decide);

    private static When<JointPracticeProject> Sharing(Given<JointPracticeProject> given, ShareLearning command) =>
        given.When(project => command.Objection(project, Partnership(), Linked, TheLead), command.Decide);

    private static When<JointPracticeProject> Closing(Given<JointPracticeProject> given, CloseProject? command = null) =>
        given.When(project => (command ?? Close).Objection(project, Partnership(), TheLead), (command ?? Close).Decide);
}
