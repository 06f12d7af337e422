using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>A thing the host shared before the visit: what it is called, and the fingerprint it is recognised by.</summary>
public sealed record SharedItemAsSeen(PreReviewDataKind Kind, ShownText? Title, string ContentHash);

/// <summary>What the host shared on one day, and how far.</summary>
public sealed record SharedDataAsSeen(AudienceRing Ring, DateOnly OccurredOn, IReadOnlyList<SharedItemAsSeen> Items);

/// <summary>That a difficult conversation was held, and between how many of each standing.</summary>
public sealed record ConversationAsSeen(DateOnly HeldOn, IReadOnlyList<RoleCount> Participants);

/// <summary>The cycle of a review as it was agreed, and what came between. Why a visit was put off or a review cancelled is for host head and team.</summary>
/// <param name="Timetable">The dates from shared data to check-in, as last published; null until then, and again once the visit is put off.</param>
/// <param name="SharedData">What the host shared that this reader may see.</param>
/// <param name="PostponedOn">The day the visit was last put off; null when it never was.</param>
/// <param name="PostponedBecause">Why.</param>
/// <param name="CancelledOn">The day the review was cancelled; null while it was not.</param>
/// <param name="CancelledBecause">Why.</param>
/// <param name="DifficultConversations">That such were held, and how many of each standing took part; nothing of what was said.</param>
/// <param name="ClosedOn">The day the cycle was closed; null while it was not.</param>
/// <param name="ClosedBecause">Why nothing followed it; null for a review that was followed up.</param>
public sealed record CycleOfReview(
    TimetablePublished? Timetable, IReadOnlyList<SharedDataAsSeen> SharedData, DateOnly? PostponedOn, ShownText? PostponedBecause, DateOnly? CancelledOn, ShownText? CancelledBecause,
    IReadOnlyList<ConversationAsSeen> DifficultConversations, DateOnly? ClosedOn, ShownText? ClosedBecause)
{
    public static CycleOfReview By(PeerReview review, Reader reader, Seal seal)
    {
        return new(
            review.Timetable, [.. review.Shared.Where(shared => reader.Opens(As(shared))).Select(shared => new SharedDataAsSeen(
                shared.Ring, shared.OccurredOn, [.. shared.Items.Select(item => new SharedItemAsSeen(item.Kind, reader.Show(item.Title, As(shared)), item.ContentHash))]))],
            review.Postponed?.OccurredOn, reader.Show(review.Postponed?.Reason, seal), review.Cancelled?.OccurredOn, reader.Show(review.Cancelled?.Reason, seal),
            [.. review.Conversations.Select(held => new ConversationAsSeen(held.OccurredOn, held.Participants))], review.ClosedOn, reader.Show(review.ClosedBecause, seal));

        Seal As(PreReviewDataShared shared) => seal with { Within = shared.Ring };
    }
}
