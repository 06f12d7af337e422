using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The term calendar, folded from its stream in one round trip.</summary>
internal static class Calendar
{
    public static async Task<TermCalendar> ReadAsync(IQuerySession session, CancellationToken token) =>
        TermCalendar.Of((await session.Events.FetchStreamAsync(TermCalendar.Stream, token: token)).Select(e => e.Data));
}
