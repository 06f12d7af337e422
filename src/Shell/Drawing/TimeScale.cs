using System.Globalization;

namespace EssexImprovement.Shell;

/// <summary>Days on a line from left to right. A day outside the range stands at its nearer end.</summary>
public sealed record TimeScale(DateOnly From, DateOnly To, double Left, double Right)
{
    /// <summary>A range of one day still has a width to divide by.</summary>
    private double Days => Math.Max(1, To.DayNumber - From.DayNumber);

    public double X(DateOnly day) => Left + Math.Clamp((day.DayNumber - From.DayNumber) / Days, 0, 1) * (Right - Left);

    /// <summary>As many as fit: every month, else every school term, else every year, 2, 5, 10 ... years. At least <paramref name="room"/> apart.</summary>
    public IReadOnlyList<Tick> Ticks(double room = 96) =>
        Steps.Select(step => Fitting(step(From), room)).FirstOrDefault(ticks => ticks is not null) ?? [];

    private List<Tick>? Fitting(IEnumerable<Tick> steps, double room)
    {
        var ticks = new List<Tick>();
        foreach (var tick in steps.TakeWhile(tick => tick.On <= To))
        {
            if (ticks.Count > 0 && X(tick.On) - X(ticks[^1].On) < room) return null;
            ticks.Add(tick);
        }
        return ticks;
    }

    private static readonly Func<DateOnly, IEnumerable<Tick>>[] Steps =
    [
        from => Months(from, _ => true, day => day.ToString("MMM yyyy", CultureInfo.InvariantCulture)),
        // Terms of an English school year begin in September, January and after Easter; April stands for Easter.
        from => Months(from, month => month is 9 or 1 or 4, day => $"{(day.Month == 9 ? "Autumn" : day.Month == 1 ? "Spring" : "Summer")} {day.Year}"),
        .. new[] { 1, 2, 5, 10, 25, 50, 100, 250, 1000, 2500, 5000 }.Select<int, Func<DateOnly, IEnumerable<Tick>>>(years => from => Years(from, years)),
    ];

    private static IEnumerable<Tick> Months(DateOnly from, Func<int, bool> wanted, Func<DateOnly, string> words)
    {
        for (var month = FirstOfMonth(from); month is { } day; month = day <= DateOnly.MaxValue.AddMonths(-2) ? day.AddMonths(1) : null)
            if (wanted(day.Month)) yield return new(day, words(day));
    }

    private static IEnumerable<Tick> Years(DateOnly from, int every)
    {
        for (var year = from.Year + (from.DayOfYear > 1 ? 1 : 0); year <= 9999; year++)
            if (year % every == 0) yield return new(new(year, 1, 1), year.ToString(CultureInfo.InvariantCulture));
    }

    private static DateOnly? FirstOfMonth(DateOnly from) =>
        from.Day == 1 ? from : from < DateOnly.MaxValue.AddMonths(-1) ? new DateOnly(from.Year, from.Month, 1).AddMonths(1) : null;
}

/// <summary>A named day on the line.</summary>
public sealed record Tick(DateOnly On, string Label);
