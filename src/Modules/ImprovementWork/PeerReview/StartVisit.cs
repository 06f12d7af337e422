using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The visit begins, once everybody knows where its outcome goes and staff have been told.</summary>
public sealed record StartVisit(IReadOnlyList<PersonId> ReviewersPresent, DateOnly OccurredOn) : ICommand
{
    /// <param name="review">The review.</param>
    /// <param name="fitness">What those who come are weighed against: the same as when they were confirmed.</param>
    /// <param name="before">Whether the host was visited before. A number of the round alone proves no first round.</param>
    /// <param name="acting">Who records.</param>
    public Objection? Objection(PeerReview review, FitnessOfTeam fitness, VisitedBefore before, Acting acting)
    {
        var partnership = fitness.Partnership;
        var present = review.ConfirmedTeam().Where(member => ReviewersPresent.Contains(member.PersonId)).ToList();
        return review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
            ?? review.OutOfStep(ReviewState.ProtocolConfirmed, ReviewState.DataShared, review.Protocol is null
                ? new("IMP-6", "No visit before host and team have confirmed the protocol for this review.")
                : Contracts.Objection.Malformed("occurredOn", "The visit has begun already."))
            ?? review.BeforeLastStep(this)
            ?? (review.StaffBriefedOn is null || review.StaffBriefedOn > OccurredOn ? new("IMP-6", "No visit before the host's staff have been briefed.")
            : present.Count != ReviewersPresent.Count ? Contracts.Objection.Malformed("reviewersPresent", "Those present are confirmed members of the team, each named once.")
            : partnership.Kind == PartnershipKind.Triad && (review.Plan.Round == 1 || !before.IsSo) && present.All(member => member.Role != TeamRole.Facilitator)
                ? new("IMP-7", "In the first round of a triad each visit has a facilitator from outside, who has come.", "reviewersPresent")
            : fitness.Objection(review, present, OccurredOn, OccurredOn, "reviewersPresent")
                ?? partnership.NotTakingPart(partnership.Members.InPlaceOf(review.HostUrn, OccurredOn), OccurredOn, partnership.ProtocolOf(review), "occurredOn"));
    }

    public VisitStarted Decide(PeerReview review) => new(review.Id, review.PartnershipId, ReviewersPresent, OccurredOn);
}

/// <summary>Whether the host, or a school whose place it took, was visited before in this partnership. A visit of a review that was cancelled was none.</summary>
public sealed record VisitedBefore(bool IsSo)
{
    public static async Task<VisitedBefore> OfAsync(PeerReview review, ReviewingPartnership partnership, IQuerySession session, CancellationToken token)
    {
        var (partners, id, line) = (review.PartnershipId, review.Id, review.LineIn(partnership).ToArray());
        return new(await session.Query<PeerReview>().AnyAsync(other => other.PartnershipId == partners && other.Id != id && other.HostUrn.IsOneOf(line) && other.VisitStartedOn != null && other.Cancelled == null, token));
    }
}

public static class StartVisitEndpoint
{
    public static async Task<(FitnessOfTeam, VisitedBefore)> LoadAsync(StartVisit command, PeerReview review, IQuerySession session, CancellationToken token)
    {
        var fitness = await FitnessOfTeam.OfAsync(review, command.OccurredOn, session, token);
        return (fitness, await VisitedBefore.OfAsync(review, fitness.Partnership, session, token));
    }

    public static Objection? Validate(StartVisit command, PeerReview review, FitnessOfTeam fitness, VisitedBefore before, Acting acting) => command.Objection(review, fitness, before, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/visit/start")]
    public static (Recorded, Events) Post(StartVisit command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
