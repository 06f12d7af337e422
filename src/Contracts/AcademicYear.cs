namespace EssexImprovement.Contracts;

/// <summary>An academic year is named by the year it begins in: 2026 runs from 1 September 2026 to 31 August 2027, both inclusive.</summary>
public static class AcademicYear
{
    /// <summary>The academic year the day is in.</summary>
    public static int Of(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;

    /// <summary>Its first day, inclusive.</summary>
    public static DateOnly FirstDay(int year) => new(year, 9, 1);

    /// <summary>Its last day, inclusive.</summary>
    public static DateOnly LastDay(int year) => new(year + 1, 8, 31);

    /// <summary>As people write it: "2026/27".</summary>
    public static string InWords(int year) => $"{year}/{(year + 1) % 100:00}";
}
