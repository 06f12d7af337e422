using System.Text.RegularExpressions;

namespace EssexImprovement.Contracts;

/// <summary>How the names of our enumerations read to a person.</summary>
public static partial class Words
{
    /// <summary><c>ChairOfGovernors</c> as "chair of governors".</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum =>
        Inner().Replace(value.ToString(), match => " " + match.Value).ToLowerInvariant() is var apart && AsSaid.TryGetValue(apart, out var said) ? said : apart;

    /// <summary>With a capital at the beginning.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    // What a name cannot carry: hyphens, articles, commas and short forms.
    private static readonly Dictionary<string, string> AsSaid = new()
    {
        ["action focused"] = "action-focused", ["co responsibility"] = "co-responsibility", ["check in levels"] = "check-in levels", ["done with not to"] = "done with, not to",
        ["expert and evidence led"] = "expert and evidence-led", ["follow up review"] = "follow-up review", ["la or trust referral"] = "LA or trust referral",
        ["la school effectiveness partner"] = "LA school effectiveness partner", ["la traded service"] = "LA traded service", ["la trust diocese"] = "LA, trust or diocese", ["lado"] = "LADO",
        ["making difference"] = "making a difference", ["open and trust based"] = "open and trust-based", ["post sixteen"] = "post-16", ["qa style"] = "QA style",
        ["safeguarding refer only"] = "safeguarding, to be referred only", ["self evaluation"] = "self-evaluation", ["self referral"] = "self-referral", ["self review"] = "self-review",
        ["slis"] = "SLIS", ["spp cycle"] = "SPP cycle",
    };

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Inner();
}
