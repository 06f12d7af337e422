using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine;

namespace EssexImprovement.ImprovementWork;

/// <summary>The service reminds itself: the last day for the workshop of a review is over.</summary>
public sealed record LastDayForWorkshopPassed(ReviewId ReviewId);

/// <summary>A workshop not held by its last day is overdue: it is told as such, and refuses nothing (IMP-19).</summary>
public static class WhenLastDayForWorkshopPassedHandler
{
    public static async Task<OutgoingMessages> Handle(LastDayForWorkshopPassed passed, IDocumentSession session, TimeProvider clock, CancellationToken token)
    {
        var stream = ImprovementWorkshop.StreamOf(passed.ReviewId);
        var workshop = await session.LoadAsync<ImprovementWorkshop>(stream, token);
        if (workshop is not { Due: { } due, Held: null, Overdue: null } || (await session.LoadAsync<PeerReview>((object)passed.ReviewId, token))?.GoesOn() != true) return [];
        if (London.Today(clock) <= due.By) return Deadline.After(due.By, passed, clock); // Woken by a clock that runs ahead.

        session.CausationId = (await session.Events.FetchStreamAsync(stream, token: token)).First(e => e.Data is WorkshopDue).Id.ToString();
        session.Tell<ImprovementWorkshop>(stream, workshop.Version, new WorkshopOverdue(workshop.ReviewId, workshop.PartnershipId, due.By, due.By.AddDays(1)));
        return [];
    }
}
