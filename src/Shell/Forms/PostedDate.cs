using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EssexImprovement.Shell;

/// <summary>A date as a person typed it in three boxes: day, month (a number or a name) and year. Kept as typed, so that a mistake is shown back.</summary>
public sealed record PostedDate(string? Day, string? Month, string? Year)
{
    public static PostedDate Of(DateOnly? date) => date is { } known
        ? new(Digits(known.Day), Digits(known.Month), Digits(known.Year)) : new(null, null, null);

    public static PostedDate In(IFormCollection form, string name) => new(form[name + "Day"], form[name + "Month"], form[name + "Year"]);

    /// <summary>The date, or what is wrong with it. <paramref name="what"/> reads on from "Enter": "the date of the visit".</summary>
    public (DateOnly? Date, FieldError? Error) Read(string field, string what)
    {
        (string Part, string? Typed)[] parts = [("day", Day), ("month", Month), ("year", Year)];
        var missing = parts.Where(part => string.IsNullOrWhiteSpace(part.Typed)).Select(part => part.Part).ToList();
        var subject = char.ToUpperInvariant(what[0]) + what[1..];
        if (missing.Count == 3) return (null, new(field, $"Enter {what}"));
        if (missing.Count > 0) return (null, new(Box(field, missing[0]), $"{subject} must include a {string.Join(" and a ", missing)}"));
        if (Number(Year!) is not (>= 1000 and <= 9999)) return (null, new(Box(field, "year"), $"{subject} must have a year of 4 numbers"));
        if (MonthOf(Month!) is not { } month) return (null, new(Box(field, "month"), $"{subject} must have a real month, such as 5 or May"));
        if (Number(Day!) is not { } day || day < 1 || day > DateTime.DaysInMonth(Number(Year!)!.Value, month))
            return (null, new(Box(field, "day"), $"{subject} must be a real date"));
        return (new DateOnly(Number(Year!)!.Value, month, day), null);
    }

    /// <summary>The day's box carries the id of the whole date, so that an error about the date leads to it.</summary>
    public static string Box(string field, string part) => part == "day" ? field : $"{field}-{part}";

    private static int? MonthOf(string typed) =>
        Number(typed) is { } number ? number is >= 1 and <= 12 ? number : null
        : typed.Trim() is { Length: >= 3 } name
            && Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and < 12 and var at
            ? at + 1 : null;

    private static int? Number(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
