using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Another school, of this partnership or of a linked one, takes up what was offered, so that it is seen where practice travels.</summary>
public sealed record TakeUpPractice(PracticeId PracticeId, Urn TakenUpBy, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, LinkedSchools linked, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) && !(linked.Urns.Contains(TakenUpBy) && acting.IsAt(TakenUpBy, Capacity.Headteacher)) ? Contracts.Objection.Unknown()
        : !acting.Leads(review.PartnershipId) && !acting.IsAt(TakenUpBy, Capacity.Headteacher) ? Contracts.Objection.LacksCapacity("the partnership's lead or the head of the school that takes it up")
        : review.Practices.Find(practice => practice.PracticeId == PracticeId) is not { } practice ? Contracts.Objection.Unknown("practiceId")
        : OccurredOn < practice.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is taken up once it is offered.")
        : review.OwnersIn(partnership).Contains(TakenUpBy) ? Contracts.Objection.Malformed("takenUpBy", "A school takes up what another offers.")
        : !linked.Urns.Contains(TakenUpBy) && partnership.NotAMember(TakenUpBy, OccurredOn, "takenUpBy") is { } outside ? outside
        : review.TakenUp.Exists(known => (known.PracticeId, known.TakenUpBy) == (PracticeId, TakenUpBy)) ? Contracts.Objection.Malformed("takenUpBy", "This is recorded already.")
        : null;

    public PracticeTakenUp Decide(PeerReview review) => new(review.Id, review.PartnershipId, PracticeId, TakenUpBy, OccurredOn);
}

public static class TakeUpPracticeEndpoint
{
    public static async Task<(ReviewingPartnership, LinkedSchools)> LoadAsync(TakeUpPractice command, PeerReview review, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        return (partnership, await LinkedSchools.BesideAsync(partnership, [command.TakenUpBy], command.OccurredOn, session, token));
    }

    public static Objection? Validate(TakeUpPractice command, PeerReview review, ReviewingPartnership partnership, LinkedSchools linked, Acting acting) => command.Objection(review, partnership, linked, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/practices/taken-up")]
    public static (Recorded, Events) Post(TakeUpPractice command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
