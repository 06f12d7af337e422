using System.Text.RegularExpressions;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>What the terms of an objective must say, when it is set and when it is revised.</summary>
public static partial class FitnessOfTerms
{
    /// <summary>IMP-25 without a measure of the outcome; else what is malformed; null for terms that can be worked to.</summary>
    public static Objection? NotFit(this ObjectiveTerms terms, string field, DateOnly setOn) =>
        string.IsNullOrWhiteSpace(terms.MeasureId) ? new("IMP-25", "No objective without a measure of its outcome.", $"{field}.measureId")
        : !Code().IsMatch(terms.MeasureId) ? Objection.Malformed($"{field}.measureId", "A measure has a short code of lower-case letters, digits and hyphens, 2 to 60 characters.")
        : terms.Due <= setOn ? Objection.Malformed($"{field}.due", "An objective is due after the day it is set.")
        : terms.Text.NotBetween1And(1000, $"{field}.text") ?? terms.Baseline.NotBetween1And(1000, $"{field}.baseline") ?? terms.Target.NotBetween1And(1000, $"{field}.target");

    [GeneratedRegex("^[a-z0-9-]{2,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
