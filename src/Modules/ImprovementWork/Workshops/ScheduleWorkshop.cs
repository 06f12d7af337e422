using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The workshop gets a day and champions from outside, so that what was found is worked on and not put in a drawer.</summary>
public sealed record ScheduleWorkshop(IReadOnlyList<Champion> Champions, DateOnly PlannedOn, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, AroundWorkshop around, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, around.Partnership)
        ?? review.NotFollowedUpOn(this)
        ?? (around.Workshop?.Held is not null ? Contracts.Objection.Malformed("plannedOn", "The workshop has been held.")
        : PlannedOn < OccurredOn ? Contracts.Objection.Malformed("plannedOn", "A workshop is planned on its day or before.")
        : around.Workshop?.Scheduled is { } before && before.PlannedOn == PlannedOn && before.Champions.ToHashSet().SetEquals(Champions.Select(champion => champion.PersonId))
            ? Contracts.Objection.Malformed("plannedOn", "The workshop is planned so already.")
        : Champions.NotFit(review, around, PlannedOn));

    public WorkshopScheduled Decide(PeerReview review) => new(review.Id, review.PartnershipId, [.. Champions.Select(champion => champion.PersonId)], PlannedOn, OccurredOn);
}

public static class ScheduleWorkshopEndpoint
{
    public static Task<AroundWorkshop> LoadAsync(ScheduleWorkshop command, PeerReview review, IQuerySession session, CancellationToken token) =>
        AroundWorkshop.OfAsync(review, command.Champions, command.PlannedOn, session, token);

    public static Objection? Validate(ScheduleWorkshop command, PeerReview review, AroundWorkshop around, Acting acting) => command.Objection(review, around, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/workshop/schedule")]
    public static Recorded Post(ScheduleWorkshop command, [ReadModel("reviewId")] PeerReview review, AroundWorkshop around, IDocumentSession session) =>
        session.Tell<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), around.Version, command.Decide(review));
}
