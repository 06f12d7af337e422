using System.Text;
using System.Text.RegularExpressions;
using EssexImprovement.Contracts;

namespace EssexImprovement.ImprovementWork;

/// <summary>What words may not say. "Is it Ofsted?" No: a finding carries no grade word of any inspection, not even in its everyday sense, for a reader cannot
/// tell the two apart; and nothing a review writes names a person.</summary>
public static partial class Wording
{
    /// <summary>IMP-10 when the text holds a grade word of an inspection framework, past or present.</summary>
    public static Objection? HoldsGrade(this ConfidentialText text, string field) =>
        Grade().IsMatch(Plain(text)) ? new("IMP-10", "A finding carries no word that an inspection uses as a grade, in any sense. Say what was seen instead.", field) : null;

    /// <summary>IMP-10 when the text names somebody: a title and a name.</summary>
    public static Objection? NamesSomebody(this ConfidentialText text, string field) =>
        Name().IsMatch(Plain(text)) ? new("IMP-10", "What a review writes names nobody. Say what role they have.", field) : null;

    /// <summary>The length, and IMP-30 when the text holds a word for a statutory act: whatever peers say to each other is none, and must not read like one.</summary>
    public static Objection? NotFitForConcern(this ConfidentialText text, int longest, string field) =>
        text.NotBetween1And(longest, field)
        ?? (StatutoryAct().IsMatch(Plain(text))
            ? new("IMP-30", "A concern among peers carries no word for a statutory act: those are acts of others, and not of peers. Say what the school did or did not do.", field)
            : null);

    // Compatibility forms, so that full-width letters or a no-break space do not carry a grade past the reader.
    private static string Plain(ConfidentialText text) => text.Value.Normalize(NormalizationForm.FormKC);

    [GeneratedRegex(@"\b(outstanding|good|requir(?:es?|ing)[\s\p{Pd}]+(?:significant[\s\p{Pd}]+)?improvement|inadequate|expected[\s\p{Pd}]+standards?|strong[\s\p{Pd}]+standards?|exceptional|(needs?|needing)[\s\p{Pd}]+attention|urgent[\s\p{Pd}]+improvements?|special[\s\p{Pd}]+measures|serious[\s\p{Pd}]+weakness(es)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grade();

    [GeneratedRegex(@"\b(warning[\s\p{Pd}]+notices?|interventions?|I\.?E\.?B\.?s?|interim[\s\p{Pd}]+executive[\s\p{Pd}]+boards?|notices?[\s\p{Pd}]+to[\s\p{Pd}]+improve|special[\s\p{Pd}]+measures)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatutoryAct();

    // A title begins with a capital, or "pupils miss Science" would name somebody; "MS" alone is left out for "MS Teams".
    [GeneratedRegex(@"\b(Mr|MR|Mrs|MRS|Ms|Miss|MISS|Mx|Dr|DR|Prof|Professor|Sir|Dame|Rev|Revd|Reverend)\b\.?\s*\p{Lu}|\b(mr|mrs|mx|dr)\b\.?\s*\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
