using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>That a conversation was needed and held is worth keeping; what was said belongs to those who had it.</summary>
public sealed record HoldDifficultConversation(IReadOnlyList<RoleCount> Participants, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByTeam(acting, partnership)
        ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("occurredOn", "The visit has not begun."))
        ?? (OccurredOn < review.VisitStartedOn ? Contracts.Objection.Malformed("occurredOn", "The visit had not begun.")
        : Participants.Count == 0 || Participants.DistinctBy(role => role.Role).Count() != Participants.Count || Participants.Any(role => role.Count is < 1 or > 50)
            ? Contracts.Objection.Malformed("participants", "Say how many of each standing took part, each standing once.")
        : review.Conversations.Exists(held => held.OccurredOn == OccurredOn && held.Participants.SequenceEqual(Participants)) ? Contracts.Objection.Malformed("participants", "This conversation is recorded already.")
        : null);

    public DifficultConversationHeld Decide(PeerReview review) => new(review.Id, review.PartnershipId, Participants, OccurredOn);
}

public static class HoldDifficultConversationEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(HoldDifficultConversation command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/difficult-conversations")]
    public static (Recorded, Events) Post(HoldDifficultConversation command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
