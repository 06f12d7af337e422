using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What the workshop agreed to do stands as objectives in the host's plan, where it is followed; a list of its own would be forgotten.</summary>
public sealed record AgreeActions(PlanId PlanId, IReadOnlyList<ObjectiveId> ObjectiveIds, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, PlanOfHost? plan, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, partnership)
        ?? review.NotFollowedUpOn(this)
        ?? (workshop?.Held is not { } held ? Contracts.Objection.Malformed("occurredOn", "Actions are agreed at the workshop, which has not been held.")
        : OccurredOn < held.OccurredOn ? Contracts.Objection.Malformed("occurredOn", $"The workshop was held on {held.OccurredOn:d MMMM yyyy}; its actions are agreed on that day or later.")
        : plan?.Opened.Urn is not { } urn || plan.Opened.PartnershipId != review.PartnershipId || !review.OwnersIn(partnership).Contains(urn)
            ? Contracts.Objection.Malformed("planId", "This is no plan of the host school in this partnership.")
        : ObjectiveIds.Count == 0 || ObjectiveIds.Distinct().Count() != ObjectiveIds.Count || !plan.Objectives.IsSupersetOf(ObjectiveIds)
            ? Contracts.Objection.Malformed("objectiveIds", "Name objectives of that plan, at least one and each once.")
        : workshop.Actions is { } before && before.PlanId == PlanId && before.ObjectiveIds.ToHashSet().SetEquals(ObjectiveIds)
            ? Contracts.Objection.Malformed("objectiveIds", "These actions are recorded already.")
        : null);

    public ActionsAgreed Decide(PeerReview review) => new(review.Id, review.PartnershipId, PlanId, ObjectiveIds, OccurredOn);
}

public static class AgreeActionsEndpoint
{
    public static async Task<(ReviewingPartnership, ImprovementWorkshop?, PlanOfHost?)> LoadAsync(AgreeActions command, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await session.LoadAsync<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), token),
            await session.Events.AggregateStreamAsync<PlanOfHost>(command.PlanId.Value, token: token));

    public static Objection? Validate(AgreeActions command, PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, PlanOfHost? plan, Acting acting) =>
        command.Objection(review, partnership, workshop, plan, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/workshop/actions")]
    public static Recorded Post(AgreeActions command, [ReadModel("reviewId")] PeerReview review, ImprovementWorkshop workshop, IDocumentSession session) =>
        session.Tell<ImprovementWorkshop>(workshop.Id, workshop.Version, command.Decide(review));
}
