using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host hears the findings face to face before anybody reads them.</summary>
public sealed record GiveFeedback(IReadOnlyList<Capacity> ToRoles, bool WithStaff, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
        ?? review.OutOfStep(ReviewState.VisitEnded, ReviewState.VisitEnded, Contracts.Objection.Malformed("occurredOn",
            review.Feedback is null ? "Feedback is given when the visit has ended." : "Feedback is recorded already."))
        ?? review.BeforeLastStep(this)
        ?? (review.Findings.IsEmpty ? new("IMP-10", "There is no finding to tell the host yet.")
        : review.Findings.Any(finding => finding.OccurredOn > OccurredOn) ? Contracts.Objection.Malformed("occurredOn", "A finding was agreed after that day.")
        : ToRoles.Count == 0 || ToRoles.Distinct().Count() != ToRoles.Count ? Contracts.Objection.Malformed("toRoles", "Say who heard it, each role once.")
        : null);

    public FeedbackGiven Decide(PeerReview review) => new(review.Id, review.PartnershipId, ToRoles, WithStaff, OccurredOn);
}

public static class GiveFeedbackEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(GiveFeedback command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/feedback")]
    public static (Recorded, Events) Post(GiveFeedback command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
