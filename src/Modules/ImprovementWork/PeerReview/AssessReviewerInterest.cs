using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody else weighs what was declared: nobody clears themself.</summary>
public sealed record AssessReviewerInterest(PersonId PersonId, InterestOutcome Outcome, DateOnly OccurredOn, ConfidentialText? Safeguards = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.DataShared, Contracts.Objection.Malformed("personId", "The visit has begun; the team stands."))
        ?? (acting.Person == PersonId ? new("XCT-6", "Nobody weighs their own interest.", "personId")
        : review.Team.Find(member => member.PersonId == PersonId) is not { } member ? Contracts.Objection.Malformed("personId", "This person is not proposed for the team.")
        : member.Interest is not { } declared ? new("IMP-5", "There is nothing to weigh: this person has declared nothing yet, not even that there is nothing.", "personId")
        : member.Assessment is not null ? new("XCT-6", "This declaration is weighed already; a new declaration may be weighed anew.", "personId")
        : OccurredOn < declared.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "An interest is weighed after it was declared.")
        : Outcome == InterestOutcome.ClearWithSafeguards && Safeguards is null ? new("IMP-5", "Say which safeguards were agreed.", "safeguards")
        : Safeguards?.NotBetween1And(2000, "safeguards"));

    public ReviewerInterestAssessed Decide(PeerReview review, PersonId assessedBy) =>
        new(review.Id, review.PartnershipId, PersonId, Outcome, Safeguards, assessedBy, OccurredOn);
}

public static class AssessReviewerInterestEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(AssessReviewerInterest command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/interest-assessments")]
    public static (Recorded, Events) Post(AssessReviewerInterest command, [WriteModel("reviewId")] PeerReview review, Acting acting) =>
        (new(review.Version + 1), [command.Decide(review, acting.Person)]);
}
