using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host head says whether the draft is accurate: the right of reply belongs to the school alone.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record AnswerReportAccuracy(int Draft, bool Accurate, DateOnly OccurredOn, IReadOnlyList<ConfidentialText>? Points = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotByHostHead(this, acting, partnership)
        ?? review.OutOfStep(ReviewState.Drafted, ReviewState.Drafted, Contracts.Objection.Malformed("draft",
            review.Draft is null ? "Nothing has been drafted yet." : "This draft is answered already."))
        ?? review.BeforeLastStep(this)
        ?? (Draft != review.Draft?.Draft ? Contracts.Objection.Malformed("draft", $"The draft to answer is number {review.Draft?.Draft}.")
        : !Accurate && Points is not { Count: > 0 } ? Contracts.Objection.Malformed("points", "Say what is not accurate, point by point.")
        : Accurate && Points is { Count: > 0 } ? Contracts.Objection.Malformed("points", "An accurate draft has no points to put right.")
        : Points?.Count > 50 ? Contracts.Objection.Malformed("points", "At most 50 points.")
        : Points?.Select(point => point.NotBetween1And(2000, "points")).FirstOrDefault(objection => objection is not null));

    public ReportAccuracyAnswered Decide(PeerReview review, PersonId answeredBy) =>
        new(review.Id, review.PartnershipId, Draft, Accurate, Points ?? [], answeredBy, OccurredOn);
}

public static class AnswerReportAccuracyEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(AnswerReportAccuracy command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/accuracy")]
    public static (Recorded, Events) Post(AnswerReportAccuracy command, [WriteModel("reviewId")] PeerReview review, Acting acting) =>
        (new(review.Version + 1), [command.Decide(review, acting.Person)]);
}
