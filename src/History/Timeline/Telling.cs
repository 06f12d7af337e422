using System.Globalization;
using EssexImprovement.Contracts;

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
    public string A(string name) => WithArticle(Words(name));

    public string School(string name) => schools.Of(SchoolNames.UrnsIn(this[name]).Single());

    public string Schools(string name) => List([.. SchoolNames.UrnsIn(this[name]).Select(schools.Of)]);

    public string Day(string name) => British.Day(DateOnly.ParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public string Stage(string name) => British.Stage(this[name]);

    public string Academic(string name) => int.Parse(this[name], CultureInfo.InvariantCulture) is var year ? $"{year}/{(year + 1) % 100:00}" : "";

    /// <summary>A count with its noun: "1 item", "3 items", "no items".</summary>
    public string Count(string name, string one, string many) => this[name] switch { "0" => $"no {many}", "1" => $"1 {one}", var n => $"{n} {many}" };

    /// <summary>How many URNs a list holds.</summary>
    public int Urns(string name) => SchoolNames.UrnsIn(this[name]).Count();

    /// <summary>Quarter days as days: 6 is "1.5 days".</summary>
    public string QuarterDays(string name)
    {
        var days = decimal.Parse(this[name], CultureInfo.InvariantCulture) / 4;
        return days == 1 ? "1 day" : $"{days.ToString("0.##", CultureInfo.InvariantCulture)} days";
    }

    private static string WithArticle(string words) => ("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an " : "a ") + words;

    private static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "no school",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };
}

/// <summary>Days, stages and capacities as readers here write them.</summary>
public static class British
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>3 June 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>3 June 2026 at 4:05pm, in Europe/London.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        var local = AsOf.InLondon(instant);
        return $"{local.ToString("d MMMM yyyy", Culture)} at {local.ToString("h:mm", Culture)}{(local.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>The conference's words: "co-responsibility", "shared professional accountability".</summary>
    public static string Stage(string kebab) => kebab == "co-responsibility" ? kebab : kebab.Replace('-', ' ');

    public static string Stage(Contracts.Evaluation.Stage stage) => Stage(Kebab(stage));

    /// <summary>An enumeration in words, first letter small.</summary>
    public static string Words(Enum value) => Kebab(value).Replace('-', ' ');

    /// <summary>First letter large.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Who recorded something, by standing and never by name: "the partnership lead", "a peer reviewer", "the service".</summary>
    public static string By(Capacity capacity) => capacity switch
    {
        Capacity.System => "the service",
        Capacity.PartnershipLead => "the partnership lead",
        Capacity.Auditor or Capacity.Analyst or Capacity.ImprovementChampion or Capacity.ExternalFacilitator or Capacity.LaSchoolEffectivenessPartner =>
            $"an {Words(capacity)}",
        _ => $"a {Words(capacity)}",
    };

    private static string Kebab(Enum value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
