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

public class The_check_in_of_a_review
{
    private static readonly PeerReview Review = Final().State;
    private static readonly PeersLookingBack Peers = new([HeadOf(Birchwood, LeadReviewer), HeadOf(Cedars, App.Person("head-of-cedars"))]);
    private static readonly HoldCheckIn Command = new(LeadReviewer, [new(FindingOf(Review), CheckInLevel.InPractice)], WindowFrom.AddDays(36), new("A look at books together."), WindowTo);
    private static readonly Acting HeadOfCedars = Holds("head-of-cedars", new HeldCapacity(Capacity.Headteacher, Cedars, null, DateOnly.MinValue, null));

    [Fact]
    public void is_held_by_a_peer_or_recorded_by_the_lead_for_them()
    {
        var held = new CheckInHeld(Id, Triad, LeadReviewer, Command.WhatChanged, Command.HelpNeeded, WindowTo, Command.OccurredOn);
        Holding(Command, TheLeadReviewer).Then(held);
        Holding(Command, TheLead).Then(held);
        Holding(Command with { By = HeadOfCedars.Person }, HeadOfCedars).ThenAllowed();
        Holding(Command, HeadOfCedars).ThenObjection("XCT-6", "by");
        Holding(Command with { By = HostHead }, TheLead).ThenObjection("input", "by");
        Holding(Command with { By = Facilitator }, TheLead).ThenObjection("input", "by");
        Holding(Command, TheHost).ThenObjection("XCT-4");
        Holding(Command, Nobody).ThenObjection("unknown");
    }

    [Fact]
    public void is_refused_before_its_window_and_accepted_after_it()
    {
        Holding(Command with { OccurredOn = WindowFrom.AddDays(-1), NextOn = null }).ThenObjection("input", "occurredOn");
        Holding(Command with { OccurredOn = WindowFrom }).ThenAllowed();
        Holding(Command with { OccurredOn = WindowTo.AddDays(1), NextOn = null }).ThenAllowed();
        Command.Objection(Before<FeedbackGiven>().State, Partnership(), null, Peers, TermCalendar.Shipped, TheLead).ShouldNotBeNull().Rule.ShouldBe("input");
        Command.Objection(Closed(), Partnership(), null, Peers, TermCalendar.Shipped, TheLead).ShouldNotBeNull().Rule.ShouldBe("XCT-9");
        // The window is the same before the service has told of it.
        (Command with { OccurredOn = WindowFrom.AddDays(-1), NextOn = null }).Objection(Review, Partnership(), null, Peers, TermCalendar.Shipped, TheLead).ShouldNotBeNull().Field.ShouldBe("occurredOn");
        Command.Objection(Review, Partnership(), null, Peers, TermCalendar.Shipped, TheLead).ShouldBeNull();
    }

    [Fact]
    public void looks_at_findings_of_its_review_each_once()
    {
        Holding(Command with { WhatChanged = [] }).ThenObjection("input", "whatChanged");
        Holding(Command with { WhatChanged = [new(FindingId.New(), CheckInLevel.Started)] }).ThenObjection("input", "whatChanged");
        Holding(Command with { WhatChanged = [.. Command.WhatChanged, .. Command.WhatChanged] }).ThenObjection("input", "whatChanged");
        Holding(Command with { HelpNeeded = new("Ask Dr Example.") }).ThenObjection("IMP-10", "helpNeeded");
        Holding(Command with { NextOn = Command.OccurredOn }).ThenObjection("input", "nextOn");
    }

    [Fact]
    public void may_be_followed_by_another_on_a_later_day()
    {
        var once = Given.Facts<CheckIn>(CheckInIsDue, CheckInWasHeld(Review));
        var again = Command with { OccurredOn = CheckInWasHeld(Review).OccurredOn.AddDays(1) };
        once.When(checkIn => again.Objection(Review, Partnership(), checkIn, Peers, TermCalendar.Shipped, TheLead), _ => again.Decide(Review)).Then<CheckInHeld>(_ => { });
        var earlier = Command with { OccurredOn = WindowFrom };
        once.When(checkIn => earlier.Objection(Review, Partnership(), checkIn, Peers, TermCalendar.Shipped, TheLead), _ => earlier.Decide(Review)).ThenObjection("input", "occurredOn");
    }

    [Fact]
    public void XCT_6_is_corrected_by_whoever_held_it_or_the_lead_for_them()
    {
        var (told, held) = (Guid.NewGuid(), CheckInWasHeld(Review));
        var command = new CorrectCheckIn(told, FindingOf(Review), CheckInLevel.Started, new("Two of four subjects only."), held.OccurredOn.AddDays(3));
        Correcting(command, TheLeadReviewer).Then(new CheckInCorrected(Id, Triad, told, FindingOf(Review), CheckInLevel.InPractice, CheckInLevel.Started, command.Reason, command.OccurredOn));
        Correcting(command, TheLead).ThenAllowed();
        Correcting(command, HeadOfCedars).ThenObjection("XCT-6").Status.ShouldBe(403);
        Correcting(command, TheHost).ThenObjection("XCT-6");
        Correcting(command, Nobody).ThenObjection("unknown");
        Correcting(command with { FindingId = FindingId.New() }, TheLead).ThenObjection("input", "findingId");
        Correcting(command with { Now = CheckInLevel.InPractice }, TheLead).ThenObjection("input", "now");
        Correcting(command with { OccurredOn = held.OccurredOn.AddDays(-1) }, TheLead).ThenObjection("input", "occurredOn");
        Correcting(command, TheLead, another: true).ThenObjection("input", "correctsEventId");

        When<CheckIn> Correcting(CorrectCheckIn asked, Acting acting, bool another = false) => Given.Facts<CheckIn>(CheckInIsDue, held)
            .When(checkIn => asked.Objection(Review, Partnership(), checkIn, another ? null : held, acting), checkIn => asked.Decide(checkIn, held));
    }

    [Theory]
    [InlineData(11, 18, 2, 23)] // Ninety days later is the first day of the February half-term.
    [InlineData(11, 11, 2, 9)]
    [InlineData(1, 10, 4, 13)] // A Friday of the Easter holidays.
    public void is_due_ninety_days_after_the_visit_or_on_the_first_open_day_after_the_holidays(int month, int day, int dueMonth, int dueDay)
    {
        var visitEnd = new DateOnly(month > 8 ? 2025 : 2026, month, day);
        Review.CheckInAfter(visitEnd, visitEnd, Partnership(), TermCalendar.Shipped).On.ShouldBe(new(2026, dueMonth, dueDay));
    }

    [Fact]
    public void is_due_within_the_window_of_its_protocol_by_the_calendar_known_at_the_feedback()
    {
        Review.CheckInAfter(Feedback, Feedback, Partnership(), TermCalendar.Shipped).ShouldBe(new(CheckInIsDue.On, WindowFrom, WindowTo));
        var narrow = Given.Facts<ReviewingPartnership>(
            new PartnershipFormed(Triad, "Colne Valley", PartnershipKind.Triad, Quadrant.Mid, [District.Braintree], [Ashdown, Birchwood, Cedars], null, null, HostHead, Visit.AddYears(-1)),
            new ProtocolAdopted(Triad, 1, Routes, [], 2, 15, 20, 34, SafeguardingRoute.Lado, 6, Visit.AddDays(-200), Visit.AddDays(-200))).State;
        // The 34th day after the visit is in the Easter holidays: the window reaches to the first day after them.
        Review.CheckInAfter(Feedback, Feedback, narrow, TermCalendar.Shipped).ShouldBe(new(new(2026, 4, 13), Feedback.AddDays(20), new(2026, 4, 13)));
        var closed = EssexTerms.Years.Single(year => year.AcademicYear == 2025) with { Version = 1, ClosedDays = [CheckInIsDue.On] };
        Due(closed with { OccurredOn = Feedback }).ShouldBe(CheckInIsDue.On.AddDays(1));
        Due(closed with { OccurredOn = Feedback.AddDays(1) }).ShouldBe(CheckInIsDue.On);

        static DateOnly Due(TermCalendarPublished year) => Review.CheckInAfter(Feedback, Feedback, Partnership(), TermCalendar.Of([year])).On;
    }

    private static When<CheckIn> Holding(HoldCheckIn command, Acting? acting = null) => Given.Facts<CheckIn>(CheckInIsDue)
        .When(checkIn => command.Objection(Review, Partnership(), checkIn, Peers, TermCalendar.Shipped, acting ?? TheLead), _ => command.Decide(Review));
}
