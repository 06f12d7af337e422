using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A proposed member says what links them to the host, "none" included: declaring nothing is not the same as having nothing to declare.</summary>
public sealed record DeclareReviewerInterest(PersonId PersonId, InterestNature Nature, DateOnly OccurredOn, ConfidentialText? Text = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : acting.Person != PersonId && !acting.Leads(review.PartnershipId) ? Contracts.Objection.LacksCapacity("whoever declares, or the lead who records it for them")
        : review.OutOfStep(ReviewState.Planned, ReviewState.DataShared, Contracts.Objection.Malformed("personId", "The visit has begun; the team stands.")) is { } late ? late
        : OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "Nobody declares an interest before the review is planned.")
        : review.Team.Find(member => member.PersonId == PersonId) is not { } member ? Contracts.Objection.Malformed("personId", "This person is not proposed for the team.")
        : member.Interest is { } declared && declared.Nature == Nature && declared.Text == Text ? Contracts.Objection.Malformed("nature", "This declaration is recorded already.")
        : Nature == InterestNature.Other && Text is null ? Contracts.Objection.Malformed("text", "Say in a few words what the interest is.")
        : Text?.NotBetween1And(2000, "text");

    public ReviewerInterestDeclared Decide(PeerReview review) => new(review.Id, review.PartnershipId, PersonId, Nature, Text, OccurredOn);
}

public static class DeclareReviewerInterestEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(DeclareReviewerInterest command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/interests")]
    public static (Recorded, Events) Post(DeclareReviewerInterest command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
