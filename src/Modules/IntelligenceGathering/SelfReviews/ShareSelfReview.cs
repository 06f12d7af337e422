using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>The head lets a wider ring read what was submitted, the heads of the partnership at most: a school's own doubts are told to peers, never upwards.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record ShareSelfReview(AudienceRing Ring, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Urn urn, SelfReview? review, Acting acting) =>
        urn.NotHeadedBy(acting, OccurredOn)
        ?? (review is null ? Contracts.Objection.Unknown("academicYear")
        : review.Submitted is null ? Contracts.Objection.Malformed("ring", "It is shared once it is submitted.")
        : Ring is < AudienceRing.ReviewTeam or > AudienceRing.PartnershipHeads ? Contracts.Objection.Malformed("ring", "A self-review goes to the review team at least and to the heads of the partnership at most.")
        : Ring <= review.SharedWith ? Contracts.Objection.Malformed("ring", "It is shared as far as that already.")
        : review.BeforeLastStep(this));

    public SelfReviewSharedWith Decide(SelfReview review) => new(review.Id, review.Urn, Ring, OccurredOn);
}

public static class ShareSelfReviewEndpoint
{
    public static Task<SelfReview?> LoadAsync(Urn urn, int academicYear, IQuerySession session, CancellationToken token) => SelfReview.FindAsync(urn, academicYear, session, token);

    public static Objection? Validate(ShareSelfReview command, Urn urn, SelfReview? review, Acting acting) => command.Objection(urn, review, acting);

    [WolverinePost("/api/v1/schools/{urn}/self-reviews/{academicYear}/sharing")]
    public static Recorded Post(ShareSelfReview command, Urn urn, SelfReview review, IDocumentSession session) => review.Record(command.Decide(review), session);
}
