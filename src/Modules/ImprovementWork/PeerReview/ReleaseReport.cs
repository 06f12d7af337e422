using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host head lets an audience see an extent of the report. The report is the school's: nobody else releases it.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record ReleaseReport(
    AudienceRing Ring, Extent Extent, ReleasePurpose Purpose, DateOnly OccurredOn, DateOnly? ExpiresOn = null, bool NewConsent = false, bool Insists = false) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : !review.ActsAsHostHead(acting, partnership, OccurredOn) ? new("IMP-12", "Only the head of the host school releases its report.", null, 403)
        : review.Cancelled is not null ? new("XCT-9", "The review was cancelled; nothing is added to it.")
        : review.Final is null ? new("IMP-11", "Only a final report is released.")
        : review.BeforeLastStep(this) is { } early ? early
        : Ring <= AudienceRing.ReviewTeam ? Contracts.Objection.Malformed("ring", "Host head and review team see the report without a release.")
        : ExpiresOn < OccurredOn ? Contracts.Objection.Malformed("expiresOn", "A release lasts until its own day at least.")
        : !NewConsent && !review.Protocol!.Routes.Any(Allows) ? new("IMP-12", "That is wider than the route confirmed for this review; it needs a new consent.", "newConsent")
        : Ring >= AudienceRing.LaTrustDiocese && Extent == Extent.FullReport && !Insists && review.Findings.Any(finding => finding.HostView == HostView.NotAgreed)
            ? new("IMP-13", "The host does not agree with a finding of this report. Outside the partnership it goes in full only if the head insists.", "insists")
        : review.OpenReleases().Any(SaysTheSameAs)
            ? Contracts.Objection.Malformed("ring", "This release is recorded already.")
        : null;

    public ReportReleased Decide(ReleaseId id, PeerReview review, PersonId releasedBy) =>
        new(review.Id, review.PartnershipId, id, Ring, Extent, Purpose, releasedBy, NewConsent, ExpiresOn, OccurredOn);

    public bool SaysTheSameAs(ReportReleased release) => (release.Ring, release.Extent, release.Purpose, release.ExpiresOn) == (Ring, Extent, Purpose, ExpiresOn);

    /// <summary>A route carries what its artefact holds: a report its findings and summary too, findings never the report.</summary>
    private bool Allows(Route route) => route.MaxRing >= Ring && route.Extent >= Extent && route.Artefact switch
    {
        Artefact.Report => true,
        Artefact.Findings => Extent <= Extent.FindingsOnly,
        Artefact.SummaryForLearning => Extent <= Extent.Summary,
        Artefact.Themes => Extent == Extent.ThemesAnonymised,
        _ => false,
    };
}

public static class ReleaseReportEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ReleaseReport command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/releases")]
    public static (Created<Begun<ReleaseId>>, Events) Post(ReleaseReport command, [WriteModel("reviewId")] PeerReview review, Acting acting)
    {
        var id = ReleaseId.New();
        return (TypedResults.Created($"/api/v1/reviews/{review.Id}", new Begun<ReleaseId>(id)), [command.Decide(id, review, acting.Person)]);
    }
}
