using JasperFx.Events;

namespace EssexImprovement.History;

/// <summary>What the trace found.</summary>
public enum TraceFinding
{
    /// <summary>All cited evidence reads as it was cited, and was recorded before the decision.</summary>
    Intact,
    /// <summary>Something does not match; the sentence says what.</summary>
    ProblemFound,
    /// <summary>The decision is not made yet; what is cited so far reads as it was cited.</summary>
    NotYetMade,
    /// <summary>All cited evidence reads as it was cited, but something of it was corrected or withdrawn. The decision stands as it was made.</summary>
    BasisChanged,
}

/// <summary>What ends an argument: the finding, in one sentence, each problem by itself, and each change of what was cited.</summary>
public sealed record TraceVerdict(TraceFinding Finding, string Sentence, IReadOnlyList<string> Problems, IReadOnlyList<string> Changes)
{
    public static TraceVerdict Of(IReadOnlyList<CitationTrace> citations, MadeTrace? made, IReadOnlyList<IEvent> facts)
    {
        var problems = citations.SelectMany((citation, i) => ProblemsOf(citation, i + 1)).Concat(Gaps(facts)).ToList();
        var changes = citations.SelectMany((citation, i) => citation.BasisChanged.Select(change => $"{Which(citation, i + 1)} {change.InWords()}.")).ToList();
        var (finding, sentence) = problems.Count > 0 ? (TraceFinding.ProblemFound, $"Problem found: {problems[0]}{(problems.Count > 1 ? $" There are {problems.Count} problems in all." : "")}")
            : made is null ? (TraceFinding.NotYetMade, $"Not yet decided. {(changes.Count > 0 ? $"Basis changed: {changes[0]}" : Evidence(citations.Count))}")
            : changes.Count > 0 ? (TraceFinding.BasisChanged,
                $"Basis changed: {changes[0]}{(changes.Count > 1 ? $" There are {changes.Count} changes in all." : "")} What was cited is kept as it was, and the decision stands as it was made.")
            : (TraceFinding.Intact, citations.Count == 0 ? "Decided. No evidence was cited." : $"Verified. {Evidence(citations.Count)} {(citations.Count == 1 ? "It was" : "All were")} recorded before the decision was recorded.");
        return new(finding, sentence, problems, changes);
    }

    private static string Evidence(int count) => count switch
    {
        0 => "No evidence is cited.",
        1 => "The one piece of evidence reads exactly as it was cited.",
        _ => $"The {count} pieces of evidence read exactly as they were cited.",
    };

    private static string Which(CitationTrace citation, int number) => $"evidence {number} ({Narration.Title(citation.Fact).ToLowerInvariant()}{(citation.Version is { } version ? $", version {version} of its stream" : "")})";

    private static IEnumerable<string> ProblemsOf(CitationTrace citation, int number)
    {
        var which = Which(citation, number);
        if (citation.Verdict == CitationVerdict.Mismatch) yield return $"{which} does not match the fingerprint it was cited with.";
        if (citation.Verdict == CitationVerdict.Missing) yield return $"{which} is no longer where it was cited.";
        if (citation.RecordedBeforeDecision == false) yield return $"{which} was recorded after the decision was recorded.";
    }

    // A stream's versions have no gaps; one that has lost a record has.
    private static IEnumerable<string> Gaps(IReadOnlyList<IEvent> facts) =>
        facts.Where((e, i) => e.Version != i + 1).Take(1).Select(e => $"a record of the decision before version {e.Version} is missing.");
}
