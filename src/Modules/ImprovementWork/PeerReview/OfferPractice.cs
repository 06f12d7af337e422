using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host head offers to others what the reviewers found excellent. Offering it is the consent.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record OfferPractice(FindingId FindingId, ConfidentialText Title, ConfidentialText Description, Capacity ContactRole, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotByHostHead(this, acting, partnership)
        ?? review.NotFinal(this)
        ?? (review.Protocol?.TriggersAllowed.Contains(Trigger.PracticeOffer) != true ? Contracts.Objection.Malformed("findingId", "The protocol confirmed for this review does not let it start an offer of practice.")
        : review.Findings.Find(finding => finding.FindingId == FindingId)?.Kind != FindingKind.AreaOfExcellence ? Contracts.Objection.Malformed("findingId", "Only an area of excellence of this review is offered.")
        : review.Practices.Exists(offered => offered.FindingId == FindingId && offered.Title == Title) ? Contracts.Objection.Malformed("title", "This practice is offered already.")
        : Title.NotBetween1And(120, "title") ?? Description.NotBetween1And(2000, "description")
            ?? Title.HoldsGrade("title") ?? Description.HoldsGrade("description") ?? Title.NamesSomebody("title") ?? Description.NamesSomebody("description"));

    public PracticeOffered Decide(PracticeId id, PeerReview review, ReviewingPartnership partnership) =>
        new(review.Id, review.PartnershipId, id, FindingId, review.OwnersIn(partnership)[^1], Title, Description, ContactRole, OccurredOn);
}

public static class OfferPracticeEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(OfferPractice command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/practices")]
    public static (Created<Begun<PracticeId>>, Events) Post(OfferPractice command, [WriteModel("reviewId")] PeerReview review, ReviewingPartnership partnership)
    {
        var id = PracticeId.New();
        return (TypedResults.Created($"/api/v1/reviews/{review.Id}", new Begun<PracticeId>(id)), [command.Decide(id, review, partnership)]);
    }
}
