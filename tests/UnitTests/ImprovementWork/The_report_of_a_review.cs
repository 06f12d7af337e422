using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_report_of_a_review
{
    private static readonly DraftReport Draft = new(new("What we saw, put better."), LeadReviewer, Visit.AddDays(9));
    private static readonly ReportAccuracyAnswered NotAccurate = new(Id, Triad, 1, false, [new("It was a Tuesday.")], HostHead, Visit.AddDays(8));

    [Fact]
    public void follows_feedback_on_at_least_one_finding()
    {
        var command = new GiveFeedback([Capacity.Headteacher, Capacity.ChairOfGovernors], true, Visit.AddDays(1));
        Before<FeedbackGiven>().When(review => command.Objection(review, Partnership(), TheLeadReviewer), command.Decide)
            .Then(new FeedbackGiven(Id, Triad, [Capacity.Headteacher, Capacity.ChairOfGovernors], true, Visit.AddDays(1)));
        Before<FindingAgreed>().When(review => command.Objection(review, Partnership(), TheLeadReviewer), command.Decide).ThenObjection("IMP-10");
        Before<VisitEnded>().When(review => command.Objection(review, Partnership(), TheLeadReviewer), command.Decide).ThenObjection("input", "occurredOn");
    }

    [Fact]
    public void is_drafted_by_a_member_of_the_team_until_the_host_finds_it_accurate()
    {
        Drafting(Before<ReportDrafted>()).Then<ReportDrafted>(fact => fact.Draft.ShouldBe(1));
        Drafting(Before<ReportAccuracyAnswered>()).Then<ReportDrafted>(fact => fact.Draft.ShouldBe(2));
        Drafting(Before<ReportAccuracyAnswered>(NotAccurate)).Then<ReportDrafted>(fact => fact.Draft.ShouldBe(2));
        Drafting(Before<ReportFinalised>()).ThenObjection("input", "report");
        Drafting(Before<FeedbackGiven>()).ThenObjection("input", "report");
        Drafting(Final()).ThenObjection("XCT-9");
        (Draft with { DraftedBy = Reviewer }).Objection(Before<ReportDrafted>().State, Partnership(), TheLeadReviewer).ShouldNotBeNull().Rule.ShouldBe("XCT-6");
    }

    [Fact]
    public void is_answered_by_the_host_head_alone()
    {
        var command = new AnswerReportAccuracy(1, true, Visit.AddDays(8));
        Before<ReportAccuracyAnswered>().When(review => command.Objection(review, Partnership(), TheHost), review => command.Decide(review, HostHead))
            .Then(new ReportAccuracyAnswered(Id, Triad, 1, true, [], HostHead, Visit.AddDays(8)));
        command.Objection(Before<ReportAccuracyAnswered>().State, Partnership(), TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        (command with { Draft = 2 }).Objection(Before<ReportAccuracyAnswered>().State, Partnership(), TheHost).ShouldNotBeNull().Field.ShouldBe("draft");
        (command with { Accurate = false }).Objection(Before<ReportAccuracyAnswered>().State, Partnership(), TheHost).ShouldNotBeNull().Field.ShouldBe("points");
    }

    [Fact]
    public void is_not_answered_by_a_head_who_has_left()
    {
        var left = Holds("host-head", new HeldCapacity(Capacity.Headteacher, Ashdown, null, DateOnly.MinValue, Visit.AddDays(20)), new HeldCapacity(Capacity.Headteacher, Birchwood, null, Visit.AddDays(21), null));
        new AnswerReportAccuracy(1, true, Visit.AddDays(8)).Objection(Before<ReportAccuracyAnswered>().State, Partnership(), left).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
    }

    [Fact]
    public void IMP_11_becomes_final_once_the_host_found_it_accurate()
    {
        Finalising(Before<ReportDrafted>(), Visit.AddDays(9)).ThenObjection("IMP-11");
        Finalising(Before<ReportAccuracyAnswered>(NotAccurate), Visit.AddDays(200)).ThenObjection("IMP-11");
        Finalising(Before<ReportFinalised>(), Visit.AddDays(9)).Then(new ReportFinalised(Id, Triad, 1, false, Visit.AddDays(9).AddYears(6), Visit.AddDays(9)));
    }

    [Fact]
    public void IMP_11_takes_ten_school_days_of_silence_for_no_response_and_says_so()
    {
        // The draft is sent on Friday 6 March; the tenth school day after it is Friday 20 March.
        Finalising(Before<ReportAccuracyAnswered>(), new(2026, 3, 20)).ThenObjection("IMP-11", "occurredOn");
        Finalising(Before<ReportAccuracyAnswered>(), new(2026, 3, 21)).Then<ReportFinalised>(fact => fact.NoResponseFromHost.ShouldBeTrue());
        // A draft that was dated back waits as long from the day the head could see it.
        When<PeerReview> KnownOn(DateOnly known, DateOnly day) =>
            Finalising(Before<ReportDrafted>(Given.RecordedOn(known, Facts.Single(fact => fact is ReportDrafted))), day);
        KnownOn(new(2026, 3, 20), new(2026, 3, 21)).ThenObjection("IMP-11", "occurredOn");
        KnownOn(new(2026, 3, 2), new(2026, 3, 20)).ThenObjection("IMP-11", "occurredOn");
        KnownOn(new(2026, 3, 6), new(2026, 3, 21)).ThenAllowed();
    }

    [Fact]
    public void IMP_11_says_nothing_else_once_the_host_found_it_accurate()
    {
        var found = (FindingAgreed)Facts.Single(fact => fact is FindingAgreed);
        When<PeerReview> Correcting(Given<PeerReview> review) { var command = new CorrectFinding(found.FindingId, new("Pupils ask each other how."), new("To be exact."), Visit.AddDays(8)); return review.When(state => command.Objection(state, Partnership(), TheLeadReviewer), state => command.Decide(state, new(Guid.NewGuid()))); }
        When<PeerReview> Withdrawing(Given<PeerReview> review) { var command = new WithdrawFinding(found.FindingId, new("It does not hold."), Visit.AddDays(8)); return review.When(state => command.Objection(state, Partnership(), TheLeadReviewer), state => command.Decide(state, new(Guid.NewGuid()))); }

        Correcting(Before<ReportAccuracyAnswered>()).ThenObjection("IMP-11", "findingId");
        Correcting(Before<ReportFinalised>()).ThenObjection("IMP-11", "findingId");
        Withdrawing(Before<ReportFinalised>()).ThenObjection("IMP-11", "findingId");
        Correcting(Before<ReportAccuracyAnswered>(NotAccurate)).ThenAllowed();
        Withdrawing(Before<ReportAccuracyAnswered>(NotAccurate)).ThenAllowed();
    }

    [Fact]
    public void XCT_6_leaves_what_the_school_thinks_of_a_finding_to_its_head()
    {
        var found = (FindingAgreed)Facts.Single(fact => fact is FindingAgreed);
        CorrectFinding view = new(found.FindingId, new("not-agreed"), new("We said no."), Visit.AddDays(5), FindingField.HostView), comment = view with { Field = FindingField.HostComment, Now = new("In two classes only.") };
        When<PeerReview> Correcting(CorrectFinding command, Acting by) =>
            Before<ReportAccuracyAnswered>().When(review => command.Objection(review, Partnership(), by), review => command.Decide(review, new(Guid.NewGuid())));

        Correcting(view, TheLeadReviewer).ThenObjection("XCT-4");
        Correcting(view, TheLead).ThenObjection("XCT-4");
        Correcting(view, TheHost).Then<FindingCorrected>(fact => (fact.Field, fact.Was.Value, fact.Now.Value).ShouldBe((FindingField.HostView, "agreed", "not-agreed")));
        Correcting(view with { Now = new("perhaps") }, TheHost).ThenObjection("input", "now");
        Correcting(view with { Now = new("agreed-with-comment") }, TheHost).ThenObjection("input", "now");
        Correcting(comment, TheHost).ThenAllowed();
        Correcting(comment with { Now = new("It was good.") }, TheHost).ThenObjection("IMP-10", "now");
        var after = Before<ReportAccuracyAnswered>().State.Apply(view.Decide(Before<ReportAccuracyAnswered>().State, new(Guid.NewGuid())));
        after.Findings[0].ShouldSatisfyAllConditions(finding => finding.HostView.ShouldBe(HostView.NotAgreed), finding => finding.Statement.ShouldBe(found.Statement));
    }

    [Fact]
    public void IMP_11_counts_the_host_heads_school_days_and_not_the_holidays()
    {
        // Five school days are left before Easter; the tenth is the last day of the first week of the summer term.
        var sent = Before<ReportDrafted>(new ReportDrafted(Id, Triad, 1, new("What we saw."), LeadReviewer, new(2026, 3, 20)));
        Finalising(sent, new(2026, 4, 17)).ThenObjection("IMP-11", "occurredOn");
        Finalising(sent, new(2026, 4, 18)).Then<ReportFinalised>(fact => fact.NoResponseFromHost.ShouldBeTrue());
        var shorter = EssexTerms.Years.Single(year => year.AcademicYear == 2025) with { Version = 1, ClosedDays = [new(2026, 3, 24)] };
        Finalising(sent, new(2026, 4, 18), TermCalendar.Of([shorter with { OccurredOn = new(2026, 3, 21) }])).Then<ReportFinalised>(fact => fact.NoResponseFromHost.ShouldBeTrue());
        Finalising(sent, new(2026, 4, 18), TermCalendar.Of([shorter with { OccurredOn = new(2026, 3, 20) }])).ThenObjection("IMP-11", "occurredOn");
    }

    [Fact]
    public void IMP_11_is_not_released_before_it_is_final() => Releasing(Before<ReportFinalised>(), Summary).ThenObjection("IMP-11");

    [Fact]
    public void IMP_12_is_released_by_the_host_head_alone()
    {
        Releasing(Final(), Summary).Then<ReportReleased>(fact => fact.ReleasedBy.ShouldBe(HostHead));
        Summary.Objection(Final().State, Partnership(), TheLead).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("IMP-12"), why => why.Status.ShouldBe(403));
        Summary.Objection(Final().State, Partnership(), TheLeadReviewer).ShouldNotBeNull().Rule.ShouldBe("IMP-12");
        Summary.Objection(Final().State, Partnership(), Nobody).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(AudienceRing.HostGovernors, Extent.FullReport, true)]
    [InlineData(AudienceRing.PartnershipHeads, Extent.FullReport, false)]
    [InlineData(AudienceRing.PartnershipHeads, Extent.FindingsOnly, true)]
    [InlineData(AudienceRing.PartnershipHeads, Extent.Summary, true)]
    [InlineData(AudienceRing.QuadrantAndBoard, Extent.Summary, false)]
    public void IMP_12_goes_no_wider_than_its_routes_without_a_new_consent(AudienceRing ring, Extent extent, bool allowed)
    {
        // Routes: the report to the host's governors, the findings to the heads of the partnership.
        var command = Summary with { Ring = ring, Extent = extent };
        if (allowed) Releasing(Final(), command).ThenAllowed();
        else Releasing(Final(), command).ThenObjection("IMP-12", "newConsent");
        Releasing(Final(), command with { NewConsent = true }).ThenAllowed();
    }

    [Theory]
    [InlineData(AudienceRing.LaTrustDiocese)]
    [InlineData(AudienceRing.Public)]
    public void IMP_13_leaves_the_partnership_in_full_with_a_disputed_finding_only_if_the_head_insists(AudienceRing ring)
    {
        var disputed = FinalBut<FindingAgreed>(finding => finding with { HostView = HostView.NotAgreed });
        var command = Summary with { Ring = ring, Extent = Extent.FullReport, NewConsent = true };
        Releasing(disputed, command).ThenObjection("IMP-13", "insists");
        Releasing(disputed, command with { Insists = true }).ThenAllowed();
        Releasing(disputed, command with { Extent = Extent.FindingsOnly }).ThenAllowed();
        Releasing(disputed, command with { Ring = AudienceRing.QuadrantAndBoard }).ThenAllowed();
        Releasing(Final(), command).ThenAllowed();
    }

    private static readonly ReleaseReport Summary = new(AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, Visit.AddDays(10));

    private static When<PeerReview> Drafting(Given<PeerReview> given) => given.When(review => Draft.Objection(review, Partnership(), TheLeadReviewer), Draft.Decide);

    private static When<PeerReview> Finalising(Given<PeerReview> given, DateOnly day, TermCalendar? calendar = null)
    {
        var command = new FinaliseReport(day);
        return given.When(review => command.Objection(review, Partnership(), calendar ?? TermCalendar.Shipped, TheLead), review => command.Decide(review, Partnership()));
    }

    private static When<PeerReview> Releasing(Given<PeerReview> given, ReleaseReport command) =>
        given.When(review => command.Objection(review, Partnership(), TheHost), review => command.Decide(ReleaseId.New(), review, HostHead));
}
