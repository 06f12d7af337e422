using System.Globalization;
using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.History;

/// <summary>A recorded fact as it lies in the ledger, not yet read as a fact: what was altered behind the service's back can still be shown.</summary>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="Fact">Its stored name.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="OccurredOn">The day it happened, as its body says; anything at all when somebody altered it.</param>
/// <param name="Body">The stored body; null where it was not asked for.</param>
/// <param name="Corrects">The event that it corrects, as its body says; null when it corrects none.</param>
/// <param name="Withdraws">The event that it withdraws, as its body says; null when it withdraws none.</param>
public sealed record LedgerRow(
    long Sequence, Guid EventId, Guid StreamId, long Version, string Fact, DateTimeOffset RecordedAt, string? OccurredOn, string? Body, string? Corrects = null, string? Withdraws = null)
{
    /// <summary>The event whose words it changes; null when it changes none.</summary>
    public Guid? Changes => Guid.TryParse(Corrects ?? Withdraws, out var changed) ? changed : null;

    public DateOnly? Day => DateOnly.TryParseExact(OccurredOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The fingerprint of the body as it is stored now; a body that can have none was altered.</summary>
    public string? Digest()
    {
        try
        {
            return Body is null ? null : BodyDigest.Of(Body);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The rows at these places, with their bodies.</summary>
    public static Task<IReadOnlyList<LedgerRow>> AtAsync(IQuerySession session, IReadOnlyCollection<(Guid StreamId, long Version)> places, CancellationToken token) =>
        places.Count == 0 ? Task.FromResult<IReadOnlyList<LedgerRow>>([]) : session.AdvancedSql.QueryAsync<LedgerRow>(
            Select(session, "data::text") + "where (stream_id, version) in (select * from unnest(?::uuid[], ?::bigint[])) order by seq_id",
            token, places.Select(place => place.StreamId).ToArray(), places.Select(place => place.Version).ToArray());

    /// <summary>The first rows of these streams after a place in the ledger, without their bodies: of what the timeline tells, for what it keeps nobody reads here.</summary>
    public static Task<IReadOnlyList<LedgerRow>> AfterAsync(IQuerySession session, IEnumerable<Guid> streams, long sequence, IEnumerable<string> told, int most, CancellationToken token) =>
        session.AdvancedSql.QueryAsync<LedgerRow>(
            Select(session, "null") + "where stream_id = any(?) and seq_id > ? and type = any(?) order by seq_id limit ?", token, streams.Distinct().ToArray(), sequence, told.ToArray(), most);

    /// <summary>What corrects or withdraws something in these streams: whatever names the event it changes, whichever room told it, for a correction stands in the stream of what it corrects.</summary>
    public static Task<IReadOnlyList<LedgerRow>> ChangesInAsync(IQuerySession session, IEnumerable<Guid> streams, CancellationToken token) =>
        session.AdvancedSql.QueryAsync<LedgerRow>(
            Select(session, "null") + "where stream_id = any(?) and coalesce(data ->> 'correctsEventId', data ->> 'withdrawsEventId') is not null order by seq_id", token, [streams.Distinct().ToArray()]);

    private static string Select(IQuerySession session, string body) => $"""
        select jsonb_build_object('sequence', seq_id, 'eventId', id, 'streamId', stream_id, 'version', version, 'fact', type, 'recordedAt', timestamp,
            'occurredOn', data ->> 'occurredOn', 'body', {body},
            'corrects', data ->> 'correctsEventId', 'withdraws', data ->> 'withdrawsEventId') from {session.DocumentStore.Options.Events.DatabaseSchemaName}.mt_events

        """;
}
