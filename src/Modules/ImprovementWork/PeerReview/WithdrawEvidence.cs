using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A piece of evidence that should not stand is withdrawn: nothing rests on it any more.</summary>
public sealed record WithdrawEvidence(EvidenceId EvidenceId, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var item = review.Evidence.Find(item => item.EvidenceId == EvidenceId);
        return review.NotJudgedByTeam(acting, partnership)
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("evidenceId", "There is no evidence yet."))
            ?? (item is null ? Contracts.Objection.Unknown("evidenceId")
            : item.ByPerson != acting.Person && !acting.Leads(review.PartnershipId) ? new("XCT-6", "Evidence is withdrawn by whoever recorded it, or by the partnership's lead for them.", "evidenceId", 403)
            : OccurredOn < item.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is withdrawn on its day or later.")
            : review.RestsOnTooLittle(EvidenceId, null) ? new("IMP-10", "A finding would rest on too little then. Withdraw the finding first.", "evidenceId")
            : Reason.NotBetween1And(1000, "reason") ?? Reason.NamesSomebody("reason"));
    }

    public EvidenceWithdrawn Decide(PeerReview review, ToldAs told) => new(review.Id, review.PartnershipId, EvidenceId, told.EventId, Reason, OccurredOn);
}

public static class WithdrawEvidenceEndpoint
{
    public static async Task<(ReviewingPartnership, ToldAs)> LoadAsync(WithdrawEvidence command, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await ToldAs.FindAsync<EvidenceRecorded>(review, told => told.EvidenceId == command.EvidenceId, session, token));

    public static Objection? Validate(WithdrawEvidence command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/evidence/withdrawals")]
    public static (Recorded, Events) Post(WithdrawEvidence command, [WriteModel("reviewId")] PeerReview review, ToldAs told) =>
        (new(review.Version + 1), [command.Decide(review, told)]);
}
