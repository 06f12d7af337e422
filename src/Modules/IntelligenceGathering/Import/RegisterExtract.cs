using CsvHelper;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A row that could be read: a school and what the register says of it.</summary>
public sealed record SchoolRow(Urn Urn, RegisterEntry Entry);

/// <summary>A row that could not be read, and the first reason why.</summary>
/// <param name="Line">The line of the file the row begins on; the header is line 1.</param>
/// <param name="Column">The header of the column to look at.</param>
/// <param name="Reason">What is wrong there.</param>
/// <param name="Cells">The row itself.</param>
/// <param name="CutShort">The row has fewer cells than the header: the file is not whole.</param>
public sealed record RejectedRow(long Line, string Column, string Reason, IReadOnlyList<string> Cells, bool CutShort = false);

/// <summary>What a register file says, column by column of the header, whatever their order. Columns nobody asked for are ignored; the details
/// whose columns are missing are not in <paramref name="Details"/>, and the file says nothing about them.</summary>
public sealed record RegisterExtract(string SourceHash, IReadOnlyList<string> Header, IReadOnlyList<RegisterDetail> Details, IReadOnlyList<SchoolRow> Schools, IReadOnlyList<RejectedRow> Rejected)
{
    private static readonly CsvReaderOptions Format = new() { Separator = ',', TrackLineNumbers = true, MaxRecordSize = 64 * 1024, PoolStrings = true };

    public int Read => Schools.Count + Rejected.Count;

    /// <summary>Why the file as a whole is refused: a row cut short means that the rest of the file was lost on its way.</summary>
    public Objection? Objection =>
        Rejected.FirstOrDefault(row => row.CutShort) is { } cut ? Contracts.Objection.Malformed("file", $"Line {cut.Line} is cut short: {cut.Reason}. Nothing was recorded; the file is not whole.")
        : Read == 0 ? Contracts.Objection.Malformed("file", "The file holds a header and no schools.")
        : Schools.Count == 0 ? Contracts.Objection.Malformed("file", $"No row could be read. Line {Rejected[0].Line}, column '{Rejected[0].Column}', {Rejected[0].Reason}.")
        : null;

    /// <summary>The first objection to the file, or what it says. The stream is read twice, the second time from its beginning; <paramref name="rowRead"/> is told of each row.</summary>
    public static async Task<(Objection? Objection, RegisterExtract? Extract)> ReadAsync(Stream file, CancellationToken token, Action? rowRead = null)
    {
        var source = await RegisterSource.OfAsync(file, token);
        if (source.Objection is not null) return (source.Objection, null);
        file.Position = 0;
        using var text = new StreamReader(file, source.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return Parse(text, source.Hash, rowRead);
    }

    private static (Objection?, RegisterExtract?) Parse(TextReader text, string sourceHash, Action? rowRead)
    {
        using var csv = CsvReader.Create(text, Format, leaveOpen: true);
        try
        {
            csv.ReadHeader();
            string[] header = [.. csv.Headers.Select(column => column.Trim())];
            if (Objections(header) is { } objection) return (objection, null);
            var rows = new Rows(header);
            for (; csv.Read(); rowRead?.Invoke()) rows.Add(csv);
            var extract = rows.Of(sourceHash);
            return extract.Objection is { } refused ? (refused, null) : (null, extract);
        }
        catch (CsvFormatException broken)
        {
            return (Contracts.Objection.Malformed("file", $"The row that begins on line {broken.LineNumber} does not end; is a quotation mark left open?"), null);
        }
    }

    private static Objection? Objections(string[] header)
    {
        var missing = Required.Except(header, StringComparer.OrdinalIgnoreCase).ToList();
        var twice = header.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(column => column.Count() > 1 && IsRead(column.Key));
        return missing.Count > 0 ? Contracts.Objection.Malformed("header", $"The first line names no {string.Join(", no ", missing.Select(column => $"'{column}'"))}.")
            : twice is not null ? Contracts.Objection.Malformed("header", $"The first line names '{twice.Key}' more than once.")
            : null;
    }

    private static readonly IReadOnlyList<string> Required = [RegisterDetail.UrnColumn, .. RegisterDetail.All.Where(detail => detail.Required).Select(detail => detail.Column)];

    private static bool IsRead(string column) => Required.Contains(column, StringComparer.OrdinalIgnoreCase)
        || RegisterDetail.All.Any(detail => detail.Column.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rows below one header.</summary>
    private sealed class Rows
    {
        private readonly string[] _header;
        private readonly int _urn;
        private readonly List<(RegisterDetail Detail, int Column)> _columns;
        private readonly List<SchoolRow> _schools = [];
        private readonly List<RejectedRow> _rejected = [];
        private readonly Dictionary<Urn, long> _lines = [];

        public Rows(string[] header)
        {
            _header = header;
            _urn = ColumnOf(RegisterDetail.UrnColumn);
            _columns = [.. RegisterDetail.All.Select(detail => (detail, ColumnOf(detail.Column))).Where(column => column.Item2 >= 0)];
        }

        public RegisterExtract Of(string sourceHash) => new(sourceHash, _header, [.. _columns.Select(column => column.Detail)], _schools, _rejected);

        public void Add(CsvReader csv)
        {
            if (Enumerable.Range(0, csv.FieldCount).All(column => string.IsNullOrWhiteSpace(csv.GetString(column)))) return; // Spreadsheets end a file in lines of commas.
            if (csv.FieldCount < _header.Length)
                Reject(csv, _header[csv.FieldCount], $"the row ends after {csv.FieldCount} of {_header.Length} cells", cutShort: true);
            else if (csv.FieldCount > _header.Length)
                Reject(csv, _header[^1], $"the row has {csv.FieldCount} cells, the header {_header.Length}: a cell with a comma is not quoted");
            else if (!Urn.TryParse(csv.GetString(_urn).Trim(), null, out var urn))
                Reject(csv, RegisterDetail.UrnColumn, "is not six digits, 100000 to 999999");
            else if (_lines.TryGetValue(urn, out var line))
                Reject(csv, RegisterDetail.UrnColumn, $"school {urn} stands on line {line} already");
            else if (EntryOf(csv) is { } entry)
            {
                _lines.Add(urn, csv.LineNumber);
                _schools.Add(new(urn, entry));
            }
        }

        private RegisterEntry? EntryOf(CsvReader csv)
        {
            var entry = RegisterDetail.Blank;
            foreach (var (detail, column) in _columns)
            {
                var cell = csv.GetString(column).Trim();
                var reading = cell.Length == 0 ? default : detail.Read(cell);
                var wrong = reading.Wrong ?? (detail.Required && reading.Text is null ? "is empty" : null);
                if (wrong is not null) return Reject(csv, detail.Column, wrong);
                entry = detail.With(entry, reading.Text);
            }
            return entry;
        }

        private RegisterEntry? Reject(CsvReader csv, string column, string reason, bool cutShort = false)
        {
            _rejected.Add(new(csv.LineNumber, column, reason, csv.Current.ToArray(), cutShort));
            return null;
        }

        private int ColumnOf(string name) => Array.FindIndex(_header, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
