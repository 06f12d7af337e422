using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AFollowUp;
using static EssexImprovement.Tests.AReview;

namespace EssexImprovement.Tests;

public class Closing_a_review
{
    private static readonly CloseReview Close = new(WindowTo);
    private static readonly CloseReviewWithoutFollowUp Abandon = new(new("The school was closed by a flood."), WindowTo);

    private static readonly Func<PeerReview, ImprovementWorkshop?> NoWorkshop = _ => null, DueWorkshop = _ => Given.Facts<ImprovementWorkshop>(WorkshopIsDue).State,
        Workshop = review => Given.Facts<ImprovementWorkshop>(WorkshopIsDue, WorkshopWasHeld(review)).State;

    private static readonly Func<PeerReview, CheckIn?> NoCheckIn = _ => null, DueCheckIn = _ => Given.Facts<CheckIn>(CheckInIsDue).State,
        CheckIn = review => Given.Facts<CheckIn>(CheckInIsDue, CheckInWasHeld(review)).State;

    [Fact]
    public void IMP_15_needs_a_workshop_and_a_check_in()
    {
        Closing(Close, Workshop, CheckIn).Then(new ReviewClosed(Id, Triad, WindowTo)).State.ShouldBe(ReviewState.Closed);
        Closing(Close, NoWorkshop, CheckIn).ThenObjection("IMP-15");
        Closing(Close, DueWorkshop, CheckIn).ThenObjection("IMP-15");
        Closing(Close, Workshop, NoCheckIn).ThenObjection("IMP-15");
        Closing(Close, Workshop, DueCheckIn).ThenObjection("IMP-15");
        Closing(Close with { OccurredOn = WindowFrom }, Workshop, CheckIn).ThenObjection("input", "occurredOn");
    }

    [Fact]
    public void IMP_15_without_them_it_says_why()
    {
        Abandoning(Abandon, DueWorkshop, DueCheckIn).Then(new ReviewClosedWithoutFollowUp(Id, Triad, Abandon.Why, WindowTo)).State.ShouldBe(ReviewState.Closed);
        Abandoning(Abandon, Workshop, DueCheckIn).ThenAllowed();
        Abandoning(Abandon, NoWorkshop, CheckIn).ThenAllowed();
        Abandoning(Abandon, Workshop, CheckIn).ThenObjection("input", "why");
        Abandoning(Abandon with { Why = new(" ") }, DueWorkshop, DueCheckIn).ThenObjection("input", "why");
    }

    [Fact]
    public void is_the_leads_once_the_report_is_final()
    {
        Close.Objection(Before<ReportFinalised>().State, Partnership(), null, null, TheLead).ShouldNotBeNull().Rule.ShouldBe("input");
        Close.Objection(Final().State, Partnership(), null, null, TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Abandon.Objection(Final().State, Partnership(), null, null, TheHost).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
        Close.Objection(Final().State, Partnership(), null, null, Nobody).ShouldNotBeNull().Rule.ShouldBe("unknown");
    }

    [Fact]
    public void XCT_9_ends_it_and_leaves_the_report_to_the_host()
    {
        var closed = Closed();
        Close.Objection(closed, Partnership(), Workshop(closed), CheckIn(closed), TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        Abandon.Objection(closed, Partnership(), null, null, TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        new BriefStaff(WindowTo).Objection(closed, Partnership(), TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        // What belongs to the school stays the school's to release and to take back.
        new ReleaseReport(AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, Visit.AddDays(20)).Objection(closed, Partnership(), TheHost).ShouldBeNull();
    }

    private static When<PeerReview> Closing(CloseReview command, Func<PeerReview, ImprovementWorkshop?> workshop, Func<PeerReview, CheckIn?> checkIn) =>
        Final().When(review => command.Objection(review, Partnership(), workshop(review), checkIn(review), TheLead), command.Decide);

    private static When<PeerReview> Abandoning(CloseReviewWithoutFollowUp command, Func<PeerReview, ImprovementWorkshop?> workshop, Func<PeerReview, CheckIn?> checkIn) =>
        Final().When(review => command.Objection(review, Partnership(), workshop(review), checkIn(review), TheLead), command.Decide);
}
