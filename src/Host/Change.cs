using EssexImprovement.Contracts;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.Host;

/// <summary>What somebody else recorded since the version a request had decided on: structure, never a text. Only whoever passed authorisation comes so far as to lose a race.</summary>
/// <param name="Fact">Its stored name.</param>
/// <param name="Version">Its version, the ETag to decide on next when it is the last.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
public sealed record Change(string Fact, long Version, DateOnly? OccurredOn, DateTimeOffset RecordedAt)
{
    public const int Most = 50;

    /// <summary>At most fifty, the earliest first; nothing when what was lost was no race on a thing that exists.</summary>
    public static async Task<IReadOnlyList<Change>> SinceAsync(HttpContext context, CancellationToken token)
    {
        if (context.Features.Get<DecidedOn>() is not { Streams: [_, ..] streams }) return [];
        await using var session = context.RequestServices.GetRequiredService<IDocumentStore>().QuerySession();
        var changes = new List<IEvent>();
        foreach (var (stream, version) in streams)
            changes.AddRange(await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && e.Version > version).OrderBy(e => e.Sequence).Take(Most).ToListAsync(token));
        return [.. changes.OrderBy(e => e.Sequence).Take(Most).Select(e => new Change(e.EventTypeName, e.Version, (e.Data as IFact)?.OccurredOn, e.Timestamp))];
    }
}
