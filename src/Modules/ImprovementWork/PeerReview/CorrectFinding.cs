using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The team puts right how a finding is worded, and the host head what the school thinks of it, before the report is final. What it said first stays in the ledger.</summary>
/// <param name="FindingId">The finding.</param>
/// <param name="Now">What it is to say; a view of the host by its name: agreed, agreed-with-comment or not-agreed.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredOn">The day.</param>
/// <param name="Field">What is put right; the statement unless told.</param>
public sealed record CorrectFinding(FindingId FindingId, ConfidentialText Now, ConfidentialText Reason, DateOnly OccurredOn, FindingField Field = FindingField.Statement) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var finding = review.Findings.Find(finding => finding.FindingId == FindingId);
        return (Field == FindingField.Statement ? review.NotJudgedByTeam(acting, partnership) : review.NotByHostHead(this, acting, partnership))
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("findingId", "There is no finding yet."))
            ?? (finding is null ? Contracts.Objection.Unknown("findingId")
            : Field == FindingField.Statement && review.Draft is not null && review.Answer?.Accurate != false
                ? new("IMP-11", "The host head has a draft to answer, or found it accurate; no finding is put otherwise behind their back.", "findingId")
            : OccurredOn < finding.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is corrected on its day or later.")
            : Saying(finding)?.Value == Now.Value ? Contracts.Objection.Malformed("now", "It says so already.")
            : Field == FindingField.HostView && Kebab.Read<HostView>(Now.Value) is null
                ? Contracts.Objection.Malformed("now", $"The host's view is one of {Kebab.Names<HostView>()}.")
            : Field == FindingField.HostView && Kebab.Read<HostView>(Now.Value) == HostView.AgreedWithComment && finding.HostComment is null ? Contracts.Objection.Malformed("now", "The host's comment is needed first.")
            : Now.NotBetween1And(2000, "now") ?? Now.HoldsGrade("now") ?? Now.NamesSomebody("now") ?? Reason.NotBetween1And(1000, "reason") ?? Reason.NamesSomebody("reason"));
    }

    public FindingCorrected Decide(PeerReview review, ToldAs told) => new(
        review.Id, review.PartnershipId, FindingId, told.EventId, Saying(review.Findings.Find(finding => finding.FindingId == FindingId)!) ?? new(""), Now, Reason, OccurredOn, Field);

    private ConfidentialText? Saying(FindingAgreed finding) => Field switch
    {
        FindingField.HostView => new(Kebab.NameOf(finding.HostView)),
        FindingField.HostComment => finding.HostComment,
        _ => finding.Statement,
    };
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
