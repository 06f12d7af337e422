using EssexImprovement.Contracts;

namespace EssexImprovement.Brokerage;

public static class Wording
{
    /// <summary>A text that must be there, and how long it may be.</summary>
    public static Objection? NotBetween1And(this ConfidentialText text, int longest, string field) =>
        text.Length == 0 || text.Length > longest ? Objection.Malformed(field, $"Between 1 and {longest} characters are needed.") : null;
}
