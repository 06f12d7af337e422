using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The term calendar, folded from its stream in one round trip.</summary>
internal static class Calendar
{
    public static async Task<TermCalendar> ReadAsync(IQuerySession session, CancellationToken token) =>
        TermCalendar.Of((await session.Events.FetchStreamAsync(TermCalendar.Stream, token: token)).Select(e => e.Data));

    /// <summary>The days of a visit on which schools are closed, in words to look at again; nothing when they are open on all of them. Terms may differ from school to school, so it is no refusal.</summary>
    public static IReadOnlyList<string> ClosedOn(this TermCalendar calendar, DateOnly? from, DateOnly? to) =>
        from is not { } first || to is not { } last || last.DayNumber - first.DayNumber is < 0 or > 31 ? []
        : Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(day => !calendar.IsSchoolDay(day)).Select(When.Weekday).ToList() is { Count: > 0 } closed
            ? [$"By the calendar of school terms schools are closed on {string.Join(" and ", closed)}. Change the days if you do not mean them"] : [];
}
