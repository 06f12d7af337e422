using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.Evaluation;

/// <summary>A recorded fact of any room as it lies in the ledger: not read as a fact, because a citation fingerprints the very text that is stored.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="Name">Its stored name.</param>
/// <param name="PartnershipId">The partnership, when it is a fact of one.</param>
/// <param name="Urn">The school, when it is a fact of one.</param>
/// <param name="OccurredOn">The day it happened; null for what is no fact, such as the trace of an append that failed.</param>
/// <param name="Body">The stored body, to the letter.</param>
/// <param name="Draft">The number of the draft, when it is one.</param>
// Not "Id": Marten would take it for a document and read another shape.
public sealed record RecordedFact(Guid EventId, Guid StreamId, long Version, string Name, PartnershipId? PartnershipId, Urn? Urn, DateOnly? OccurredOn, string Body, int? Draft = null)
{
    /// <summary>True for a fact of this partnership, whoever told it, and for a fact about a school that was a member on the day.</summary>
    public bool Concerns(DecidingPartnership partnership, DateOnly day) =>
        OccurredOn is not null && (PartnershipId is { } owner ? owner == partnership.Id : Urn is { } urn && partnership.HasOn(urn, day));

    public static async Task<RecordedFact?> FindAsync(Guid eventId, IQuerySession session, CancellationToken token) =>
        (await session.AdvancedSql.QueryAsync<RecordedFact>($"""
            select jsonb_build_object('eventId', id, 'streamId', stream_id, 'version', version, 'name', type, 'partnershipId', data ->> 'partnershipId', 'urn', data ->> 'urn',
                'occurredOn', data ->> 'occurredOn', 'body', data::text,
                'draft', case when type = 'report_drafted' then data -> 'draft' end) from {session.DocumentStore.Options.Events.DatabaseSchemaName}.mt_events where id = ?
            """, token, eventId)).SingleOrDefault();
}
