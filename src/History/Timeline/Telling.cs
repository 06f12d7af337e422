using System.Globalization;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Shell;

namespace EssexImprovement.History;

/// <summary>A fact in words: who or what and what became of it, then one sentence.</summary>
public sealed record Telling(string Heading, string Sentence);

/// <summary>The details of one fact, in the forms that sentences need. A detail that the fact does not have is a bug, and says so.</summary>
internal sealed class Wording(string fact, IReadOnlyDictionary<string, string> details, SchoolNames schools)
{
    public string this[string name] => details.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"{fact} has no detail '{name}'.");

    public bool Has(string name) => details.ContainsKey(name);

    public bool Is(string name, string value) => this[name] == value;

    /// <summary>An enumeration as words: <c>area-partnership</c> is "area partnership".</summary>
    public string Words(string name) => this[name].Replace('-', ' ');

    /// <summary>The same with its article: "an area partnership".</summary>
    public string A(string name) => Phrase.A(Words(name));

    public string School(string name) => schools.Of(SchoolNames.UrnsIn(this[name]).Single());

    public string Schools(string name) => List([.. SchoolNames.UrnsIn(this[name]).Select(schools.Of)]);

    public string Day(string name) => When.InWords(DateOnly.ParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public string Stage(string name) => Phrase.Of(Enum.Parse<Stage>(this[name].Replace("-", "", StringComparison.Ordinal), ignoreCase: true));

    public string Academic(string name) => int.Parse(this[name], CultureInfo.InvariantCulture) is var year ? $"{year}/{(year + 1) % 100:00}" : "";

    /// <summary>A count with its noun: "1 item", "3 items", "no items".</summary>
    public string Count(string name, string one, string many) => Phrase.Count(int.Parse(this[name], CultureInfo.InvariantCulture), one, many);

    /// <summary>How many URNs a list holds.</summary>
    public int Urns(string name) => SchoolNames.UrnsIn(this[name]).Count();

    /// <summary>Pence as pounds: 150000 is "£1,500".</summary>
    public string Pounds(string name)
    {
        var pounds = decimal.Parse(this[name], CultureInfo.InvariantCulture) / 100;
        return "£" + pounds.ToString(pounds == decimal.Truncate(pounds) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>Quarter days as days: 6 is "1.5 days".</summary>
    public string QuarterDays(string name)
    {
        var days = decimal.Parse(this[name], CultureInfo.InvariantCulture) / 4;
        return days == 1 ? "1 day" : $"{days.ToString("0.##", CultureInfo.InvariantCulture)} days";
    }

    private static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "no school",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };
}
