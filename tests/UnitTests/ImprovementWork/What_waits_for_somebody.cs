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
    public void is_the_draft_of_a_report_for_the_host_head_alone_with_its_last_day()
    {
        var drafted = Before<ReportAccuracyAnswered>();
        WaitingForYou.In(drafted.State, "Ashdown", hosts: true, TermCalendar.Shipped, TheHost).ShouldHaveSingleItem()
            .ShouldBe(new("Say whether the draft of the report on Ashdown is accurate", $"/reviews/{Id}/record/accuracy", drafted.State.LastDayToAnswer(TermCalendar.Shipped)));
        foreach (var other in new[] { TheLead, TheLeadReviewer }) In(drafted, other).ShouldBeEmpty();
        In(Before<ReportFinalised>(), TheHost).ShouldBeEmpty();
    }

    [Fact]
    public void is_whom_the_host_head_lets_see_a_final_report()
    {
        In(Final(), TheHost).ShouldBe(["release"]);
        In(Final(new ReviewClosedWithoutFollowUp(Id, Triad, new("Nothing to follow up."), Visit.AddDays(40))), TheHost).ShouldBe(["release"]);
        foreach (var other in new[] { TheLead, TheLeadReviewer }) In(Final(), other).ShouldBeEmpty();
    }
}
