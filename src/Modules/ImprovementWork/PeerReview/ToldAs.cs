using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>The event that told a fact of a review: what a correction or withdrawal names. Empty when there is none; then its slice has objected already.</summary>
public sealed record ToldAs(Guid EventId)
{
    public static async Task<ToldAs> FindAsync<TFact>(PeerReview review, Func<TFact, bool> which, IQuerySession session, CancellationToken token) where TFact : notnull
    {
        var stream = review.Id.Value;
        var told = await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && e.EventTypesAre(typeof(TFact))).ToListAsync(token);
        return new(told.FirstOrDefault(e => which((TFact)e.Data))?.Id ?? Guid.Empty);
    }
}
