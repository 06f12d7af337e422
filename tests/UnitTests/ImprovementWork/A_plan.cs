using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_plan
{
    private static readonly DateOnly Day = Visit.AddDays(10);
    private static readonly PlanId Plan = PlanId.OfSchool(Triad, Ashdown, 2025);
    private static readonly ObjectiveId First = ObjectiveId.New(), Second = ObjectiveId.New();
    private static readonly ActionId Act = ActionId.New();
    private static readonly ObjectiveTerms Terms = new(new("Pupils reason in writing."), new("Two in ten do."), new("Eight in ten do."), "year-7-writing", Day.AddDays(120));
    private static readonly PlanOpened Opened = new(Plan, Triad, Ashdown, 2025, PlanSource.Review, Id, Day), Together = Opened with { PlanId = PlanId.Shared(Triad, 2025), Urn = null, Source = PlanSource.Shared, ReviewId = null };
    private static readonly ObjectiveSet One = new(Plan, Triad, First, ImprovementArea.Achievement, null, Terms, null, StaffRole.SeniorLeader, [Ashdown], null, null, Day);
    private static readonly ActionAdded Added = new(Plan, Triad, First, Act, new("Train readers."), StaffRole.Teacher, Day.AddDays(30), Day);
    private static readonly ProgressReviewHeld Held = new(Plan, Triad, 1, [HostHead], [new(First, Rag.Amber, new("Books of three classes."))], OverallProgress.OnCourse, null, Day.AddDays(40), Day.AddDays(20));

    private static readonly AddObjective Add = new(Terms, StaffRole.SeniorLeader, [Ashdown], Day, ImprovementArea.Achievement);
    private static readonly HoldProgressReview Hold = new([HostHead], [new(First, Rag.Amber, new("Books of three classes."))], OverallProgress.OnCourse, Day.AddDays(20), null, Day.AddDays(40));

    private static readonly Dictionary<Urn, PersonId> Heads = new() { [Ashdown] = HostHead, [Birchwood] = LeadReviewer, [Cedars] = Reviewer };

    private static Given<ImprovementPlan> With(params object[] facts) => Given.Facts<ImprovementPlan>([Opened, .. facts]);

    private static When<ImprovementPlan> Adding(AddObjective command, Given<ImprovementPlan>? given = null, PeerReview? found = null, Acting? by = null, ReviewingPartnership? partnership = null) =>
        (given ?? With()).When(plan => command.Objection(plan, partnership ?? Partnership(), found, by ?? TheHost), plan => command.Decide(First, plan));

    private static When<ImprovementPlan> Holding(HoldProgressReview command, params object[] facts) => With([One, .. facts]).When(plan => command.Objection(plan, Partnership(), Heads, TheHost), command.Decide);

    [Fact]
    public void is_opened_once_by_the_head_or_the_lead()
    {
        OpenPlan open = new(Triad, 2025, Day, Ashdown);
        open.Objection(Partnership(), null, null, TheHost).ShouldBeNull();
        open.Decide().ShouldBe(Opened with { Source = PlanSource.SelfReview, ReviewId = null });
        open.Objection(Partnership(), With().State, null, TheHost).ShouldNotBeNull().Field.ShouldBe("academicYear");
        open.Objection(Partnership(), null, null, TheLeadReviewer).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        (open with { Urn = null }).Objection(Partnership(), null, null, TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        (open with { Urn = Downlands }).Objection(Partnership(), null, null, TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-8");
        (open with { AcademicYear = 2020 }).Objection(Partnership(), null, null, TheLead).ShouldNotBeNull().Field.ShouldBe("academicYear");
        open.Objection(Partnership(), null, null, Nobody).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void is_opened_from_a_review_of_the_school_once_its_findings_were_heard()
    {
        OpenPlan open = new(Triad, 2025, Day, Ashdown, Id);
        open.Objection(Partnership(), null, Final().State, TheHost).ShouldBeNull();
        open.Decide().ShouldBe(Opened);
        open.Objection(Partnership(), null, Before<FeedbackGiven>().State, TheHost).ShouldNotBeNull().Field.ShouldBe("reviewId");
        open.Objection(Partnership(), null, null, TheHost).ShouldNotBeNull().Field.ShouldBe("reviewId");
        (open with { Urn = Birchwood }).Objection(Partnership(), null, Final().State, TheLead).ShouldNotBeNull().Field.ShouldBe("reviewId");
        (open with { Urn = null }).Objection(Partnership(), null, Final().State, TheLead).ShouldNotBeNull().Field.ShouldBe("reviewId");
    }

    [Fact]
    public void IMP_25_has_no_objective_without_a_measure_of_its_outcome()
    {
        Adding(Add).Then(One);
        Adding(Add with { Terms = Terms with { MeasureId = " " } }).ThenObjection("IMP-25", "terms.measureId");
        Adding(Add with { Terms = Terms with { MeasureId = "Year 7!" } }).ThenObjection("input", "terms.measureId");
        ReviseObjective revise = new(First, Terms with { Target = new("Nine in ten do.") }, new("It went faster."), Day.AddDays(5));
        With(One).When(plan => revise.Objection(plan, Partnership(), TheHost), revise.Decide).Then(new ObjectiveRevised(Plan, Triad, First, Terms, revise.Now, revise.Why, Day.AddDays(5)));
        (revise with { Now = Terms with { MeasureId = "" } }).Objection(With(One).State, Partnership(), TheHost).ShouldNotBeNull().Rule.ShouldBe("IMP-25");
    }

    [Fact]
    public void IMP_26_shares_an_objective_between_two_schools_at_least()
    {
        var shared = Given.Facts<ImprovementPlan>(Together);
        Adding(Add, shared, by: TheLead).ThenObjection("IMP-26", "ownerUrns");
        Adding(Add with { OwnerUrns = [Ashdown, Birchwood] }, shared, by: TheLead).ThenAllowed();
        Adding(Add with { OwnerUrns = [Ashdown, Downlands] }, shared, by: TheLead).ThenObjection("XCT-8", "ownerUrns");
        Adding(Add with { OwnerUrns = [Ashdown, Birchwood] }, shared, by: TheHost).ThenObjection("XCT-4");
        Adding(Add with { OwnerUrns = [Birchwood] }).ThenObjection("input", "ownerUrns");
    }

    [Fact]
    public void links_an_objective_to_a_purpose_and_to_a_finding_that_there_are()
    {
        Adding(Add with { PurposeClauseId = "P1" }).ThenObjection("input", "purposeClauseId");
        Adding(Add with { PurposeClauseId = "P1" }, partnership: Partnership().Apply(new MoralPurposeAgreed(Triad, 1, "Why", "Here", [new("P1", "Every pupil reads.")], [], Day.AddDays(-100)))).ThenAllowed();
        Adding(Add with { FindingId = FindingId.New() }).ThenObjection("input", "findingId");
        Adding(Add with { FindingId = FindingId.New() }, found: Before<FeedbackGiven>().State).ThenObjection("input", "findingId");
        Adding(Add with { FindingId = FindingId.New() }, found: Before<ReportDrafted>().State).ThenAllowed();
        Adding(Add with { Area = null }).ThenObjection("input", "area");
        Adding(Add, by: TheLeadReviewer).ThenObjection("XCT-4");
        Adding(Add, by: Nobody).ThenObjection("unknown");
    }

    [Fact]
    public void IMP_21_rates_nothing_without_saying_why()
    {
        Holding(Hold).Then(Held);
        Holding(Hold with { Ratings = [new(First, Rag.Green, new(" "))] }).ThenObjection("IMP-21", "ratings");
        Holding(Hold with { Ratings = [] }).ThenObjection("input", "ratings");
        Holding(Hold, new ObjectiveSet(Plan, Triad, Second, ImprovementArea.Inclusion, null, Terms, null, StaffRole.Teacher, [Ashdown], null, null, Day)).ThenObjection("input", "ratings");
    }

    [Fact]
    public void IMP_22_is_reviewed_after_the_last_time()
    {
        Holding(Hold, Held with { OccurredOn = Day.AddDays(19) }).ThenAllowed();
        Holding(Hold, Held).ThenObjection("IMP-22", "occurredOn");
    }

    [Fact]
    public void IMP_23_is_reviewed_next_after_this_time()
    {
        Holding(Hold with { NextOn = Hold.OccurredOn }).ThenObjection("IMP-23", "nextOn");
        Holding(Hold with { NextOn = Hold.OccurredOn.AddDays(1) }).ThenAllowed();
    }

    [Fact]
    public void XCT_6_is_rated_by_whoever_says_so()
    {
        Holding(Hold with { ByPersons = [Reviewer] }).ThenObjection("XCT-6", "byPersons");
        Hold.Objection(With(One).State, Partnership(), Heads, TheLead).ShouldBeNull("the lead records it for others");
        CorrectProgressReview correct = new(Guid.NewGuid(), First, Rag.Red, new("A slip."), Day.AddDays(21));
        var plan = With(One, Held with { ByPersons = [Reviewer] }).State;
        correct.Objection(plan, Partnership(), plan.Reviews[0], TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-6");
        correct.Objection(plan, Partnership(), null, TheHost).ShouldNotBeNull().Field.ShouldBe("correctsEventId");
        var own = With(One, Held).State;
        correct.Objection(own, Partnership(), own.Reviews[0], TheHost).ShouldBeNull();
        var corrected = own.Apply(correct.Decide(own, own.Reviews[0]));
        corrected.RatingIn(1, First).ShouldBe(Rag.Red);
        correct.Objection(corrected, Partnership(), own.Reviews[0], TheHost).ShouldNotBeNull().Field.ShouldBe("now");
    }

    [Fact]
    public void XCT_6_is_not_rated_by_the_lead_in_the_place_of_a_head()
    {
        var mine = Hold with { ByPersons = [TheLead.Person] };
        Rating(mine, TheLead).Rule.ShouldBe("XCT-6");
        Rating(Hold with { ByPersons = [Reviewer] }, TheLead).Field.ShouldBe("byPersons");
        Hold.Objection(With(One).State, Partnership(), new Dictionary<Urn, PersonId>(), TheLead).ShouldNotBeNull("nobody headed the school on the day").Rule.ShouldBe("XCT-6");
        (mine with { ByPersons = [TheLead.Person, HostHead] }).Objection(With(One).State, Partnership(), Heads, TheLead).ShouldBeNull();

        // Of a shared plan the head of one school that owns an objective judges it; another's head does not.
        var shared = Given.Facts<ImprovementPlan>(Together, One with { PlanId = Together.PlanId, OwnerUrns = [Ashdown, Birchwood] }).State;
        (Hold with { ByPersons = [LeadReviewer] }).Objection(shared, Partnership(), Heads, TheLead).ShouldBeNull();
        (Hold with { ByPersons = [Reviewer] }).Objection(shared, Partnership(), Heads, TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-6");

        static Objection Rating(HoldProgressReview command, Acting by) => command.Objection(With(One).State, Partnership(), Heads, by).ShouldNotBeNull();
    }

    [Fact]
    public void goes_over_to_the_school_that_stands_for_its_own_step_by_step()
    {
        SchoolSucceeded Succession(Urn old, Urn now, int day) => new(Triad, old, now, SuccessionKind.Academisation, Day.AddDays(day));
        With().State.PassedOnIn(Partnership()).ShouldBeEmpty();
        var twice = Partnership().Apply(Succession(Ashdown, Downlands, 5)).Apply(Succession(Downlands, new(990009), 9));
        var steps = With(One).State.PassedOnIn(twice);
        steps.ShouldBe([new(Plan, Triad, Ashdown, Downlands, Day.AddDays(5)), new(Plan, Triad, Downlands, new(990009), Day.AddDays(9))]);
        var passedOn = With([One, .. steps]).State;
        passedOn.Urn.ShouldBe(new Urn(990009));
        passedOn.PassedOnIn(twice).ShouldBeEmpty("heard twice, nothing follows the second time");
        With(new PlanClosed(Plan, Triad, Day)).State.PassedOnIn(twice).ShouldBeEmpty("a plan that was closed stays the history of its school");
        Given.Facts<ImprovementPlan>(Together).State.PassedOnIn(twice).ShouldBeEmpty("a shared plan is nobody's to pass on");
    }

    [Fact]
    public void IMP_24_stops_what_was_worked_on_and_removes_only_what_was_not()
    {
        RemoveObjective remove = new(First, new("It was a mistake."), Day.AddDays(30));
        When<ImprovementPlan> Removing(params object[] facts) => With([One, .. facts]).When(plan => remove.Objection(plan, Partnership(), TheHost), remove.Decide);
        Removing().Then(new ObjectiveRemoved(Plan, Triad, First, remove.Why, remove.OccurredOn));
        Removing(Added).ThenAllowed();
        Removing(Added, new ActionDone(Plan, Triad, First, Act, Day.AddDays(3))).ThenObjection("IMP-24", "objectiveId");
        Removing(Held).ThenObjection("IMP-24", "objectiveId");
        StopObjective stop = new(First, new("The building closed."), Day.AddDays(30));
        With(One, Held).When(plan => stop.Objection(plan, Partnership(), TheHost), stop.Decide).Then(new ObjectiveStopped(Plan, Triad, First, stop.Why, stop.OccurredOn));
    }

    [Fact]
    public void IMP_27_is_achieved_on_evidence_dated_after_the_objective_was_set()
    {
        AchieveObjective achieve = new(First, [new(new("Eight in ten books."), Day.AddDays(100))], Day.AddDays(110));
        When<ImprovementPlan> Achieving(AchieveObjective command) => With(One).When(plan => command.Objection(plan, Partnership(), TheHost), command.Decide);
        Achieving(achieve).Then<ObjectiveAchieved>(fact => fact.Evidence.ShouldHaveSingleItem());
        Achieving(achieve with { Evidence = [] }).ThenObjection("IMP-27", "evidence");
        Achieving(achieve with { Evidence = [achieve.Evidence[0] with { DatedOn = Day }] }).ThenObjection("IMP-27", "evidence");
        Achieving(achieve with { Evidence = [achieve.Evidence[0] with { DatedOn = Day.AddDays(111) }] }).ThenObjection("input", "evidence");
    }

    [Fact]
    public void asks_for_help_with_the_consent_of_the_head_alone()
    {
        AskForHelp ask = new(First, ImprovementArea.Achievement, new("All reason in writing."), new("Nobody here has done it."), true, Day.AddDays(5));
        When<ImprovementPlan> Asking(AskForHelp command, Acting by) => With(One).When(plan => command.Objection(plan, null, Partnership(), by), command.Decide);
        Asking(ask, TheHost).ThenAllowed();
        (ask.Decide(With(One).State).Urn, ask.Decide(With(One).State).HeadConsents).ShouldBe((Ashdown, true));
        Asking(ask, TheLead).ThenObjection("XCT-6", "headConsents");
        var asked = Given.Facts<HelpOfPlan>(ask.Decide(With(One).State)).State;
        ask.Objection(With(One).State, asked, Partnership(), TheHost).ShouldNotBeNull().Field.ShouldBe("objectiveId");
        (ask with { Why = new("We tried.") }).Objection(With(One).State, asked, Partnership(), TheHost).ShouldBeNull();
        Asking(ask with { HeadConsents = false }, TheLead).ThenAllowed();
        Asking(ask with { Area = ImprovementArea.SafeguardingReferOnly }, TheHost).ThenObjection("input", "area");
    }

    [Fact]
    public void XCT_9_ends_when_every_objective_has()
    {
        ClosePlan close = new(Day.AddDays(130));
        With(One).When(plan => close.Objection(plan, Partnership(), TheHost), close.Decide).ThenObjection("input");
        With(One, new ObjectiveStopped(Plan, Triad, First, new("Enough."), Day.AddDays(100))).When(plan => close.Objection(plan, Partnership(), TheHost), close.Decide).Then(new PlanClosed(Plan, Triad, close.OccurredOn));
        With(One, new ObjectiveStopped(Plan, Triad, First, new("Enough."), close.OccurredOn.AddDays(1))).When(plan => close.Objection(plan, Partnership(), TheHost), close.Decide).ThenObjection("input", "occurredOn");
        Adding(Add with { OccurredOn = Day.AddDays(131) }, With(new PlanClosed(Plan, Triad, Day.AddDays(130)))).ThenObjection("XCT-9");
        CompleteAction done = new(First, Act, Day.AddDays(5));
        With(One, Added).When(plan => done.Objection(plan, Partnership(), TheHost), done.Decide).Then(new ActionDone(Plan, Triad, First, Act, Day.AddDays(5)));
        (done with { ObjectiveId = Second }).Objection(With(One, Added).State, Partnership(), TheHost).ShouldNotBeNull().Rule.ShouldBe("unknown");
        AddAction add = new(First, new("Train readers."), StaffRole.Teacher, Day.AddDays(30), Day);
        With(One).When(plan => add.Objection(plan, Partnership(), TheHost), plan => add.Decide(Act, plan)).Then(Added);
        (add with { Due = Day.AddDays(-1) }).Objection(With(One).State, Partnership(), TheHost).ShouldNotBeNull().Field.ShouldBe("due");
    }
}
