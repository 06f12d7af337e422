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
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolLeaderAppointed))).OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.Select(e => (SchoolLeaderAppointed)e.Data).Where(fact => fact.OccurredOn <= day)
            .GroupBy(fact => (fact.Urn, fact.Capacity)).Select(post => post.MaxBy(fact => fact.OccurredOn)!).Select(fact => new Present(fact.PersonId, fact.Capacity))];
    }
}
