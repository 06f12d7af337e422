using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Team and host put right how a finding is worded, before the report is final. The first wording stays in the ledger.</summary>
public sealed record CorrectFinding(FindingId FindingId, ConfidentialText Now, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var finding = review.Findings.Find(finding => finding.FindingId == FindingId);
        return review.NotJudgedByTeam(acting, partnership)
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("findingId", "There is no finding yet."))
            ?? (finding is null ? Contracts.Objection.Unknown("findingId")
            : review.Draft is not null && review.Answer?.Accurate != false ? new("IMP-11", "The host head has a draft to answer, or found it accurate; no finding is put otherwise behind their back.", "findingId")
            : OccurredOn < finding.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is corrected on its day or later.")
            : finding.Statement == Now ? Contracts.Objection.Malformed("now", "It says so already.")
            : Now.NotBetween1And(2000, "now") ?? Now.HoldsGrade("now") ?? Now.NamesSomebody("now") ?? Reason.NotBetween1And(1000, "reason") ?? Reason.NamesSomebody("reason"));
    }

    public FindingCorrected Decide(PeerReview review, ToldAs told) => new(
        review.Id, review.PartnershipId, FindingId, told.EventId, review.Findings.Find(finding => finding.FindingId == FindingId)!.Statement, Now, Reason, OccurredOn);
}

public static class CorrectFindingEndpoint
{
    public static async Task<(ReviewingPartnership, ToldAs)> LoadAsync(CorrectFinding command, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await ToldAs.FindAsync<FindingAgreed>(review, told => told.FindingId == command.FindingId, session, token));

    public static Objection? Validate(CorrectFinding command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/findings/corrections")]
    public static (Recorded, Events) Post(CorrectFinding command, [WriteModel("reviewId")] PeerReview review, ToldAs told) =>
        (new(review.Version + 1), [command.Decide(review, told)]);
}
