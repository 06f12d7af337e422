using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EssexImprovement.Shell;

/// <summary>What somebody has answered so far. It travels from page to page in the body of the form and never in an address, for it may be confidential.</summary>
public sealed class Answers
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _sent;

    private Answers(IReadOnlyDictionary<string, IReadOnlyList<string>> sent) => _sent = sent;

    public static Answers Nothing { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public static Answers In(IFormCollection form) => new(form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.Select(value => (value ?? "").ReplaceLineEndings("\n"))]));

    /// <summary>The same answers with this one in place of what was said, if anything was.</summary>
    public Answers With(string name, params IReadOnlyList<string> values) => new(new Dictionary<string, IReadOnlyList<string>>(_sent) { [name] = values });

    /// <summary>The same answers with a day.</summary>
    public Answers With(string name, DateOnly day) =>
        PostedDate.Of(day) is var typed ? With(name + "Day", typed.Day!).With(name + "Month", typed.Month!).With(name + "Year", typed.Year!) : this;

    public bool Has(string name) => _sent.ContainsKey(name) || _sent.ContainsKey(name + "Day");

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

    public DateOnly? Day(string name) => DayAsTyped(name).Read(name, "the day").Date;

    public PostedDate DayAsTyped(string name) => new(Of(name + "Day"), Of(name + "Month"), Of(name + "Year"));

    /// <summary>The fields in which the answers to these questions travel on.</summary>
    public IEnumerable<(string Name, string Value)> FieldsOf(IEnumerable<Question> questions) =>
        from question in questions
        from name in question.Kind == AnswerKind.Day ? (string[])[question.Name + "Day", question.Name + "Month", question.Name + "Year"] : [question.Name]
        from value in All(name)
        select (name, value);
}
