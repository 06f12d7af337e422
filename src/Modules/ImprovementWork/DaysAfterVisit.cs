using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>When a check-in is due, and between which days it may be held; all inclusive.</summary>
public sealed record DaysOfCheckIn(DateOnly On, DateOnly From, DateOnly To);

/// <summary>What the protocol of a review says of the days after its visit.</summary>
public static class DaysAfterVisit
{
    /// <summary>The last day, inclusive, for the workshop: so many school days after the feedback as the protocol says, by the calendar known on the day of the feedback (IMP-19).</summary>
    public static DateOnly LastDayForWorkshop(this PeerReview review, DateOnly feedback, ReviewingPartnership partnership, TermCalendar calendar) =>
        calendar.After(feedback, partnership.BindingOn(review).WorkshopWithinSchoolDays);

    /// <summary>About 90 days after the visit, within the window of the protocol; in holidays the first day after them on which schools are open, by the calendar known on the day of the
    /// feedback. A window that would end in those holidays reaches to that day.</summary>
    public static DaysOfCheckIn CheckInAfter(this PeerReview review, DateOnly visitEnd, DateOnly feedback, ReviewingPartnership partnership, TermCalendar calendar)
    {
        var protocol = partnership.BindingOn(review);
        var (from, to) = (visitEnd.AddDays(protocol.CheckInFromDays), visitEnd.AddDays(protocol.CheckInToDays));
        var on = calendar.FirstSchoolDayOnOrAfter(visitEnd.AddDays(Math.Clamp(ReviewPolicy.CheckInAfterDays, protocol.CheckInFromDays, protocol.CheckInToDays)), feedback);
        return new(on, from, on > to ? on : to);
    }

    private static ProtocolAdopted BindingOn(this ReviewingPartnership partnership, PeerReview review) =>
        partnership.ProtocolOf(review) ?? throw new InvalidOperationException("No review is planned without a protocol (PRT-6).");
}
