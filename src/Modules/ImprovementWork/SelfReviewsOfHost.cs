using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>When a host submitted its self-reviews: what an enquiry rests on (IMP-2). Folded from the school's facts when asked.</summary>
public sealed record SelfReviewsOfHost(IReadOnlyList<SelfReviewSubmitted> Submitted)
{
    /// <summary>Those of the academic year of the day and the two before, of the host, of those whose place it took and of those that took its own, in one round trip.</summary>
    public static async Task<SelfReviewsOfHost> OfAsync(IEnumerable<Urn> line, DateOnly day, IQuerySession session, CancellationToken token)
    {
        var streams = line.SelectMany(urn => Enumerable.Range(AcademicYear.Of(day) - 2, 3).Select(year => SelfReviewId.Of(urn, year).Value)).ToArray();
        var facts = await session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SelfReviewSubmitted))).ToListAsync(token);
        return new([.. facts.Select(e => (SelfReviewSubmitted)e.Data)]);
    }

    /// <summary>The one that was last submitted by the day, in the term of the day or the one before; null for none.</summary>
    public SelfReviewId? CountingOn(DateOnly day, TermCalendar calendar) =>
        Submitted.Where(fact => fact.OccurredOn <= day).MaxBy(fact => fact.OccurredOn) is { } last && calendar.TermsBetween(last.OccurredOn, day) <= ReviewPolicy.TermsOfSelfReview ? last.SelfReviewId : null;
}
