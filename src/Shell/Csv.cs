using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EssexImprovement.Shell;

/// <summary>
/// A list as a file for a spreadsheet. Each cell says what the JSON of the same row says, so that the two cannot drift apart: ISO dates, words of enumerations in kebab-case,
/// a column <c>snake_case</c> for each property and for each property of a nested record. A list of plain values is one cell, its values parted by "; ". A list of records gives the row a line
/// for each of them, with the row's own cells on every line; two such lists follow each other, for nothing pairs their records. UTF-8 with a byte order mark, for Excel would guess another
/// encoding; RFC 4180 quoting; text that a spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
/// <param name="Name">What the file is called; the day follows it.</param>
/// <param name="Rows">The rows, written as they come.</param>
public sealed record Csv<TRow>(string Name, IEnumerable<TRow> Rows) : IResult
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var today = TimeZoneInfo.ConvertTime((services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow(), London);
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{Name}-{today:yyyy-MM-dd}.csv\"");
        await WriteAsync(httpContext.Response.Body, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
    }

    public async Task WriteAsync(Stream stream, JsonSerializerOptions json)
    {
        var header = new List<string>();
        var columns = new Columns(json.GetTypeInfo(typeof(TRow)), header);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', header));
        foreach (var row in Rows)
            foreach (var line in columns.LinesOf(row!, [.. header.Select(_ => "")])) await writer.WriteLineAsync(string.Join(',', line.Select(Quoted)));
    }

    /// <summary>The columns of one type: cells of its own, and lists whose records have lines of their own.</summary>
    private sealed class Columns
    {
        private readonly List<(int At, Func<object, JsonElement?> Of)> _cells = [];
        private readonly List<(Func<object, IEnumerable<object>> Of, Columns Columns)> _lists = [];

        public Columns(JsonTypeInfo type, List<string> header, string prefix = "") => Add(type, header, prefix, row => row);

        public List<string[]> LinesOf(object row, string[] line)
        {
            foreach (var (at, of) in _cells) line[at] = Cell(of(row));
            var lines = _lists.SelectMany(list => list.Of(row).SelectMany(item => list.Columns.LinesOf(item, [.. line]))).ToList();
            return lines.Count > 0 ? lines : [line];
        }

        private void Add(JsonTypeInfo type, List<string> header, string prefix, Func<object, object?> of)
        {
            foreach (var property in type.Properties.Where(property => property.Get is not null))
            {
                var name = prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
                object? Value(object row) => of(row) is { } holder ? property.Get!(holder) : null;
                var inner = type.Options.GetTypeInfo(property.PropertyType);
                if (HasColumns(inner)) Add(inner, header, name + "_", Value);
                else if (inner is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && type.Options.GetTypeInfo(element) is var item && HasColumns(item))
                    _lists.Add((row => ((IEnumerable?)Value(row))?.Cast<object>() ?? [], new(item, header, name + "_")));
                else
                {
                    _cells.Add((header.Count, row => Value(row) is { } value ? JsonSerializer.SerializeToElement(value, inner) : null));
                    header.Add(name);
                }
            }
        }

        private static bool HasColumns(JsonTypeInfo type) => type.Kind == JsonTypeInfoKind.Object && type.Properties.Count > 0;
    }

    private static string Cell(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.String when value.Value.GetString() is { Length: > 0 } text => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text,
        JsonValueKind.String => "",
        JsonValueKind.Array => string.Join("; ", value.Value.EnumerateArray().Select(item => Cell(item)).Where(cell => cell.Length > 0)),
        _ => value.Value.GetRawText(),
    };

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || cell.AsSpan().Trim().Length < cell.Length ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

public static class CsvRequests
{
    /// <summary>True for <c>?format=csv</c>, and for <c>Accept: text/csv</c> where no format is asked for.</summary>
    public static bool AsksForCsv(this HttpRequest request, string? format)
    {
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return format is null ? request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/csv" && accepted.Quality != 0) : format == "csv";
    }
}
