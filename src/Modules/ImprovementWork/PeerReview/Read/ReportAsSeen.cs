using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>One finding, as the host school lets it be read.</summary>
public sealed record ReleasedFinding(FindingId FindingId, FindingKind Kind, ShownText? Statement, HostView HostView, ShownText? HostComment);

/// <summary>What a reader sees of the final report; a wider extent holds the narrower ones.</summary>
/// <param name="Extent">How much.</param>
/// <param name="Area">What the enquiry was about.</param>
/// <param name="FindingsByKind">How many findings of each kind.</param>
/// <param name="Findings">The findings; null in a summary.</param>
/// <param name="Report">The text; null unless the extent is the whole report.</param>
/// <param name="NoResponseFromHost">True when the host did not answer the draft in time: part of the report, and stated with it.</param>
public sealed record ReportAsSeen(
    Extent Extent, ImprovementArea Area, IReadOnlyDictionary<FindingKind, int> FindingsByKind, IReadOnlyList<ReleasedFinding>? Findings, ShownText? Report,
    bool NoResponseFromHost)
{
    /// <summary>What was released to the reader; null for nothing.</summary>
    public static ReportAsSeen? ReleasedBy(PeerReview review, Reader reader, Seal seal) => reader.SightOf(seal).Released is { } extent ? Of(review, reader, seal, extent) : null;

    /// <summary>What the reader sees of it: all of it inside the circle of host head and team, else what was released to them; null for nothing, and while none is final.</summary>
    public static ReportAsSeen? By(PeerReview review, Reader reader, Seal seal) =>
        reader.SightOf(seal).Inside && review.Final is not null ? Of(review, reader, seal, Extent.FullReport) : ReleasedBy(review, reader, seal);

    private static ReportAsSeen? Of(PeerReview review, Reader reader, Seal seal, Extent extent) => !reader.Opens(seal, extent) ? null : new(
        extent, review.Enquiry!.Area, review.Findings.CountBy(finding => finding.Kind).ToDictionary(),
        extent >= Extent.FindingsOnly
            ? [.. review.Findings.Select(finding => new ReleasedFinding(
                finding.FindingId, finding.Kind, reader.Show(finding.Statement, seal, Extent.FindingsOnly), finding.HostView, reader.Show(finding.HostComment, seal, Extent.FindingsOnly)))]
            : null,
        extent == Extent.FullReport ? reader.Show(review.Draft!.Report, seal) : null,
        review.Final!.NoResponseFromHost);
}
