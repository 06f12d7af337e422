using System.Text.Json;

namespace EssexImprovement.Shell;

/// <summary>Values of an enumeration as they stand in addresses and headers: by name, in kebab-case, never by number.</summary>
public static class Kebab
{
    public static bool TryRead<TEnum>(string text, out TEnum value) where TEnum : struct, Enum
    {
        foreach (var known in Enum.GetValues<TEnum>())
            if (NameOf(known) == text)
            {
                value = known;
                return true;
            }
        value = default;
        return false;
    }

    /// <summary>The value of this name; null for none and for a name that is unknown.</summary>
    public static TEnum? Read<TEnum>(string? text) where TEnum : struct, Enum => text is not null && TryRead<TEnum>(text, out var value) ? value : null;

    /// <summary>Every name, for whoever gave another: "triad, cluster, consortium, area-partnership".</summary>
    public static string Names<TEnum>() where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(NameOf));

    /// <summary>The name of a value.</summary>
    public static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
