using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;
using Marten.Events;

namespace EssexImprovement.Evaluation;

/// <summary>Why a body could see what is laid before it: in its own ring, or by a release.</summary>
public sealed record SeenByBody(AudienceRing Ring, ReleaseId? ReleaseId = null);

/// <summary>What this room needs to know of a peer review: what its host released, took back, and which draft became the report. Folded from the review's facts when asked.</summary>
public sealed record ReleasesOfReview(IReadOnlyList<ReportReleased> Releases, IReadOnlyList<ReleaseWithdrawn> Withdrawn, int? FinalDraft)
{
    public static readonly ReleasesOfReview None = new([], [], null);

    /// <summary>Events whose words are not those of the final report: findings that were withdrawn or said otherwise before it.</summary>
    public IReadOnlySet<Guid> Replaced { get; init; } = new HashSet<Guid>();

    /// <summary>The stored names of facts of a review, its workshop and its check-in that hold what was seen, said, judged or written in it. Whatever is not here is structure, which the partnership knows.</summary>
    public static readonly IReadOnlySet<string> Content = new HashSet<string>(StringComparer.Ordinal)
    {
        "enquiry_agreed", "reviewer_interest_declared", "reviewer_interest_assessed", "evidence_recorded", "finding_agreed", "report_drafted", "report_accuracy_answered", "release_withdrawn",
        "pre_review_data_shared", "evidence_corrected", "evidence_withdrawn", "finding_corrected", "finding_withdrawn", "follow_up_status_set", "safeguarding_referred", "practice_offered",
        "quality_view_given", "quality_checked", "review_postponed", "review_cancelled", "review_closed_without_follow_up", "workshop_held", "check_in_held", "check_in_corrected",
    };

    /// <summary>ACC-3 for content that the body could not see on the day, INT-12 for content that it could and not for a category; null for what may be laid before it.</summary>
    public Objection? Objection(RecordedFact cited, DecisionOpened question, DateOnly day) =>
        !Content.Contains(cited.Name) ? null
        : Travels(cited) is not { } extent ? new("ACC-3", "This is not released to anybody: of a review, findings and the final report travel and nothing else.", "eventId")
        : !Open(extent, RingOf(question.Body), day).Any() ? new("ACC-3", "The host head had released nothing of this to the body that decides on that day.", "eventId")
        : question.Kind == DecisionKind.CategoryAgreement && Seen(cited, question, day) is null
            ? new("INT-12", "What a review found counts towards a category only when the host head released it for category use.", "eventId")
        : null;

    /// <summary>Why the body could see it on the day; null when it could not.</summary>
    public SeenByBody? Seen(RecordedFact cited, DecisionOpened question, DateOnly day) =>
        !Content.Contains(cited.Name) ? new(RingOf(question.Body))
        : Travels(cited) is { } extent && Open(extent, RingOf(question.Body), day)
            .FirstOrDefault(release => question.Kind != DecisionKind.CategoryAgreement || release.Purpose == ReleasePurpose.CategoryUse) is { } by ? new(by.Ring, by.ReleaseId)
        : null;

    public static async Task<ReleasesOfReview> OfAsync(RecordedFact? cited, IQuerySession session, CancellationToken token)
    {
        if (cited is null || !Content.Contains(cited.Name)) return None;
        var review = cited.StreamId;
        Type[] kinds = [typeof(ReportReleased), typeof(ReleaseWithdrawn), typeof(ReportFinalised), typeof(FindingCorrected), typeof(FindingWithdrawn)];
        var events = await session.Events.QueryAllRawEvents().Where(e => e.StreamId == review && e.EventTypesAre(kinds)).OrderBy(e => e.Sequence).ToListAsync(token);
        var facts = events.Select(e => e.Data).ToList();
        return new([.. facts.OfType<ReportReleased>()], [.. facts.OfType<ReleaseWithdrawn>()], facts.OfType<ReportFinalised>().LastOrDefault()?.Draft) { Replaced = ReplacedIn(events) };
    }

    /// <summary>A correction names the event that first said it; with that, every correction before the last is replaced, and by a withdrawal all of them.</summary>
    public static IReadOnlySet<Guid> ReplacedIn(IReadOnlyList<IEvent> events)
    {
        var replaced = new HashSet<Guid>();
        // What the host thinks of a finding is no wording of it: it travels with no release of its own.
        replaced.UnionWith(events.Where(e => e.Data is FindingCorrected { Field: not FindingField.Statement }).Select(e => e.Id));
        foreach (var corrections in events.Where(e => e.Data is FindingCorrected { Field: FindingField.Statement }).GroupBy(e => ((FindingCorrected)e.Data).CorrectsEventId))
            replaced.UnionWith(corrections.SkipLast(1).Select(e => e.Id).Append(corrections.Key));
        foreach (var withdrawn in events.Select(e => e.Data).OfType<FindingWithdrawn>())
            replaced.UnionWith(events.Where(e => e.Data is FindingCorrected corrected && corrected.FindingId == withdrawn.FindingId).Select(e => e.Id).Append(withdrawn.WithdrawsEventId));
        return replaced;
    }

    internal static AudienceRing RingOf(DecidingBody body) => body is DecidingBody.Board or DecidingBody.QuadrantGroup ? AudienceRing.QuadrantAndBoard : AudienceRing.PartnershipHeads;

    /// <summary>How much must be released for it to be seen; null for what travels in no release, such as a note of evidence, or a finding or draft that was replaced.</summary>
    private Extent? Travels(RecordedFact cited) => cited.Name switch
    {
        "finding_agreed" or "finding_corrected" when !Replaced.Contains(cited.EventId) => Extent.FindingsOnly,
        "report_drafted" when cited.Draft is { } draft && draft == FinalDraft => Extent.FullReport,
        _ => null,
    };

    /// <summary>In force on the day: given by then, not expired before it, and not taken back by then.</summary>
    private IEnumerable<ReportReleased> Open(Extent extent, AudienceRing ring, DateOnly day) => Releases.Where(release =>
        release.Extent >= extent && release.Ring >= ring && release.OccurredOn <= day && !(release.ExpiresOn < day)
        && !Withdrawn.Any(taken => taken.ReleaseId == release.ReleaseId && taken.OccurredOn <= day));
}
