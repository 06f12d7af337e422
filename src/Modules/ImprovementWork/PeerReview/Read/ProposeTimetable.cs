using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Whether enough trained peers are found for a review.</summary>
/// <param name="Needed">How many peers review at least: two, and in a triad one from each of the other schools.</param>
/// <param name="Proposed">How many are proposed.</param>
/// <param name="Trained">How many of those are trained on the first day of the visit (IMP-4).</param>
public sealed record CoverOfReviewers(int Needed, int Proposed, int Trained);

/// <summary>A timetable for the whole cycle of a review, as the protocol and the school terms have it: a proposal, of which nothing is recorded.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="DataSharingBy">The last school day, inclusive, that leaves reviewers five school days to read what the host shares; today or the next school day when that day has passed.</param>
/// <param name="VisitFrom">First day of the visit, inclusive.</param>
/// <param name="VisitTo">Last day of the visit, inclusive.</param>
/// <param name="WorkshopBy">Last day, inclusive, for the workshop, if feedback is given on the last day of the visit.</param>
/// <param name="CheckIn">When a check-in is due, and from when to when it may be held.</param>
/// <param name="Cover">Whether enough trained peers are found.</param>
public sealed record TimetableProposal(
    ReviewId ReviewId, DateOnly DataSharingBy, DateOnly VisitFrom, DateOnly VisitTo, DateOnly WorkshopBy, DaysOfCheckIn CheckIn, CoverOfReviewers Cover)
{
    public static TimetableProposal Of(PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, IReadOnlyList<TrainingRecord> records, DateOnly today)
    {
        var (from, to) = (review.Plan.PlannedFrom, review.Plan.PlannedTo);
        var share = from;
        while (calendar.Between(share, from) < ReviewPolicy.SchoolDaysToReadData || !calendar.IsSchoolDay(share)) share = share.AddDays(-1);
        // Too near a visit there is no time for that: then today or the next school day, and never after the visit begins.
        if (share < today) share = calendar.FirstSchoolDayOnOrAfter(today);
        if (share > from) share = from;
        var peers = review.Team.Where(member => member.ReviewsAsPeer() && member.Assessment?.Outcome != Contracts.ImprovementWork.InterestOutcome.Excluded).ToList();
        return new(review.Id, share, from, to, review.LastDayForWorkshop(to, partnership, calendar), review.CheckInAfter(to, to, partnership, calendar),
            new(FitnessOfTeam.PeersNeeded, peers.Count, peers.Count(member => FitnessOfTeam.TrainedOn(member, records.FirstOrDefault(record => record.PersonId == member.PersonId), from))));
    }
}

public static class ProposeTimetableEndpoint
{
    public static async Task<(ReviewingPartnership, TermCalendar, IReadOnlyList<TrainingRecord>)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await Calendar.ReadAsync(session, token),
            await TrainingRecords.OfAsync(review.Team.Select(member => member.PersonId), session, token));

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Acting acting) => review.MayBeKnownTo(acting, partnership) && partnership.ProtocolOf(review) is not null ? null : Objection.Unknown();

    /// <summary>Dates for the whole cycle of a planned review, from shared data to check-in, counted by its protocol and the school terms; and whether enough trained peers are found.
    /// Nothing is recorded: publishing a timetable is the lead's.</summary>
    [WolverineGet("/api/v1/reviews/{reviewId}/timetable-proposal")]
    public static TimetableProposal Get(
        [ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, TermCalendar calendar, IReadOnlyList<TrainingRecord> records, Acting acting, HttpResponse response)
    {
        response.ETagOf(review.Version);
        return TimetableProposal.Of(review, partnership, calendar, records, acting.Today);
    }
}
