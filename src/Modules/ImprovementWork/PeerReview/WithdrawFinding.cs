using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A finding that does not hold is withdrawn before the report is final: it is told to nobody any more.</summary>
public sealed record WithdrawFinding(FindingId FindingId, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var finding = review.Findings.Find(finding => finding.FindingId == FindingId);
        return review.NotJudgedByTeam(acting, partnership)
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("findingId", "There is no finding yet."))
            ?? (finding is null ? Contracts.Objection.Unknown("findingId")
            : review.Draft is not null && review.Answer?.Accurate != false ? new("IMP-11", "The host head has a draft to answer, or found it accurate; no finding is put otherwise behind their back.", "findingId")
            : OccurredOn < finding.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is withdrawn on its day or later.")
            : Reason.NotBetween1And(1000, "reason") ?? Reason.NamesSomebody("reason"));
    }

    public FindingWithdrawn Decide(PeerReview review, ToldAs told) => new(review.Id, review.PartnershipId, FindingId, told.EventId, Reason, OccurredOn);
}

public static class WithdrawFindingEndpoint
{
    public static async Task<(ReviewingPartnership, ToldAs)> LoadAsync(WithdrawFinding command, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await ToldAs.FindAsync<FindingAgreed>(review, told => told.FindingId == command.FindingId, session, token));

    public static Objection? Validate(WithdrawFinding command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/findings/withdrawals")]
    public static (Recorded, Events) Post(WithdrawFinding command, [WriteModel("reviewId")] PeerReview review, ToldAs told) =>
        (new(review.Version + 1), [command.Decide(review, told)]);
}
