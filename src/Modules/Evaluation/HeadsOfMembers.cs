using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.Evaluation;

/// <summary>Who headed or chaired the member schools on a day, as the ledger knows it. Folded when asked: nobody votes by being named.</summary>
public static class HeadsOfMembers
{
    public static async Task<IReadOnlyList<Present>> OnAsync(DateOnly day, DecidingPartnership partnership, IQuerySession session, CancellationToken token)
    {
        var streams = partnership.Members.On(day).Select(member => member.Urn.LeadershipStream()).ToArray();
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolLeaderAppointed), typeof(SchoolLeaderLeft))).OrderBy(e => e.Sequence).ToListAsync(token);
        var left = facts.Select(e => e.Data).OfType<SchoolLeaderLeft>().ToList();
        return [.. facts.Select(e => e.Data).OfType<SchoolLeaderAppointed>().Where(fact => fact.OccurredOn <= day)
            .GroupBy(fact => (fact.Urn, fact.Capacity)).Select(post => post.MaxBy(fact => fact.OccurredOn)!)
            .Where(last => !left.Any(fact => (fact.Urn, fact.Capacity, fact.PersonId) == (last.Urn, last.Capacity, last.PersonId) && fact.OccurredOn >= last.OccurredOn && fact.OccurredOn < day))
            .Select(fact => new Present(fact.PersonId, fact.Capacity))];
    }
}
