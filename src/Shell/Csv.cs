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
/// a column <c>snake_case</c> for each property and for each property of a nested record. UTF-8 with a byte order mark, for Excel would guess another encoding; RFC 4180 quoting;
/// text that a spreadsheet would take for a formula begins with an apostrophe.
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
        var columns = ColumnsOf(json.GetTypeInfo(typeof(TRow)), "").ToList();
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', columns.Select(column => column.Name)));
        foreach (var row in Rows) await writer.WriteLineAsync(string.Join(',', columns.Select(column => Quoted(Cell(column.Of(row!))))));
    }

    private static IEnumerable<(string Name, Func<object, JsonElement?> Of)> ColumnsOf(JsonTypeInfo type, string prefix) =>
        type.Properties.Where(property => property.Get is not null).SelectMany(property =>
        {
            var (name, of) = (prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property.Get!);
            var inner = type.Options.GetTypeInfo(property.PropertyType);
            return inner.Kind == JsonTypeInfoKind.Object && inner.Properties.Count > 0
                ? ColumnsOf(inner, name + "_").Select(column => (column.Name, new Func<object, JsonElement?>(row => of(row) is { } value ? column.Of(value) : null)))
                : [(name, row => of(row) is { } value ? JsonSerializer.SerializeToElement(value, inner) : null)];
        });

    private static string Cell(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.String when value.Value.GetString() is { Length: > 0 } text => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text,
        JsonValueKind.String => "",
        JsonValueKind.Array => string.Join("; ", value.Value.EnumerateArray().Select(item => Cell(item))),
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
