using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace EssexImprovement.Shell;

/// <summary>What somebody has answered so far. It travels from page to page in the body of the form and never in an address, for it may be confidential.</summary>
public sealed class Answers
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _sent;

    private Answers(IReadOnlyDictionary<string, IReadOnlyList<string>> sent) => _sent = sent;

    public static Answers Nothing { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>What was sent. Of a file nothing is kept but its SHA-256, in lower-case hexadecimal.</summary>
    public static Answers In(IFormCollection form) => new(form.Select(field => (field.Key, Said: (IReadOnlyList<string>)[.. field.Value.Select(value => (value ?? "").ReplaceLineEndings("\n"))]))
        .Concat(form.Files.Where(file => file.Length > 0).Select(file => (Key: file.Name, Said: (IReadOnlyList<string>)[FingerprintOf(file)])))
        .GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Said));

    /// <summary>The same answers with this one in place of what was said, if anything was.</summary>
    public Answers With(string name, params IReadOnlyList<string> values) => new(new Dictionary<string, IReadOnlyList<string>>(_sent) { [name] = values });

    /// <summary>The same answers with a day.</summary>
    public Answers With(string name, DateOnly day) =>
        PostedDate.Of(day) is var typed ? With(name + "Day", typed.Day!).With(name + "Month", typed.Month!).With(name + "Year", typed.Year!) : this;

    /// <summary>True when the question was asked before, whatever came of it.</summary>
    public bool Has(Question question) => question.Fields.Any(_sent.ContainsKey);

    /// <summary>The answer, trimmed; empty for none.</summary>
    public string Of(string name) => _sent.GetValueOrDefault(name) is [var first, ..] ? first.Trim() : "";

    /// <summary>The answer, trimmed; null for none.</summary>
    public string? Maybe(string name) => Of(name) is { Length: > 0 } answer ? answer : null;

    public IReadOnlyList<string> All(string name) => _sent.GetValueOrDefault(name) ?? [];

    /// <summary>The lines of the answer that hold anything.</summary>
    public IReadOnlyList<string> Lines(string name) => [.. Of(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public T One<T>(string name) where T : struct, Enum => Enum.Parse<T>(Of(name));

    public bool Yes(string name) => Of(name) == "yes";

    public int? Number(string name) => int.TryParse(Of(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The numbers above nothing, each with what it counts.</summary>
    public IEnumerable<(T Of, int Count)> Counts<T>(string name) where T : struct, Enum => Enum.GetValues<T>().Select(value => (value, Number($"{name}{value}") ?? 0)).Where(counted => counted.Item2 > 0);

    public DateOnly? Day(string name) => DayAsTyped(name).Read(name, "the day").Date;

    public PostedDate DayAsTyped(string name) => new(Of(name + "Day"), Of(name + "Month"), Of(name + "Year"));

    /// <summary>The fields in which the answers to these questions travel on.</summary>
    public IEnumerable<(string Name, string Value)> FieldsOf(IEnumerable<Question> questions) =>
        from question in questions
        from name in question.Fields
        from value in All(name)
        select (name, value);

    private static string FingerprintOf(IFormFile file)
    {
        using var content = file.OpenReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
