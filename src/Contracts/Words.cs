using System.Text.RegularExpressions;

namespace EssexImprovement.Contracts;

/// <summary>How the names of our enumerations read to a person.</summary>
public static partial class Words
{
    /// <summary><c>ChairOfGovernors</c> as "chair of governors".</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Inner().Replace(value.ToString(), match => " " + match.Value).ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Inner();
}
