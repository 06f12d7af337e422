using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_days_of_a_review
{
    private static readonly DateOnly Day = Visit.AddDays(-30);
    private static readonly PersonId Champion = App.Person("champion");
    private static readonly PublishTimetable Timetable = new(Visit.AddDays(-5), Visit, Visit.AddDays(1), Visit.AddDays(22), Visit.AddDays(90), [Champion], Day);
    private static readonly PostponeReview Later = new(Visit.AddDays(14), Visit.AddDays(15), new("Snow."), Day);
    private static readonly CancelReview Off = new(new("The school closes."), Visit.AddDays(-5));

    private static When<PeerReview> Publishing(PublishTimetable command, Given<PeerReview>? given = null, Acting? by = null) =>
        (given ?? Before<VisitStarted>()).When(review => command.Objection(review, Partnership(), by ?? TheLead), command.Decide);

    private static When<PeerReview> PuttingOff(PostponeReview command, Given<PeerReview>? given = null, Acting? by = null) =>
        (given ?? Before<VisitStarted>()).When(review => command.Objection(review, Partnership(), by ?? TheHost), command.Decide);

    [Theory]
    [InlineData("2026-02-27", "2026-01-20", "2026-02-13", "the day that leaves five lies in half-term, so it is the school day before it")]
    [InlineData("2026-03-02", "2026-02-24", "2026-02-24", "there is less time than that")]
    [InlineData("2026-03-02", "2026-02-28", "2026-03-02", "never on a Saturday")]
    [InlineData("2026-03-02", "2026-03-09", "2026-03-02", "never after the visit begins")]
    public void are_proposed_on_school_days_to_come(string visit, string today, string sharing, string because)
    {
        var planned = Before<EnquiryAgreed>().State;
        var review = planned with { Plan = planned.Plan with { PlannedFrom = On(visit), PlannedTo = On(visit) } };
        TimetableProposal.Of(review, Partnership(), TermCalendar.Shipped, [], On(today)).DataSharingBy.ShouldBe(On(sharing), because);

        static DateOnly On(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void are_published_in_order()
    {
        Publishing(Timetable).Then<TimetablePublished>(fact => (fact.CheckInOn, fact.Champions.Count).ShouldBe((Visit.AddDays(90), 1)));
        Publishing(Timetable with { DataSharingBy = Visit.AddDays(1) }).ThenObjection("input", "dataSharingBy");
        Publishing(Timetable with { WorkshopBy = Visit.AddDays(1) }).ThenObjection("input", "workshopBy");
        Publishing(Timetable with { CheckInOn = Visit.AddDays(22) }).ThenObjection("input", "checkInOn");
        Publishing(Timetable with { VisitFrom = Visit.AddDays(-1) }).ThenObjection("input", "visitFrom");
        Publishing(Timetable with { VisitTo = Visit.AddDays(3) }).ThenObjection("IMP-8", "visitTo");
        Publishing(Timetable with { Champions = [Champion, Champion] }).ThenObjection("input", "champions");
        Publishing(Timetable with { Champions = [Reviewer] }).ThenObjection("IMP-18", "champions");
        Publishing(Timetable, by: TheHost).ThenObjection("XCT-4");
        Publishing(Timetable, by: Nobody).ThenObjection("unknown");
        Publishing(Timetable, Before<VisitEnded>()).ThenObjection("input");
        Publishing(Timetable, Final()).ThenObjection("XCT-9");
    }

    [Fact]
    public void are_put_off_before_the_visit()
    {
        PuttingOff(Later).Then(new ReviewPostponed(Id, Triad, Visit.AddDays(14), Visit.AddDays(15), new("Snow."), Day));
        var after = Before<VisitStarted>(new ReviewPostponed(Id, Triad, new(2026, 9, 14), new(2026, 9, 15), new("Snow."), Day)).State;
        (after.Plan.PlannedFrom, after.Plan.AcademicYear, after.State).ShouldBe((new(2026, 9, 14), 2026, ReviewState.ProtocolConfirmed));
        PuttingOff(Later with { PlannedTo = Visit.AddDays(17) }).ThenObjection("IMP-8", "plannedTo");
        PuttingOff(Later with { PlannedFrom = Visit, PlannedTo = Visit.AddDays(1) }).ThenObjection("input", "plannedFrom");
        PuttingOff(Later with { PlannedFrom = Day.AddDays(-1), PlannedTo = Day }).ThenObjection("input", "plannedFrom");
        PuttingOff(Later with { Reason = new("") }).ThenObjection("input", "reason");
        PuttingOff(Later, by: TheLeadReviewer).ThenObjection("XCT-4");
        PuttingOff(Later, Before<VisitEnded>()).ThenObjection("input");
    }

    [Fact]
    public void end_when_it_is_cancelled_and_leave_its_round_free()
    {
        Before<VisitStarted>().When(review => Off.Objection(review, Partnership(), TheHost), Off.Decide).Then(new ReviewCancelled(Id, Triad, new("The school closes."), Visit.AddDays(-5)));
        var given = Before<VisitStarted>(new ReviewCancelled(Id, Triad, new("The school closes."), Visit.AddDays(-5)));
        given.State.RoundTaken.ShouldBeNull();
        Publishing(Timetable, given).ThenObjection("XCT-9");
        PuttingOff(Later, given).ThenObjection("XCT-9");
        given.When(review => Off.Objection(review, Partnership(), TheHost), Off.Decide).ThenObjection("XCT-9");
        new ReleaseReport(AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, Day).Objection(given.State, Partnership(), TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        given.State.NotFollowedUpOn(Off).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        given.State.NotClosedOn(Off).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        Before<VisitEnded>().When(review => (Off with { OccurredOn = Visit }).Objection(review, Partnership(), TheHost), (Off with { OccurredOn = Visit }).Decide).ThenAllowed();
        Before<VisitEnded>().When(review => Off.Objection(review, Partnership(), TheHost), Off.Decide).ThenObjection("input", "occurredOn");
        Before<FindingAgreed>().When(review => (Off with { OccurredOn = Visit.AddDays(5) }).Objection(review, Partnership(), TheHost), (Off with { OccurredOn = Visit.AddDays(5) }).Decide).ThenAllowed();
        Before<FeedbackGiven>().When(review => (Off with { OccurredOn = Visit.AddDays(5) }).Objection(review, Partnership(), TheHost), Off.Decide).ThenObjection("input").Detail.ShouldContain("have agreed a finding");
        Before<FeedbackGiven>().When(review => Off.Objection(review, Partnership(), TheHost), Off.Decide).ThenObjection("input");
    }

    [Fact]
    public void begin_with_data_that_the_host_shares()
    {
        SharePreReviewData command = new([new(PreReviewDataKind.SelfReview, new("Our self-review"), new string('a', 64))], AudienceRing.ReviewTeam, Visit.AddDays(-8));
        When<PeerReview> Sharing(SharePreReviewData one, Given<PeerReview>? given = null, Acting? by = null) =>
            (given ?? Before<VisitStarted>()).When(review => one.Objection(review, Partnership(), by ?? TheHost), one.Decide);

        Sharing(command).Then<PreReviewDataShared>(fact => fact.Items.ShouldHaveSingleItem()).State.ShouldBe(ReviewState.DataShared);
        Sharing(command with { Items = [] }).ThenObjection("input", "items");
        Sharing(command with { Items = [command.Items[0] with { ContentHash = "abc" }] }).ThenObjection("input", "items");
        Sharing(command with { Ring = AudienceRing.PartnershipHeads }).ThenObjection("input", "ring");
        Sharing(command, by: TheLead).ThenObjection("XCT-4");
        Sharing(command with { OccurredOn = Visit.AddDays(-16) }, Before<ProtocolConfirmed>()).ThenObjection("IMP-6");
        Sharing(command with { OccurredOn = Visit }, Before<VisitEnded>()).ThenObjection("input", "items");
    }
}
