using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using EssexImprovement.Contracts;

namespace EssexImprovement.History;

/// <summary>The small, non-confidential part of a fact that narration needs, by what a property is and never by which fact: URNs, whole numbers, days,
/// enumerations, yes or no, identities of things, and how many of a list. Text and people stay in the ledger, so a new fact can leak nothing.</summary>
public static class FactDetails
{
    /// <param name="fact">Any fact.</param>
    /// <param name="hideJudgements">True to leave out enumerations and yes or no: in a sealed fact they are the content ("not agreed", "not accurate").</param>
    /// <param name="hideSchools">True to leave out URNs, where which school it is about is for a few, and what points to other things that name it.</param>
    /// <returns>Names in camelCase (<c>votes.for</c> for a part of a part) with values as text: days ISO 8601, enumerations kebab-case, URNs parted by a space.</returns>
    public static IReadOnlyDictionary<string, string> Of(object fact, bool hideJudgements = false, bool hideSchools = false)
    {
        var details = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Gather(fact, "", hideJudgements, hideSchools, details);
        return details;
    }

    /// <summary>True when confidential text is anywhere in the type.</summary>
    public static bool HoldConfidentialText(Type type) =>
        type == typeof(ConfidentialText) || (Nullable.GetUnderlyingType(type) is { } inner && HoldConfidentialText(inner))
        || (ItemOf(type) is { } item ? HoldConfidentialText(item) : IsPart(type) && type.GetProperties().Any(property => HoldConfidentialText(property.PropertyType)));

    private static void Gather(object part, string prefix, bool hideJudgements, bool hideSchools, SortedDictionary<string, string> details)
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.Name is nameof(IFact.OccurredOn) or nameof(IPartnershipFact.PartnershipId) || property.GetValue(part) is not { } value) continue;
            var name = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (value is not ConfidentialText and not string and not IEnumerable && IsPart(value.GetType())) Gather(value, name + ".", hideJudgements, hideSchools, details);
            else if (Text(value, hideJudgements, hideSchools) is { } text) details[name] = text;
        }
    }

    private static string? Text(object value, bool hideJudgements, bool hideSchools) => value switch
    {
        ConfidentialText or string or PersonId => null,
        Enum or bool when hideJudgements => null,
        Urn or IEnumerable<Urn> or DecisionId when hideSchools => null,
        Enum link when link.GetType().Name.Contains("Interest", StringComparison.Ordinal) => null, // What links people to people.
        Enum choice => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()),
        bool yes => yes ? "yes" : "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Urn urn => urn.ToString(),
        IEnumerable<Urn> urns => string.Join(' ', urns),
        ICollection list => list.Count.ToString(CultureInfo.InvariantCulture),
        IEnumerable list => list.Cast<object>().Count().ToString(CultureInfo.InvariantCulture),
        IFormattable number when number is int or long or Guid => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(), // An identity of a thing.
    };

    private static bool IsPart(Type type) => type.IsClass && type != typeof(string) && type.Namespace!.StartsWith(typeof(IFact).Namespace!, StringComparison.Ordinal);

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : null;
}
