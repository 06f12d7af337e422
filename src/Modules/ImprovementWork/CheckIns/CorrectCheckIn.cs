using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The peer who held a check-in puts a level right that was recorded wrongly. The first stays in the ledger.</summary>
public sealed record CorrectCheckIn(Guid CorrectsEventId, FindingId FindingId, CheckInLevel Now, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    /// <param name="review">The review.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="checkIn">The check-ins so far.</param>
    /// <param name="corrected">The check-in that the named event told; null when it is none of this review.</param>
    /// <param name="acting">Who corrects.</param>
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, CheckIn? checkIn, CheckInHeld? corrected, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : review.NotFollowedUpOn(this) is { } over ? over
        : checkIn is null || corrected is null ? Contracts.Objection.Malformed("correctsEventId", "Name a check-in of this review.")
        : acting.Person != corrected.By && !review.LedFromOutside(acting, partnership) ? new("XCT-6", "A check-in is corrected by whoever held it, or by the partnership's lead for them.", "correctsEventId", 403)
        : checkIn.LevelAt(CorrectsEventId, corrected, FindingId) is not { } was ? Contracts.Objection.Malformed("findingId", "That check-in did not look at this finding.")
        : was == Now ? Contracts.Objection.Malformed("now", "It says so already.")
        : OccurredOn < corrected.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A check-in is corrected on its day or later.")
        : Reason.NotBetween1And(1000, "reason") ?? Reason.NamesSomebody("reason");

    public CheckInCorrected Decide(CheckIn checkIn, CheckInHeld corrected) => new(
        checkIn.ReviewId, checkIn.PartnershipId, CorrectsEventId, FindingId, checkIn.LevelAt(CorrectsEventId, corrected, FindingId)!.Value, Now, Reason, OccurredOn);
}

public static class CorrectCheckInEndpoint
{
    public static async Task<(ReviewingPartnership, CheckIn?, CheckInHeld?)> LoadAsync(CorrectCheckIn command, PeerReview review, IQuerySession session, CancellationToken token)
    {
        var told = await session.Events.FetchStreamAsync(CheckIn.StreamOf(review.Id), token: token);
        return (await ReviewingPartnership.OfAsync(review, session, token), await session.LoadAsync<CheckIn>(CheckIn.StreamOf(review.Id), token),
            told.FirstOrDefault(e => e.Id == command.CorrectsEventId)?.Data as CheckInHeld);
    }

    public static Objection? Validate(CorrectCheckIn command, PeerReview review, ReviewingPartnership partnership, CheckIn? checkIn, CheckInHeld? corrected, Acting acting) =>
        command.Objection(review, partnership, checkIn, corrected, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/check-ins/corrections")]
    public static Recorded Post(CorrectCheckIn command, [ReadModel("reviewId")] PeerReview review, CheckIn checkIn, CheckInHeld corrected, IDocumentSession session) =>
        session.Tell<CheckIn>(checkIn.Id, checkIn.Version, command.Decide(checkIn, corrected));
}
