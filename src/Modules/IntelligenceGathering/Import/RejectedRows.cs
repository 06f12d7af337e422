using System.Globalization;
using CsvHelper;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>Rejected rows as a file to mend: line, column and reason, then the row as it came; once mended it can be imported as it is.</summary>
public static class RejectedRows
{
    // A cell that a spreadsheet would take for a formula is given an apostrophe.
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape, ValidateFieldCount = false };

    public static string AsFile(this IReadOnlyList<RejectedRow> rejected, IReadOnlyList<string> header)
    {
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(file, Format, leaveOpen: true))
        {
            csv.WriteRecord(["line", "column", "reason", .. header]);
            foreach (var row in rejected) csv.WriteRecord([row.Line.ToString(CultureInfo.InvariantCulture), row.Column, row.Reason, .. row.Cells]);
        }
        return file.ToString();
    }
}
