using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A second look says what became of each finding of the earlier review, and what shows it.</summary>
public sealed record RecordFollowUpStatus(FindingId PriorFindingId, FollowUpStatus Status, DateOnly OccurredOn, IReadOnlyList<EvidenceId>? EvidenceIds = null) : ICommand
{
    /// <param name="review">The later review.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="earlier">The review it follows up; null when it follows up none.</param>
    /// <param name="acting">Who records.</param>
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, PeerReview? earlier, Acting acting)
    {
        var evidence = EvidenceIds ?? [];
        return review.NotJudgedByTeam(acting, partnership)
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("occurredOn", "The visit has not begun."))
            ?? (earlier is null ? Contracts.Objection.Malformed("priorFindingId", "This review follows up no earlier one.")
            : !earlier.Findings.Exists(finding => finding.FindingId == PriorFindingId) ? Contracts.Objection.Malformed("priorFindingId", "The earlier review has no such finding.")
            : OccurredOn < review.VisitStartedOn ? Contracts.Objection.Malformed("occurredOn", "The visit had not begun.")
            : evidence.Distinct().Count() != evidence.Count || !evidence.All(id => review.Evidence.Exists(item => item.EvidenceId == id)) ? Contracts.Objection.Malformed("evidenceIds", "Name evidence of this review, each item once.")
            : Status != FollowUpStatus.NotRevisited && evidence.Count == 0 ? Contracts.Objection.Malformed("evidenceIds", "Say what shows it.")
            : review.FollowUp.Exists(known => known.PriorFindingId == PriorFindingId && known.Status == Status && known.EvidenceIds.ToHashSet().SetEquals(evidence))
                ? Contracts.Objection.Malformed("status", "This is recorded already.")
            : null);
    }

    public FollowUpStatusSet Decide(PeerReview review) => new(review.Id, review.PartnershipId, PriorFindingId, Status, EvidenceIds ?? [], OccurredOn);
}

/// <summary>The review that a later one follows up, if it does.</summary>
public sealed record EarlierReview(PeerReview? Review)
{
    public static async Task<EarlierReview> OfAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        new(review.Plan.FollowUpOf is { } id ? await session.LoadAsync<PeerReview>((object)id, token) : null);
}

public static class RecordFollowUpStatusEndpoint
{
    public static async Task<(ReviewingPartnership, EarlierReview)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await EarlierReview.OfAsync(review, session, token));

    public static Objection? Validate(RecordFollowUpStatus command, PeerReview review, ReviewingPartnership partnership, EarlierReview earlier, Acting acting) =>
        command.Objection(review, partnership, earlier.Review, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/follow-up")]
    public static (Recorded, Events) Post(RecordFollowUpStatus command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
