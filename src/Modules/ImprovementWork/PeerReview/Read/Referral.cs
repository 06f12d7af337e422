using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>A safeguarding referral and whoever recorded it. The fact names nobody, so that is read from what was written beside it.</summary>
public sealed record Referral(SafeguardingReferred Fact, PersonId? By)
{
    /// <summary>The referrals of a review: nothing is asked when it has none, else one round trip.</summary>
    public static async Task<IReadOnlyList<Referral>> AllAsync(PeerReview review, IQuerySession session, CancellationToken token)
    {
        if (review.Referrals.IsEmpty) return [];
        var stream = review.Id.Value;
        return [.. (await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && e.EventTypesAre(typeof(SafeguardingReferred))).OrderBy(e => e.Version).ToListAsync(token))
            .Select(e => new Referral((SafeguardingReferred)e.Data, PersonId.TryParse(e.UserName, null, out var by) ? by : null))];
    }
}

/// <summary>That something was referred, to whom, and whether they acknowledged it. There is nothing else to see.</summary>
public sealed record ReferralAsSeen(SafeguardingRecipient To, bool Acknowledged, DateOnly OccurredOn)
{
    /// <summary>Those the reader may know of; null for none.</summary>
    public static IReadOnlyList<ReferralAsSeen>? By(IReadOnlyList<Referral> referrals, Reader reader, Seal seal) =>
        referrals.Where(referral => reader.Opens(seal.Referred(referral))).Select(referral => new ReferralAsSeen(referral.Fact.To, referral.Fact.Acknowledged, referral.Fact.OccurredOn)).ToList()
            is { Count: > 0 } seen ? seen : null;
}
