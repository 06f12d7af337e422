using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Team and host settle on a finding that rests on several pieces of evidence of several kinds, and the host says what it thinks of it.</summary>
public sealed record AgreeFinding(
    FindingKind Kind, int Line, ConfidentialText Statement, IReadOnlyList<EvidenceId> EvidenceIds, HostView HostView, DateOnly OccurredOn,
    ConfidentialText? HostComment = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var evidence = review.Evidence.Where(item => EvidenceIds.Contains(item.EvidenceId)).ToList();
        return review.NotJudgedByTeam(acting, partnership)
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.VisitEnded, review.VisitStartedOn is null
                ? new("IMP-10", "A finding rests on evidence of the visit, which has not begun.")
                : Contracts.Objection.Malformed("statement", "The host has heard the findings; none is added behind its back."))
            ?? (evidence.Count != EvidenceIds.Count ? new("IMP-10", "A finding names evidence of this review, each item once.", "evidenceIds")
            : evidence.Count < 2 || evidence.DistinctBy(item => item.Kind).Count() < 2 ? new("IMP-10", "A finding rests on two items of evidence at least, of two kinds at least.", "evidenceIds")
            : evidence.Any(item => item.OccurredOn > OccurredOn) ? Contracts.Objection.Malformed("occurredOn", "A finding is agreed once its evidence has been seen.")
            : review.Enquiry!.LinesOfEnquiry.All(line => line.Number != Line) ? Contracts.Objection.Malformed("line", "The enquiry has no such line.")
            : HostView == HostView.AgreedWithComment && HostComment is null ? Contracts.Objection.Malformed("hostComment", "The host's comment is needed.")
            : Statement.NotBetween1And(2000, "statement") ?? HostComment?.NotBetween1And(2000, "hostComment")
                ?? Statement.HoldsGrade("statement") ?? HostComment?.HoldsGrade("hostComment")
                ?? Statement.NamesSomebody("statement") ?? HostComment?.NamesSomebody("hostComment")
                ?? (review.Findings.Any(finding => (finding.Kind, finding.Line, finding.Statement) == (Kind, Line, Statement))
                    ? Contracts.Objection.Malformed("statement", "This finding is recorded already.") : null));
    }

    public FindingAgreed Decide(FindingId id, PeerReview review) =>
        new(review.Id, review.PartnershipId, id, Kind, Line, Statement, EvidenceIds, HostView, HostComment, OccurredOn);
}

public static class AgreeFindingEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(AgreeFinding command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/findings")]
    public static (Created<Begun<FindingId>>, Events) Post(AgreeFinding command, [WriteModel("reviewId")] PeerReview review)
    {
        var id = FindingId.New();
        return (TypedResults.Created($"/api/v1/reviews/{review.Id}", new Begun<FindingId>(id)), [command.Decide(id, review)]);
    }
}
