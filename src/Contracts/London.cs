namespace EssexImprovement.Contracts;

/// <summary>Days begin and end in Europe/London; moments are kept in UTC.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day it is there now.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    /// <summary>The moment the day begins there, in UTC: in summer an hour before midnight of UTC. Its clocks change at one in the morning, so every day has a midnight, and one.</summary>
    public static DateTimeOffset BeginningOf(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone), TimeSpan.Zero);
}
