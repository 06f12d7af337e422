using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;
using Marten.Events;

namespace EssexImprovement.History;

/// <summary>Reads a decision's own stream, what it cites as that lies in the ledger now, and what came after.</summary>
public static class Tracing
{
    public const int MostLaterFacts = 200;

    /// <summary>The partnership a decision concerns; null when no decision is known by that identity.</summary>
    public static async Task<PartnershipId?> PartnershipOfAsync(IQuerySession session, DecisionId decision, CancellationToken token) =>
        (await session.Events.FetchStreamAsync(decision.Value, version: 1, token: token)) is [{ Data: DecisionOpened opened }] ? opened.PartnershipId : null;

    /// <param name="session">The ledger.</param>
    /// <param name="decision">A decision that was opened.</param>
    /// <param name="partnership">The partnership it concerns.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="token">Ends the reading.</param>
    public static async Task<DecisionTrace> ReadAsync(IQuerySession session, DecisionId decision, PartnershipAt partnership, Reader reader, CancellationToken token)
    {
        var facts = await session.Events.FetchStreamAsync(decision.Value, token: token);
        var cited = facts.Select(e => e.Data).OfType<EvidenceCited>().ToList();
        var rows = await LedgerRow.AtAsync(session, [.. cited.Select(citation => (citation.StreamId, citation.Version)).Distinct()], token);
        var made = facts.FirstOrDefault(e => e.Data is DecisionMade);
        var later = made is null || cited.Count == 0 ? [] : await LedgerRow.AfterAsync(session, cited.Select(citation => citation.StreamId), made.Sequence, FactTypes.Told.Except(ConcernFacts.Names), MostLaterFacts, token);
        var changes = cited.Count == 0 ? [] : await LedgerRow.ChangesInAsync(session, cited.Select(citation => citation.StreamId), token);
        var ledTo = await Gathered.ReadAsync(session, partnership.Id, history => history.LedToAsync(decision, token), token);
        var schools = await SchoolNames.OfAsync(session, ledTo, AsOf.Now, token);
        return Of(facts, rows, later, changes, await ReleasesAsync(session, cited, token), [.. ledTo.Select(entry => TimelineLine.Of(entry, schools, ledTo, HostsOfReviews.None))], reader, partnership.SealOn(decision, reader.Acting.Today));
    }

    /// <summary>What became of the releases by which the evidence could be seen.</summary>
    private static async Task<IReadOnlyList<IReviewFact>> ReleasesAsync(IQuerySession session, IReadOnlyList<EvidenceCited> cited, CancellationToken token)
    {
        var streams = cited.Where(citation => citation.SeenByRelease is not null).Select(citation => citation.StreamId).Distinct().ToArray();
        return streams.Length == 0 ? []
            : [.. (await session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(ReportReleased), typeof(ReleaseWithdrawn)))
                .OrderBy(e => e.Sequence).ToListAsync(token)).Select(e => (IReviewFact)e.Data)];
    }

    public static DecisionTrace Of(
        IReadOnlyList<IEvent> facts, IReadOnlyList<LedgerRow> rows, IReadOnlyList<LedgerRow> later, IReadOnlyList<LedgerRow> changes, IReadOnlyList<IReviewFact> releases,
        IReadOnlyList<TimelineLine> ledTo, Reader reader, Seal seal)
    {
        var opened = (DecisionOpened)facts[0].Data;
        var made = The<DecisionMade>().Select(told => new MadeTrace(told.Fact.Outcome, told.Fact.Option, Shown(told.Fact.Reasons), told.Fact.EffectiveFrom,
            Shown(told.Fact.RetrospectiveBecause), told.Fact.Present, told.Fact.Votes, told.Fact.Quorum, told.Fact.ReviewBy, told.Record)).FirstOrDefault();
        var citations = The<EvidenceCited>().Select(told => CitationOf(told.Fact, told.Record)).ToList();
        var communicated = The<DecisionCommunicated>().Select(told => new CommunicatedTrace(told.Fact.To, told.Record)).ToList();
        var closed = The<DecisionClosed>().Select(told => new ClosedTrace(Shown(told.Fact.Outcome), told.Record)).FirstOrDefault();
        return new(
            opened.DecisionId, opened.PartnershipId, facts[^1].Version, TraceVerdict.Of(citations, made, facts),
            closed is not null ? DecisionState.Closed : communicated.Count > 0 ? DecisionState.Communicated : made is not null ? DecisionState.Made : DecisionState.Open,
            opened.Kind, opened.Direction, opened.Body, opened.BodySize, opened.Urns, opened.TargetStage, opened.NeededBy, !reader.SightOf(seal).Inside, Shown(opened.Question),
            RecordOf(facts[0]), made,
            [
                new OptionTrace(0, made?.Option == 0, Shown(new ConfidentialText("Do nothing.")), null, null, null),
                .. The<OptionConsidered>().Select(told => new OptionTrace(told.Fact.Option, made?.Option == told.Fact.Option, Shown(told.Fact.Text), Shown(told.Fact.For),
                    Shown(told.Fact.Against), told.Record)),
            ],
            [.. The<DeciderInterestDeclared>().Select(told => new InterestTrace(told.Fact.PersonId, told.Fact.Action, Shown(told.Fact.Nature), told.Record))],
            citations, communicated, closed,
            [.. later.Select(row => new LaterFact(row.EventId, row.Sequence, row.StreamId, row.Version, row.Fact, Narration.Title(row.Fact), row.Day, row.RecordedAt))],
            ledTo);

        IEnumerable<(T Fact, Recording Record)> The<T>() => facts.Where(e => e.Data is T).Select(e => ((T)e.Data, RecordOf(e)));

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);

        CitationTrace CitationOf(EvidenceCited citation, Recording record)
        {
            var row = rows.FirstOrDefault(row => row.StreamId == citation.StreamId && row.Version == citation.Version && row.EventId == citation.EventId);
            var now = row?.Digest();
            var told = !ConcernFacts.Names.Contains(citation.FactName) || reader.SightOf(seal).Inside;
            return new(
                citation.CitationId,
                row is null ? CitationVerdict.Missing : now == citation.ContentHash && row.Fact == citation.FactName ? CitationVerdict.Match : CitationVerdict.Mismatch,
                told ? citation.EventId : null, told ? citation.StreamId : null, told ? citation.Version : null, told ? citation.FactName : ConcernFacts.HeldBack, told ? citation.ContentHash : null, told ? now : null,
                told ? citation.CitedOccurredOn : null, told ? row?.RecordedAt : null,
                made is null ? null : row?.Sequence < made.Made.Sequence, Shown(citation.Why), record,
                citation.SeenInRing is { } ring
                    ? new(ring, citation.SeenByRelease, releases.OfType<ReportReleased>().FirstOrDefault(fact => fact.ReleaseId == citation.SeenByRelease)?.OccurredOn,
                        releases.OfType<ReleaseWithdrawn>().FirstOrDefault(fact => fact.ReleaseId == citation.SeenByRelease)?.OccurredOn)
                    : null,
                [.. changes.Where(change => Changes(change, citation.EventId, row)).Select(change => new BasisChange(
                    change.EventId, change.Fact, change.Withdraws is not null, change.Day, change.RecordedAt, made is null ? null : change.Sequence > made.Made.Sequence))]);
        }

        // A correction that is cited itself rests on what it corrects: a later correction of the same changes both.
        static bool Changes(LedgerRow change, Guid cited, LedgerRow? row) =>
            change.Changes is { } changed && (changed == cited || (row is not null && changed == row.Changes && change.Sequence > row.Sequence));
    }

    private static Recording RecordOf(IEvent e)
    {
        var entry = TimelineEntry.Of(e);
        return new(e.Id, e.Sequence, e.Version, entry.OccurredOn, entry.RecordedAt, entry.Actor, e.CapacityOf(), entry.Command, entry.CorrelationId, entry.CausationId);
    }
}
