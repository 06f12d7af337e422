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
    /// <param name="partnership">Its partnership.</param>
    /// <param name="records">Training of the team.</param>
    /// <param name="acting">Who records.</param>
    /// <param name="earlier">True when a visit of another review of the partnership has begun before. A number of the round alone proves no first round.</param>
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, IReadOnlyList<TrainingRecord> records, Acting acting, bool earlier = true)
    {
        var present = review.ConfirmedTeam().Where(member => ReviewersPresent.Contains(member.PersonId)).ToList();
        return review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
            ?? review.OutOfStep(ReviewState.ProtocolConfirmed, ReviewState.DataShared, review.Protocol is null
                ? new("IMP-6", "No visit before host and team have confirmed the protocol for this review.")
                : Contracts.Objection.Malformed("occurredOn", "The visit has begun already."))
            ?? review.BeforeLastStep(this)
            ?? (review.StaffBriefedOn is null || review.StaffBriefedOn > OccurredOn ? new("IMP-6", "No visit before the host's staff have been briefed.")
            : partnership.Kind == PartnershipKind.Triad && (review.Plan.Round == 1 || !earlier) && review.ConfirmedTeam().All(member => member.Role != TeamRole.Facilitator)
                ? new("IMP-7", "The first round of a triad has a facilitator from outside in the confirmed team.")
            : present.Count != ReviewersPresent.Count ? Contracts.Objection.Malformed("reviewersPresent", "Those present are confirmed members of the team, each named once.")
            : FitnessOfTeam.NotPeers(present, "reviewersPresent") ?? FitnessOfTeam.NotFit(present, records, OccurredOn, "reviewersPresent") ?? FitnessOfTeam.NotBothSchools(review, partnership, present.HomesOn(OccurredOn, partnership), OccurredOn, "reviewersPresent") ?? NotTakingPart(review, present, partnership));
    }

    /// <summary>The host and the schools of those present belong and have signed on the day of the visit as well, each under the URN it has by then. A school that never was a member
    /// came in by a link, which was asked when the team was confirmed.</summary>
    private Objection? NotTakingPart(PeerReview review, IReadOnlyList<TeamMember> present, ReviewingPartnership partnership)
    {
        Objection? Absent(Urn urn, string field) => partnership.NotTakingPart(partnership.Members.InPlaceOf(urn, OccurredOn), OccurredOn, partnership.ProtocolOf(review), field);
        return Absent(review.HostUrn, "occurredOn")
            ?? present.Select(member => member.HomeUrn).OfType<Urn>().Where(urn => partnership.Members.Any(member => member.Urn == urn)).Select(urn => Absent(urn, "reviewersPresent")).FirstOrDefault(objection => objection is not null);
    }

    public VisitStarted Decide(PeerReview review) => new(review.Id, review.PartnershipId, ReviewersPresent, OccurredOn);
}

/// <summary>Whether a visit of another review of the same partnership has begun before this one.</summary>
public sealed record VisitedBefore(bool IsSo)
{
    public static async Task<VisitedBefore> OfAsync(PeerReview review, IQuerySession session, CancellationToken token)
    {
        var (partnership, id) = (review.PartnershipId, review.Id);
        return new(await session.Query<PeerReview>().AnyAsync(other => other.PartnershipId == partnership && other.Id != id && other.VisitStartedOn != null, token));
    }
}

public static class StartVisitEndpoint
{
    public static async Task<(ReviewingPartnership, IReadOnlyList<TrainingRecord>, VisitedBefore)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await TrainingRecords.OfAsync(review.Team.Select(member => member.PersonId), session, token), await VisitedBefore.OfAsync(review, session, token));

    public static Objection? Validate(StartVisit command, PeerReview review, ReviewingPartnership partnership, IReadOnlyList<TrainingRecord> records, VisitedBefore before, Acting acting) =>
        command.Objection(review, partnership, records, acting, before.IsSo);

    [WolverinePost("/api/v1/reviews/{reviewId}/visit/start")]
    public static (Recorded, Events) Post(StartVisit command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
