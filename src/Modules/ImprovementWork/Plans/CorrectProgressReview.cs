using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who rated an objective puts right what was recorded wrongly. The first rating stays in the ledger.</summary>
public sealed record CorrectProgressReview(Guid CorrectsEventId, ObjectiveId ObjectiveId, Rag Now, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    /// <param name="plan">The plan.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="corrected">The progress review that the named event told; null when it is none of this plan.</param>
    /// <param name="acting">Who corrects.</param>
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, ProgressReviewHeld? corrected, Acting acting) =>
        plan.NotGoingOn(this, partnership, acting)
        ?? (corrected is null ? Contracts.Objection.Malformed("correctsEventId", "Name a progress review of this plan.")
        : !corrected.ByPersons.Contains(acting.Person) && !acting.Leads(plan.PartnershipId) ? new("XCT-6", "A rating is corrected by whoever gave it, or by the lead for them.", "correctsEventId", 403)
        : plan.RatingIn(corrected.Number, ObjectiveId) is not { } was ? Contracts.Objection.Malformed("objectiveId", "That progress review did not rate this objective.")
        : was == Now ? Contracts.Objection.Malformed("now", "It says so already.")
        : OccurredOn < corrected.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A progress review is corrected on its day or later.")
        : Reason.NotBetween1And(1000, "reason"));

    public ProgressReviewCorrected Decide(ImprovementPlan plan, ProgressReviewHeld corrected) =>
        new(plan.Id, plan.PartnershipId, CorrectsEventId, corrected.Number, ObjectiveId, plan.RatingIn(corrected.Number, ObjectiveId)!.Value, Now, Reason, OccurredOn);
}

public static class CorrectProgressReviewEndpoint
{
    public static async Task<(ReviewingPartnership, ProgressReviewHeld?)> LoadAsync(CorrectProgressReview command, ImprovementPlan plan, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(plan.PartnershipId, session, token),
            (await session.Events.FetchStreamAsync(plan.Id.Value, token: token)).FirstOrDefault(e => e.Id == command.CorrectsEventId)?.Data as ProgressReviewHeld);

    public static Objection? Validate(CorrectProgressReview command, ImprovementPlan plan, ReviewingPartnership partnership, ProgressReviewHeld? corrected, Acting acting) =>
        command.Objection(plan, partnership, corrected, acting);

    [WolverinePost("/api/v1/plans/{planId}/progress-reviews/corrections")]
    public static (Recorded, Events) Post(CorrectProgressReview command, [WriteModel("planId")] ImprovementPlan plan, ProgressReviewHeld corrected) =>
        (new(plan.Version + 1), [command.Decide(plan, corrected)]);
}
