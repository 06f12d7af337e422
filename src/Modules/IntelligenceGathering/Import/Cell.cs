using System.Globalization;
using System.Text;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>What a cell says, as the text a fact would hold (null for nothing), or why it cannot be read.</summary>
public readonly record struct Reading(string? Text, string? Wrong = null);

/// <summary>How cells of the register are read. Words are kept as they stand; <c>Not applicable</c>, <c>Not recorded</c> and <c>Does not apply</c> are words of the
/// register where it uses words, and mean nothing is said where it uses numbers and days.</summary>
public static class Cell
{
    private const int LongestText = 250;
    private const int LatestYear = 2100, EarliestYear = 1000;
    private static readonly string[] Nothing = ["Not applicable", "Not recorded", "Does not apply"];

    // d and M also read two digits. The register puts the day first; a day written year first is ISO 8601.
    private static readonly string[] Days = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-M-d", "d MMM yyyy", "d-MMM-yyyy"];

    /// <summary>Words: at most 250 characters, none of them a control or a direction override.</summary>
    public static Reading Words(string cell)
    {
        var text = Legacy.Mended(cell);
        return text.Length > LongestText ? new(null, $"is longer than {LongestText} characters")
            : text.Any(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) ? new(null, "holds a control or direction-override character")
            : new(text);
    }

    /// <summary>A code of so many digits; leading zeros that a spreadsheet dropped are put back.</summary>
    public static Reading Digits(string cell, int width) => SaysNothing(cell) ? default
        : cell.Length <= width && cell.All(char.IsAsciiDigit) ? new(cell.PadLeft(width, '0'))
        : new(null, $"is not a code of {width} digits");

    /// <summary>A UK provider reference number: eight digits that begin with 1.</summary>
    public static Reading Ukprn(string cell) => SaysNothing(cell) ? default
        : cell is ['1', ..] && cell.Length == 8 && cell.All(char.IsAsciiDigit) ? new(cell)
        : new(null, "is not eight digits beginning with 1");

    /// <summary>A whole number from 0 to <paramref name="most"/>, both inclusive.</summary>
    public static Reading Whole(string cell, int most) => SaysNothing(cell) ? default
        : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? new(number.ToString(CultureInfo.InvariantCulture))
        : new(null, $"is not a whole number from 0 to {most}");

    /// <summary>A percentage with at most one decimal, told in tenths of a per cent: a fact holds no fraction.</summary>
    public static Reading PerMille(string cell) => SaysNothing(cell) ? default
        : decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percentage) && percentage <= 100 && decimal.IsInteger(percentage * 10)
            ? new(((int)(percentage * 10)).ToString(CultureInfo.InvariantCulture))
        : new(null, "is not a percentage from 0 to 100 with at most one decimal");

    /// <summary>A day, day first, in any of the ways the register and spreadsheets write it; told as ISO 8601.</summary>
    public static Reading Day(string cell) => SaysNothing(cell) ? default
        : DateOnly.TryParseExact(WithoutMidnight(cell), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= EarliestYear and <= LatestYear
            ? new(day.ToString("O", CultureInfo.InvariantCulture))
        : new(null, "is not a day such as 24-05-2025");

    private static bool SaysNothing(string cell) => Nothing.Contains(cell, StringComparer.OrdinalIgnoreCase);

    private static string WithoutMidnight(string cell) => cell.EndsWith(" 00:00:00", StringComparison.Ordinal) ? cell[..^9] : cell;
}

/// <summary>Windows-1252, and text that somebody took for something else on its way here.</summary>
public static class Legacy
{
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>U+0080 to U+009F are no characters anyone typed but bytes of Windows-1252 read as Latin-1 upstream (U+0092 was an apostrophe): they are read again.</summary>
    public static string Mended(string text) => text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0 ? text
        : string.Concat(text.Select(c => c is >= '\u0080' and <= '\u009F' ? Windows1252.GetChars([(byte)c])[0] : c));
}
