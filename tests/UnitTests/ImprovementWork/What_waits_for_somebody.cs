using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;

namespace EssexImprovement.Tests;

public class What_waits_for_somebody
{
    private static IReadOnlyList<string> In(Given<PeerReview> review, Acting acting) =>
        [.. WaitingForYou.In(review.State, "Ashdown", acting == TheHost, TermCalendar.Shipped, acting).Select(waiting => waiting.Href[$"/reviews/{Id}/".Length..])];

    [Fact]
    public void is_their_own_declaration_until_it_is_made()
    {
        In(Before<ReviewerInterestDeclared>(), TheLeadReviewer).ShouldBe(["record/interest"]);
        In(Before<ReviewerInterestAssessed>(), TheLeadReviewer).ShouldBeEmpty();
        In(Before<ReviewerInterestDeclared>(), TheLead).ShouldBeEmpty();
        In(Before<TeamMemberProposed>(Proposed(LeadReviewer, TeamRole.HostPartner, Samples.Ashdown)), TheLeadReviewer).ShouldBeEmpty();
    }

    [Fact]
    public void is_the_weighing_of_what_others_declared_for_the_lead_and_the_host_head()
    {
        foreach (var weighs in new[] { TheLead, TheHost }) In(Before<ReviewerInterestAssessed>(), weighs).ShouldBe(["record/interest-assessment"]);
        In(Before<TeamConfirmed>(), TheLead).ShouldBeEmpty();
        In(Before<ReviewerInterestDeclared>(Declared(TheLead.Person)), TheLead).ShouldBeEmpty("nobody weighs their own");
    }

    [Fact]
    public void is_nothing_for_whoever_was_left_out_when_the_team_was_confirmed()
    {
        TeamConfirmed team = new(Id, Triad, [LeadReviewer, Reviewer, Facilitator], LeadReviewer, Visit.AddDays(-20));
        var proposed = Proposed(Outsider, TeamRole.Reviewer, Samples.Cedars);
        In(Before<TeamConfirmed>(proposed), Holds("outsider")).ShouldBe(["record/interest"]);
        In(Before<TeamConfirmed>(proposed, team), Holds("outsider")).ShouldBeEmpty();
        In(Before<TeamConfirmed>(proposed, Declared(Outsider), team), TheLead).ShouldBeEmpty();
        // Whoever is to join a confirmed team is asked like everybody before them.
        In(Before<TeamConfirmed>(proposed, team, proposed), Holds("outsider")).ShouldBe(["record/interest"]);
        In(Before<ProtocolConfirmed>(proposed), Holds("outsider")).ShouldBe(["record/interest"]);
        In(Before<ProtocolConfirmed>(proposed, Declared(Outsider)), TheLead).ShouldBe(["record/interest-assessment"]);
        In(Before<ProtocolConfirmed>(Declared(Reviewer)), TheLead).ShouldBe(["record/interest-assessment"], "a confirmed member who declares anew is weighed anew");
    }

    [Fact]
    public void has_the_days_of_a_visit_as_they_were()
    {
        ReviewOnBoard On(ReviewState state, DateOnly? from, DateOnly? to) =>
            new(Id, Samples.Ashdown, "Ashdown", 1, 2025, state, Visit, Visit.AddDays(1), from, to, null, null, 0, null, null, null, null);
        On(ReviewState.Planned, null, null).VisitInWords().ShouldBe("2 March 2026 to 3 March 2026");
        On(ReviewState.Visiting, Visit.AddDays(1), null).VisitInWords().ShouldBe("Since 3 March 2026");
        On(ReviewState.VisitEnded, Visit.AddDays(1), Visit.AddDays(2)).VisitInWords().ShouldBe("3 March 2026 to 4 March 2026");
        On(ReviewState.Cancelled, Visit, null).VisitInWords().ShouldBe("Began on 2 March 2026");
    }

    [Fact]
    public void is_the_draft_of_a_report_for_the_host_head_alone_with_its_last_day()
    {
        var drafted = Before<ReportAccuracyAnswered>();
        WaitingForYou.In(drafted.State, "Ashdown", hosts: true, TermCalendar.Shipped, TheHost).ShouldHaveSingleItem()
            .ShouldBe(new("Say whether the draft of the report on Ashdown, round 1, is accurate", $"/reviews/{Id}/record/accuracy", drafted.State.LastDayToAnswer(TermCalendar.Shipped)));
        foreach (var other in new[] { TheLead, TheLeadReviewer }) In(drafted, other).ShouldBeEmpty();
        In(Before<ReportFinalised>(), TheHost).ShouldBeEmpty();
    }

    [Fact]
    public void is_whom_the_host_head_lets_see_a_final_report()
    {
        In(Final(), TheHost).ShouldBe(["release"]);
        In(Final(new ReviewClosedWithoutFollowUp(Id, Triad, new("Nothing to follow up."), Visit.AddDays(40))), TheHost).ShouldBeEmpty("to let nobody see it is an answer, too");
        foreach (var other in new[] { TheLead, TheLeadReviewer }) In(Final(), other).ShouldBeEmpty();
    }
}
