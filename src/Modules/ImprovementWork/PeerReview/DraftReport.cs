using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A draft goes to the host head, who answers before it is final. A later draft replaces the one before.</summary>
public sealed record DraftReport(ConfidentialText Report, PersonId DraftedBy, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        review.NotRecordedFor(DraftedBy, "draftedBy", acting, partnership)
        ?? review.OutOfStep(ReviewState.FedBack, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("report", "A report is drafted once the host has heard the findings."))
        ?? review.BeforeLastStep(this)
        ?? (!review.JudgedBy(DraftedBy) ? Contracts.Objection.Malformed("draftedBy", "A report is drafted by a reviewer or facilitator of the confirmed team.")
        : review.Answer?.Accurate == true ? Contracts.Objection.Malformed("report", "The host head found the draft accurate; it can be made final.")
        : review.Draft?.Report == Report ? Contracts.Objection.Malformed("report", "This draft is recorded already.")
        : Report.NotBetween1And(100_000, "report") ?? Report.NamesSomebody("report"));

    public ReportDrafted Decide(PeerReview review) => new(review.Id, review.PartnershipId, (review.Draft?.Draft ?? 0) + 1, Report, DraftedBy, OccurredOn);
}

public static class DraftReportEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(DraftReport command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/drafts")]
    public static (Recorded, Events) Post(DraftReport command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
