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
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, IReadOnlyList<TrainingRecord> records, Acting acting)
    {
        var present = review.ConfirmedTeam().Where(member => ReviewersPresent.Contains(member.PersonId)).ToList();
        return review.NotRecordedByLeadOrLeadReviewer(acting, partnership)
            ?? review.OutOfStep(ReviewState.ProtocolConfirmed, ReviewState.DataShared, review.Protocol is null
                ? new("IMP-6", "No visit before host and team have confirmed the protocol for this review.")
                : Contracts.Objection.Malformed("occurredOn", "The visit has begun already."))
            ?? review.BeforeLastStep(this)
            ?? (review.StaffBriefedOn is null || review.StaffBriefedOn > OccurredOn ? new("IMP-6", "No visit before the host's staff have been briefed.")
            : partnership.Kind == PartnershipKind.Triad && review.Plan.Round == 1 && review.ConfirmedTeam().All(member => member.Role != TeamRole.Facilitator)
                ? new("IMP-7", "The first round of a triad has a facilitator from outside in the confirmed team.")
            : present.Count != ReviewersPresent.Count ? Contracts.Objection.Malformed("reviewersPresent", "Those present are confirmed members of the team, each named once.")
            : FitnessOfTeam.NotPeers(present, "reviewersPresent") ?? FitnessOfTeam.NotFit(present, records, OccurredOn, "reviewersPresent") ?? NotTakingPart(review, present, partnership));
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

public static class StartVisitEndpoint
{
    public static async Task<(ReviewingPartnership, IReadOnlyList<TrainingRecord>)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await TrainingRecords.OfAsync(review.Team.Select(member => member.PersonId), session, token));

    public static Objection? Validate(StartVisit command, PeerReview review, ReviewingPartnership partnership, IReadOnlyList<TrainingRecord> records, Acting acting) =>
        command.Objection(review, partnership, records, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/visit/start")]
    public static (Recorded, Events) Post(StartVisit command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
