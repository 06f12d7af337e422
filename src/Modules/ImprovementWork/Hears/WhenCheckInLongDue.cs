using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine;

namespace EssexImprovement.ImprovementWork;

/// <summary>The service reminds itself: the check-in of a review was due so long ago that it counts as missed if none was held.</summary>
public sealed record CheckInLongDue(ReviewId ReviewId);

/// <summary>A check-in that nobody held 30 days after it was due is missed; one that is held later still counts, and says it was late.</summary>
public static class WhenCheckInLongDueHandler
{
    public static async Task<OutgoingMessages> Handle(CheckInLongDue passed, IDocumentSession session, TimeProvider clock, CancellationToken token)
    {
        var stream = CheckIn.StreamOf(passed.ReviewId);
        var checkIn = await session.LoadAsync<CheckIn>(stream, token);
        if (checkIn is not { Due: { } due, Held.IsEmpty: true, Missed: null } || (await session.LoadAsync<PeerReview>((object)passed.ReviewId, token))?.GoesOn() != true) return [];
        var last = due.On.AddDays(ReviewPolicy.CheckInMissedAfterDays);
        if (London.Today(clock) <= last) return Deadline.After(last, passed, clock); // Woken by a clock that runs ahead.

        session.CausationId = (await session.Events.FetchStreamAsync(stream, token: token)).First(e => e.Data is CheckInDue).Id.ToString();
        session.Tell<CheckIn>(stream, checkIn.Version, new CheckInMissed(checkIn.ReviewId, checkIn.PartnershipId, ReviewPolicy.CheckInMissedAfterDays, last));
        return [];
    }
}
