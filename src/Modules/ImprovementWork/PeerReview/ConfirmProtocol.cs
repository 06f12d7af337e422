using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Host and team confirm for this review where its outcome goes and what it may start, before there is an outcome, and that they know whom a safeguarding concern goes to. What the schools signed may be narrowed, never widened;
/// where nothing is said it stands.</summary>
public sealed record ConfirmProtocol(
    int ProtocolVersion, bool SafeguardingUnderstood, DateOnly OccurredOn, IReadOnlyList<Route>? Routes = null, IReadOnlyList<Trigger>? TriggersAllowed = null, DateOnly? StaffBriefedOn = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var signed = partnership.ProtocolOf(review);
        return review.NotRecordedByLeadOrHost(acting, partnership)
            ?? review.OutOfStep(ReviewState.TeamConfirmed, ReviewState.TeamConfirmed, review.Protocol is null
                ? new("IMP-3", "The team is confirmed first: it confirms the protocol together with the host.")
                : Contracts.Objection.Malformed("protocolVersion", "The protocol of this review is confirmed already."))
            ?? review.BeforeLastStep(this)
            ?? (signed is null || signed.Version != ProtocolVersion ? new("PRT-6", $"Version {ProtocolVersion} was not the protocol in force on {review.Plan.OccurredOn:d MMMM yyyy}, when this review was planned.", "protocolVersion")
            : Routes?.DistinctBy(route => route.Artefact).Count() != Routes?.Count ? Contracts.Objection.Malformed("routes", "An artefact has one route.")
            : Routes?.All(route => signed.DefaultRoutes.Any(agreed => Within(route, agreed))) == false
                ? new("PRT-6", "A review may narrow the routes that the schools signed, not widen them.", "routes")
            : TriggersAllowed?.Except(signed.TriggersAllowed).Any() == true
                ? new("PRT-6", "A review may start no more than the schools signed.", "triggersAllowed")
            : !SafeguardingUnderstood ? Contracts.Objection.Malformed("safeguardingUnderstood", "Host and team know whom a safeguarding concern goes to before they confirm.")
            : StaffBriefedOn > OccurredOn ? Contracts.Objection.Malformed("staffBriefedOn", "A briefing that has not taken place does not count.")
            : StaffBriefedOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("staffBriefedOn", "Staff are briefed once the review is planned.")
            : null);
    }

    public ProtocolConfirmed Decide(PeerReview review, ReviewingPartnership partnership)
    {
        var signed = partnership.ProtocolOf(review) ?? throw new InvalidOperationException("Objection() lets no review without a protocol pass.");
        return new(review.Id, review.PartnershipId, signed.Version, Routes ?? signed.DefaultRoutes, TriggersAllowed ?? signed.TriggersAllowed, StaffBriefedOn, OccurredOn, SafeguardingUnderstood);
    }

    private static bool Within(Route route, Route agreed) => route.Artefact == agreed.Artefact && route.MaxRing <= agreed.MaxRing && route.Extent <= agreed.Extent;
}

public static class ConfirmProtocolEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ConfirmProtocol command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/protocol")]
    public static (Recorded, Events) Post(ConfirmProtocol command, [WriteModel("reviewId")] PeerReview review, ReviewingPartnership partnership) =>
        (new(review.Version + 1), [command.Decide(review, partnership)]);
}
