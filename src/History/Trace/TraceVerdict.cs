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
}

/// <summary>What ends an argument: the finding, in one sentence, and each problem by itself.</summary>
public sealed record TraceVerdict(TraceFinding Finding, string Sentence, IReadOnlyList<string> Problems)
{
    public static TraceVerdict Of(IReadOnlyList<CitationTrace> citations, MadeTrace? made, IReadOnlyList<IEvent> facts)
    {
        var problems = citations.SelectMany((citation, i) => ProblemsOf(citation, i + 1)).Concat(Gaps(facts)).ToList();
        return problems.Count > 0 ? new(TraceFinding.ProblemFound, $"Problem found: {problems[0]}{(problems.Count > 1 ? $" There are {problems.Count} problems in all." : "")}", problems)
            : made is null ? new(TraceFinding.NotYetMade, $"Not yet decided. {Evidence(citations.Count)}", [])
            : new(TraceFinding.Intact, citations.Count == 0 ? "Decided. No evidence was cited." : $"Verified. {Evidence(citations.Count)} {(citations.Count == 1 ? "It was" : "All were")} recorded before the decision.", []);
    }

    private static string Evidence(int count) => count switch
    {
        0 => "No evidence is cited.",
        1 => "The one piece of evidence reads exactly as it was cited.",
        _ => $"The {count} pieces of evidence read exactly as they were cited.",
    };

    private static IEnumerable<string> ProblemsOf(CitationTrace citation, int number)
    {
        var which = $"evidence {number} ({Narration.Title(citation.Fact).ToLowerInvariant()}, version {citation.Version} of its stream)";
        if (citation.Verdict == CitationVerdict.Mismatch) yield return $"{which} does not match the fingerprint it was cited with.";
        if (citation.Verdict == CitationVerdict.Missing) yield return $"{which} is no longer where it was cited.";
        if (citation.RecordedBeforeDecision == false) yield return $"{which} was recorded after the decision.";
    }

    // A stream's versions have no gaps; one that has lost a record has.
    private static IEnumerable<string> Gaps(IReadOnlyList<IEvent> facts) =>
        facts.Where((e, i) => e.Version != i + 1).Take(1).Select(e => $"a record of the decision before version {e.Version} is missing.");
}
