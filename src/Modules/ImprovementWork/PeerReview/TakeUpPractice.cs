using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Another school takes up what was offered, so that it is seen where practice travels.</summary>
public sealed record TakeUpPractice(PracticeId PracticeId, Urn TakenUpBy, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : !acting.Leads(review.PartnershipId) && !acting.IsAt(TakenUpBy, Capacity.Headteacher) ? Contracts.Objection.LacksCapacity("the partnership's lead or the head of the school that takes it up")
        : review.Practices.Find(practice => practice.PracticeId == PracticeId) is not { } practice ? Contracts.Objection.Unknown("practiceId")
        : OccurredOn < practice.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is taken up once it is offered.")
        : review.OwnersIn(partnership).Contains(TakenUpBy) ? Contracts.Objection.Malformed("takenUpBy", "A school takes up what another offers.")
        : !partnership.MembersOn(OccurredOn).Contains(TakenUpBy) ? new("XCT-8", $"School {TakenUpBy} was not a member on {OccurredOn:d MMMM yyyy}.", "takenUpBy")
        : review.TakenUp.Exists(known => (known.PracticeId, known.TakenUpBy) == (PracticeId, TakenUpBy)) ? Contracts.Objection.Malformed("takenUpBy", "This is recorded already.")
        : null;

    public PracticeTakenUp Decide(PeerReview review) => new(review.Id, review.PartnershipId, PracticeId, TakenUpBy, OccurredOn);
}

public static class TakeUpPracticeEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(TakeUpPractice command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/practices/taken-up")]
    public static (Recorded, Events) Post(TakeUpPractice command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
