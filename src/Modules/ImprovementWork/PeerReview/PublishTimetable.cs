using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The lead gives every step of the cycle its day, from shared data to check-in, and names who will run the workshop: not a cosy chat, but planned and managed.</summary>
public sealed record PublishTimetable(
    DateOnly DataSharingBy, DateOnly VisitFrom, DateOnly VisitTo, DateOnly WorkshopBy, DateOnly CheckInOn, IReadOnlyList<PersonId> Champions, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByLead(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.DataShared, Contracts.Objection.Malformed("occurredOn", "The visit has begun; its timetable stands."))
        ?? (OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A timetable follows the plan.")
        : VisitTo < VisitFrom || VisitTo.DayNumber - VisitFrom.DayNumber >= ReviewPolicy.LongestVisit ? new("IMP-8", $"A visit has one to {ReviewPolicy.LongestVisit} days.", "visitTo")
        : (VisitFrom, VisitTo) != (review.Plan.PlannedFrom, review.Plan.PlannedTo) ? Contracts.Objection.Malformed("visitFrom", "These are not the planned days of the visit. Postpone it first.")
        : DataSharingBy > VisitFrom ? Contracts.Objection.Malformed("dataSharingBy", "Data is shared before the visit.")
        : WorkshopBy <= VisitTo ? Contracts.Objection.Malformed("workshopBy", "The workshop follows the visit.")
        : CheckInOn <= WorkshopBy ? Contracts.Objection.Malformed("checkInOn", "The check-in follows the workshop.")
        : Champions.Distinct().Count() != Champions.Count ? Contracts.Objection.Malformed("champions", "Each champion is named once.")
        : Champions.Any(champion => (review.Confirmed is null ? review.Team : review.ConfirmedTeam()).Any(member => member.PersonId == champion)) ? new("IMP-18", "A champion is not on the review team.", "champions")
        : review.Timetable is { } known && Decide(review) with { Champions = known.Champions, OccurredOn = known.OccurredOn } == known && known.Champions.SequenceEqual(Champions)
            ? Contracts.Objection.Malformed("visitFrom", "This timetable is published already.")
        : null);

    public TimetablePublished Decide(PeerReview review) => new(review.Id, review.PartnershipId, DataSharingBy, VisitFrom, VisitTo, WorkshopBy, CheckInOn, Champions, OccurredOn);
}

public static class PublishTimetableEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(PublishTimetable command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/timetable")]
    public static (Recorded, Events) Post(PublishTimetable command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
