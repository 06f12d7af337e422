using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AFollowUp;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_workshop_of_a_review
{
    private static readonly PeerReview Review = Final().State;
    private static readonly ScheduleWorkshop Schedule = new([TheChampion], new(2026, 3, 12), Feedback.AddDays(2));
    private static readonly HoldWorkshop Held = new([TheChampion], [new(StaffRole.SeniorLeader, 2), new(StaffRole.Teacher, 6)], [FindingOf(Review)], [new("Planning is done alone.")],
        ["10.1000/xyz123", "https://example.org/research"], new(2026, 3, 16));

    [Fact]
    public void gets_a_day_and_champions_by_the_lead_or_the_host()
    {
        Scheduling(Schedule).Then(new WorkshopScheduled(Id, Triad, [TheChampion.PersonId], Schedule.PlannedOn, Schedule.OccurredOn));
        Scheduling(Schedule, TheHost).ThenAllowed();
        Scheduling(Schedule, TheLeadReviewer).ThenObjection("XCT-4");
        Scheduling(Schedule, Nobody).ThenObjection("unknown");
    }

    [Fact]
    public void may_be_planned_anew_until_it_is_held()
    {
        var planned = Given.Facts<ImprovementWorkshop>(WorkshopIsDue, new WorkshopScheduled(Id, Triad, [TheChampion.PersonId], Schedule.PlannedOn, Schedule.OccurredOn));
        planned.When(workshop => Schedule.Objection(Review, Around(workshop), TheLead), _ => Schedule.Decide(Review)).ThenObjection("input", "plannedOn");
        var later = Schedule with { PlannedOn = new(2026, 3, 13) };
        planned.When(workshop => later.Objection(Review, Around(workshop), TheLead), _ => later.Decide(Review)).Then<WorkshopScheduled>(fact => fact.PlannedOn.ShouldBe(later.PlannedOn));
        Scheduling(Schedule with { PlannedOn = Schedule.OccurredOn.AddDays(-1) }).ThenObjection("input", "plannedOn");
        Given.Facts<ImprovementWorkshop>(WorkshopWasHeld(Review)).When(workshop => later.Objection(Review, Around(workshop), TheLead), _ => later.Decide(Review)).ThenObjection("input", "plannedOn");
    }

    [Fact]
    public void follows_the_feedback_and_nothing_after_the_review_is_closed()
    {
        Schedule.Objection(Before<FeedbackGiven>().State, Around(null), TheLead).ShouldNotBeNull().Rule.ShouldBe("input");
        Scheduling(Schedule with { OccurredOn = Feedback.AddDays(-1) }).ThenObjection("input", "occurredOn");
        Schedule.Objection(Closed(), Around(null), TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        Held.Objection(Closed(), Around(null), TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
    }

    [Fact]
    public void IMP_18_is_run_by_somebody_who_did_not_review_and_comes_from_another_school()
    {
        Holding(Held).ThenAllowed();
        foreach (var close in new Champion[] { new(LeadReviewer, Birchwood), new(Facilitator, Cedars), new(App.Person("deputy"), Ashdown), new(HostHead, Cedars) })
        {
            Scheduling(Schedule with { Champions = [close] }).ThenObjection("IMP-18", "champions");
            Holding(Held with { Champions = [TheChampion, close] }).ThenObjection("IMP-18", "champions");
        }
        Scheduling(Schedule with { Champions = [] }).ThenObjection("input", "champions");
        Scheduling(Schedule with { Champions = [TheChampion, TheChampion] }).ThenObjection("input", "champions");
        Scheduling(Schedule with { Champions = [TheChampion with { HomeUrn = Downlands }] }).ThenObjection("XCT-8", "champions");
    }

    [Fact]
    public void XCT_8_is_run_by_somebody_from_a_member_school_or_a_linked_one()
    {
        var outside = Held with { Champions = [TheChampion with { HomeUrn = Downlands }] };
        var around = Around(null) with { Schools = Schools(Ashdown, Birchwood, Cedars, Downlands) };
        outside.Objection(Review, around, TheLead).ShouldNotBeNull().ShouldBe(new("XCT-8", $"School {Downlands} was not a member on {Held.OccurredOn:d MMMM yyyy}.", "champions"));
        outside.Objection(Review, around with { Linked = new([Downlands]) }, TheLead).ShouldBeNull();
    }

    [Fact]
    public void IMP_4_is_run_by_somebody_trained_for_it_lately()
    {
        var asReviewer = Around(null) with { Records = [Trained(TheChampion.PersonId, TrainedAs.LeadReviewer)] };
        Held.Objection(Review, asReviewer, TheLead).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-4"), why => why.Field.ShouldBe("champions"));
        Schedule.Objection(Review, asReviewer, TheLead).ShouldNotBeNull().Rule.ShouldBe("IMP-4");
        TrainedOn(Held.OccurredOn.AddMonths(-36)).ShouldBeNull();
        TrainedOn(Held.OccurredOn.AddMonths(-36).AddDays(-1)).ShouldNotBeNull().Rule.ShouldBe("IMP-4");
        Holding(Held with { Champions = [TheChampion with { PersonId = Outsider }] }).ThenObjection("IMP-4", "champions");

        static Objection? TrainedOn(DateOnly day) => Held.Objection(Review, Around(null) with { Records = [Trained(TheChampion.PersonId, TrainedAs.ImprovementChampion, day)] }, TheLead);
    }

    [Fact]
    public void IMP_19_late_is_told_and_never_refused()
    {
        Holding(Held with { OccurredOn = LastDay }).Then<WorkshopHeld>(fact => (fact.SchoolDaysAfterFeedback, fact.Late).ShouldBe((15, false)));
        Holding(Held with { OccurredOn = LastDay.AddDays(1) }).Then<WorkshopHeld>(fact => (fact.SchoolDaysAfterFeedback, fact.Late).ShouldBe((16, true)));
        Holding(Held).Then<WorkshopHeld>(fact => (fact.SchoolDaysAfterFeedback, fact.Late).ShouldBe((9, false)));
    }

    [Fact]
    public void IMP_20_has_a_middle_leader_or_teacher_from_the_second_round_on()
    {
        var second = FinalBut<ReviewPlanned>(planned => planned with { Round = 2 }).State;
        var heads = Held with { Attendance = [new(StaffRole.SeniorLeader, 3), new(StaffRole.Governor, 1)], PrioritiesChosen = [FindingOf(second)] };
        heads.Objection(second, Around(null), TheLead).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-20"), why => why.Field.ShouldBe("attendance"));
        (heads with { Attendance = [new(StaffRole.MiddleLeader, 1)] }).Objection(second, Around(null), TheLead).ShouldBeNull();
        Holding(Held with { Attendance = heads.Attendance }).ThenAllowed();
    }

    [Fact]
    public void chooses_findings_of_its_review_and_names_nobody()
    {
        Holding(Held with { PrioritiesChosen = [] }).ThenObjection("input", "prioritiesChosen");
        Holding(Held with { PrioritiesChosen = [FindingId.New()] }).ThenObjection("input", "prioritiesChosen");
        Holding(Held with { Hypotheses = [new("Mrs Example plans alone.")] }).ThenObjection("IMP-10", "hypotheses");
        Holding(Held with { ResearchRefs = ["a book we read"] }).ThenObjection("input", "researchRefs");
        Holding(Held with { Attendance = [] }).ThenObjection("input", "attendance");
        Holding(Held with { Attendance = [new(StaffRole.Teacher, 1), new(StaffRole.Teacher, 2)] }).ThenObjection("input", "attendance");
    }

    [Fact]
    public void agrees_actions_that_stand_in_the_hosts_plan()
    {
        var (plan, objective) = (PlanId.OfSchool(Triad, Ashdown, 2025), ObjectiveId.New());
        var opened = new PlanOpened(plan, Triad, Ashdown, 2025, PlanSource.Review, Id, Feedback);
        var terms = new ObjectiveTerms(new("More reasons in books."), new("Few."), new("Many."), "books", new(2026, 7, 1));
        var set = new ObjectiveSet(plan, Triad, objective, ImprovementArea.CurriculumAndTeaching, null, terms, null, StaffRole.SeniorLeader, [Ashdown], null, FindingOf(Review), Feedback.AddDays(8));
        var command = new AgreeActions(plan, [objective], new(2026, 3, 17));

        Agreeing(command, opened, set).Then(new ActionsAgreed(Id, Triad, plan, [objective], command.OccurredOn));
        Agreeing(command, opened).ThenObjection("input", "objectiveIds");
        Agreeing(command, opened, set, new ObjectiveRemoved(plan, Triad, objective, new("It was entered twice."), Feedback.AddDays(9))).ThenObjection("input", "objectiveIds");
        Agreeing(command with { ObjectiveIds = [] }, opened, set).ThenObjection("input", "objectiveIds");
        Agreeing(command, opened with { Urn = Birchwood }, set).ThenObjection("input", "planId");
        Agreeing(command, opened with { PartnershipId = PartnershipId.New() }, set).ThenObjection("input", "planId");
        Agreeing(command).ThenObjection("input", "planId");
        Agreeing(command with { OccurredOn = Feedback.AddDays(1) }, opened, set).ThenObjection("input", "occurredOn");
        command.Objection(Review, Partnership(), Given.Facts<ImprovementWorkshop>(WorkshopIsDue).State, Plan(opened, set), TheLead).ShouldNotBeNull().Field.ShouldBe("occurredOn");
    }

    private static When<ImprovementWorkshop> Scheduling(ScheduleWorkshop command, Acting? acting = null) =>
        Given.Facts<ImprovementWorkshop>(WorkshopIsDue).When(workshop => command.Objection(Review, Around(workshop), acting ?? TheLead), _ => command.Decide(Review));

    private static When<ImprovementWorkshop> Holding(HoldWorkshop command) =>
        Given.Facts<ImprovementWorkshop>(WorkshopIsDue).When(workshop => command.Objection(Review, Around(workshop), TheLead), _ => command.Decide(Review, Partnership(), TermCalendar.Shipped));

    private static When<ImprovementWorkshop> Agreeing(AgreeActions command, params object[] plan) => Given.Facts<ImprovementWorkshop>(WorkshopIsDue, WorkshopWasHeld(Review))
        .When(workshop => command.Objection(Review, Partnership(), workshop, Plan(plan), TheHost), _ => command.Decide(Review));

    private static ImprovementPlan? Plan(params object[] facts) => facts.Length == 0 ? null : Given.Facts<ImprovementPlan>(facts).State;
}
