using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>A finding of the earlier review, and what became of it.</summary>
/// <param name="PriorFindingId">The finding.</param>
/// <param name="Kind">What kind it is; null for a reader who may not see the earlier findings.</param>
/// <param name="Statement">What it says; null likewise.</param>
/// <param name="Status">What became of it; null while nobody has said so, and for a reader who may not see the later findings.</param>
/// <param name="EvidenceIds">What that rests on.</param>
/// <param name="OccurredOn">The day it was said.</param>
public sealed record FollowUpLine(FindingId PriorFindingId, FindingKind? Kind, ShownText? Statement, FollowUpStatus? Status, IReadOnlyList<EvidenceId> EvidenceIds, DateOnly? OccurredOn);

/// <summary>What became of the findings of the review that another one follows up, and what practice this one let travel.</summary>
/// <param name="ReviewId">The later review.</param>
/// <param name="FollowUpOf">The earlier one; null when it follows up none.</param>
/// <param name="Findings">How many findings the earlier one has.</param>
/// <param name="LookedAt">Of how many it is said what became of them, "not revisited" left out; null for a reader who may not see the later findings.</param>
/// <param name="Items">The findings one by one; empty for a reader who may see neither the earlier nor the later findings.</param>
/// <param name="Practices">What the host offered after this review, and who took it up.</param>
public sealed record FollowUpOfReview(
    ReviewId ReviewId, ReviewId? FollowUpOf, int Findings, int? LookedAt, IReadOnlyList<FollowUpLine> Items, IReadOnlyList<PracticeLine> Practices)
{
    /// <summary>Each of the two reviews is shown as far as its own host's releases reach; within one a finding is seen with its words or not at all.</summary>
    public static FollowUpOfReview By(PeerReview review, PeerReview? earlier, ReviewingPartnership partnership, Reader reader)
    {
        var now = review.SealIn(partnership, reader.Acting.Today);
        IReadOnlyList<PracticeLine> practices = review.MayBeKnownTo(reader.Acting, partnership) ? [.. review.Practices.Select(practice => PracticeLine.Of(practice, review, partnership, reader))] : [];
        if (earlier is null) return new(review.Id, review.Plan.FollowUpOf, 0, 0, [], practices);
        var before = earlier.SealIn(partnership, reader.Acting.Today);
        var (seesBefore, seesNow) = (reader.Opens(before, Extent.FindingsOnly), reader.Opens(now, Extent.FindingsOnly));
        return new(
            review.Id, earlier.Id, earlier.Findings.Count, seesNow ? review.FollowUp.Count(said => said.Status != FollowUpStatus.NotRevisited) : null,
            !seesBefore && !seesNow ? [] : [.. earlier.Findings.Select(finding => (Finding: finding, Said: seesNow ? review.FollowUp.Find(said => said.PriorFindingId == finding.FindingId) : null))
                .Select(line => new FollowUpLine(
                    line.Finding.FindingId, seesBefore ? line.Finding.Kind : null, seesBefore ? reader.Show(line.Finding.Statement, before, Extent.FindingsOnly) : null, line.Said?.Status,
                    line.Said?.EvidenceIds ?? [], line.Said?.OccurredOn))],
            practices);
    }
}

public static class ReadFollowUpEndpoint
{
    public static Task<(ReviewingPartnership, EarlierReview)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        RecordFollowUpStatusEndpoint.LoadAsync(review, session, token);

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Reader reader) => review.ExistsFor(reader, partnership) ? null : Objection.Unknown();

    /// <summary>What became of the findings of the review that this one follows up, each review as far as you may see its findings; and the practices its host offered, with their words for the
    /// heads of the partnership and its lead. With format=csv or Accept: text/csv, one line for the review with a line for each finding and each practice. The ETag is the version of the later review.</summary>
    [WolverineGet("/api/v1/reviews/{reviewId}/follow-up")]
    public static Results<Ok<FollowUpOfReview>, Csv<FollowUpOfReview>> Get(
        [ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, EarlierReview earlier, string? format, Reader reader, HttpContext http)
    {
        http.Response.ETagOf(review.Version);
        var followUp = FollowUpOfReview.By(review, earlier.Review, partnership, reader);
        return http.Request.AsksForCsv(format) ? new Csv<FollowUpOfReview>("follow-up", [followUp]) : TypedResults.Ok(followUp);
    }
}
