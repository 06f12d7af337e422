using EssexImprovement.Contracts;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events;
using Marten.Linq.MatchesSql;

namespace EssexImprovement.History;

/// <summary>A partnership's history as one reader finds it: what the projection has stored, and after it, straight from the ledger, what it has not reached yet. So whoever
/// records something and then looks finds it there, pages are read by index, and a stopped projection makes reading slower but never wrong.</summary>
public sealed class Gathered
{
    private readonly IQuerySession _session;
    private readonly PartnershipId _partnership;
    private readonly long _progress;
    private readonly IReadOnlyList<TimelineEntry> _tail;

    private Gathered(IQuerySession session, PartnershipId partnership, long progress, IReadOnlyList<TimelineEntry> tail) =>
        (_session, _partnership, _progress, _tail) = (session, partnership, progress, tail);

    /// <summary>Reads, and reads again if the projection was being rebuilt meanwhile: its table is empty then, and its progress has gone back.</summary>
    public static async Task<T> ReadAsync<T>(IQuerySession session, PartnershipId partnership, Func<Gathered, Task<T>> read, CancellationToken token)
    {
        while (true)
        {
            var progress = await ProgressAsync(session, token);
            var tail = await session.Events.QueryAllRawEvents()
                .Where(e => e.Sequence > progress && e.EventTypesAre(FactTypes.OfPartnerships.ToArray()) && e.MatchesSql("d.data ->> 'partnershipId' = ?", partnership.ToString()))
                .OrderBy(e => e.Sequence).ToListAsync(token);
            var answer = await read(new(session, partnership, progress, [.. tail.Select(TimelineEntry.Of)]));
            if (await ProgressAsync(session, token) >= progress) return answer;
        }
    }

    /// <summary>The entries that <paramref name="page"/> narrows, orders and takes. It runs in SQL over what is stored, in memory over the rest, and once more over both.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(Func<IQueryable<TimelineEntry>, IQueryable<TimelineEntry>> page, CancellationToken token)
    {
        var stored = await page(Stored).ToListAsync(token);
        return _tail.Count == 0 ? stored : [.. page(stored.Concat(page(_tail.AsQueryable())).AsQueryable())];
    }

    /// <summary>How many entries <paramref name="some"/> leaves.</summary>
    public async Task<int> CountAsync(Func<IQueryable<TimelineEntry>, IQueryable<TimelineEntry>> some, CancellationToken token) =>
        await some(Stored).CountAsync(token) + some(_tail.AsQueryable()).Count();

    /// <summary>Every fact of the partnership, in ledger order, from the streams its history names.</summary>
    public async Task<IReadOnlyList<JasperFx.Events.IEvent>> FactsAsync(CancellationToken token)
    {
        var stored = await Stored.Select(entry => entry.StreamId).Distinct().ToListAsync(token);
        var streams = stored.Concat(_tail.Select(entry => entry.StreamId)).Distinct().ToArray();
        var facts = await _session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(FactTypes.OfPartnerships.ToArray()))
            .OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.Where(e => ((IPartnershipFact)e.Data).PartnershipId == _partnership)];
    }

    /// <summary>What a decision led to, in ledger order: facts of other streams that name it, and a stage it confirmed wherever that is recorded.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> LedToAsync(DecisionId decision, CancellationToken token)
    {
        var stored = await Stored.Where(entry => entry.MatchesSql("d.data -> 'details' ->> 'decisionId' = ?", decision.ToString())).OrderBy(entry => entry.Sequence).ToListAsync(token);
        return [.. stored.Concat(_tail.Where(entry => entry.Details.GetValueOrDefault("decisionId") == decision.ToString())).Where(entry => entry.StreamId != decision.Value || entry.Stage is not null)];
    }

    private IQueryable<TimelineEntry> Stored => _session.Query<TimelineEntry>().Where(entry => entry.PartnershipId == _partnership && entry.Sequence <= _progress);

    private static Task<long> ProgressAsync(IQuerySession session, CancellationToken token) =>
        session.DocumentStore.Advanced.ProjectionProgressFor(new ShardName(TimelineProjection.Called, ShardName.All, TimelineProjection.Shape), null, token);
}
