using System.Globalization;

namespace EssexImprovement.Shell;

/// <summary>Days and moments in words, as read in Essex: moments in Europe/London, days as they are.</summary>
public static class When
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>"10 May 2019"</summary>
    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 10 May 2019"</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"10 May 2019 to 12 May 2019", and one day by itself.</summary>
    public static string InWords(DateOnly from, DateOnly to) => from == to ? InWords(from) : $"{InWords(from)} to {InWords(to)}";

    /// <summary>"10 May 2019 at 9:30am"</summary>
    public static string InWords(DateTimeOffset moment)
    {
        var here = TimeZoneInfo.ConvertTime(moment, London);
        return $"{InWords(DateOnly.FromDateTime(here.DateTime))} at {here.ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant()}";
    }

    /// <summary>"May 2019"</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    /// <summary>"recorded 6 days later", and nothing when the record was made on the day or the day after: both clocks then say the same.</summary>
    public static string? HowLateRecorded(DateOnly happened, DateTimeOffset recorded) =>
        DayOf(recorded).DayNumber - happened.DayNumber is > 1 and var days ? $"recorded {days} days later" : null;

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
