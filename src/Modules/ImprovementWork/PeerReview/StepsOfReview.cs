using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>The steps of a review follow each other, in order and in time.</summary>
public static class StepsOfReview
{
    /// <summary>XCT-9 once the report is final; <paramref name="otherwise"/> when the review has not come as far as <paramref name="from"/> or is past <paramref name="to"/>.</summary>
    public static Objection? OutOfStep(this PeerReview review, ReviewState from, ReviewState to, Objection otherwise) =>
        review.State == ReviewState.Cancelled ? new("XCT-9", "The review was cancelled; nothing is added to it.")
        : review.State is ReviewState.Finalised or ReviewState.Closed ? new("XCT-9", "The report is final; nothing is added to this review.")
        : review.State < from || review.State > to ? otherwise
        : null;

    /// <summary>XCT-9 for a review that is closed or cancelled, and an objection to what comes before its report is final.</summary>
    public static Objection? NotFinal(this PeerReview review, ICommand command) =>
        review.State is ReviewState.Closed or ReviewState.Cancelled ? new("XCT-9", "This review is over; nothing is added to it.")
        : review.Final is null ? new("IMP-11", "The report is made final first.")
        : review.BeforeLastStep(command);

    /// <summary>Steps follow each other in time as well as in order.</summary>
    public static Objection? BeforeLastStep(this PeerReview review, ICommand command) =>
        command.OccurredOn < review.Since ? Objection.Malformed("occurredOn", $"The last step of this review was on {review.Since:d MMMM yyyy}; the next is not before it.") : null;

    /// <summary>The last day, inclusive, for the host head to answer the latest draft: ten school days from the day of the draft or, when it was recorded later, from that (IMP-11).</summary>
    public static DateOnly LastDayToAnswer(this PeerReview review, TermCalendar calendar) =>
        calendar.After(review.DraftRecordedOn > review.Draft!.OccurredOn ? review.DraftRecordedOn.Value : review.Draft.OccurredOn, ReviewPolicy.SchoolDaysToAnswer);
}
