using EssexImprovement.Contracts;

namespace EssexImprovement.ImprovementWork;

/// <summary>Workshop and check-in follow up what a review found. They have streams of their own: once the report is final the review takes no facts, and its follow-up does.</summary>
public static class FollowUp
{
    /// <summary>XCT-9 once the review is over; otherwise an objection before the host has heard the findings.</summary>
    public static Objection? NotFollowedUpOn(this PeerReview review, ICommand command) =>
        !review.GoesOn() ? new("XCT-9", "This review is over; nothing is added to it.")
        : review.Feedback is not { } feedback ? Objection.Malformed("occurredOn", "A review is followed up once the host has heard its findings.")
        : command.OccurredOn < feedback.OccurredOn ? Objection.Malformed("occurredOn", $"The host heard the findings on {feedback.OccurredOn:d MMMM yyyy}; follow-up is not before that.")
        : null;

    /// <summary>XCT-9 once the review is over; otherwise an objection while its report is not final, or on a day before its last step.</summary>
    public static Objection? NotClosedOn(this PeerReview review, ICommand command) =>
        !review.GoesOn() ? new("XCT-9", "This review is over already.")
        : review.Final is null ? Objection.Malformed("occurredOn", "A review is closed after its report is final.")
        : review.BeforeLastStep(command);

    /// <summary>False once it is closed or cancelled: what was due of it is due no more.</summary>
    public static bool GoesOn(this PeerReview review) => review.State is not (ReviewState.Closed or ReviewState.Cancelled);

    /// <summary>What host and team confirmed that the outcome of this review may start (B.7). Nothing else follows by itself.</summary>
    public static bool MayStart(this PeerReview review, Trigger trigger) => review.Protocol?.TriggersAllowed.Contains(trigger) == true;

    /// <summary>An objection unless each is a finding of this review, named once.</summary>
    public static Objection? NotFindings(this PeerReview review, IReadOnlyCollection<FindingId> findings, string field) =>
        findings.Count > 0 && findings.Distinct().Count() == findings.Count && findings.All(id => review.Findings.Exists(finding => finding.FindingId == id))
            ? null : Objection.Malformed(field, "Name findings of this review, at least one and each once.");
}
