namespace EssexImprovement.Shell;

/// <summary>Words cut to a drawing's measure, because SVG text neither wraps nor stops at an edge. The whole stays in the link's label and in the list.</summary>
public static class Wording
{
    /// <summary>Cut between words where there is a place to cut: half a word is read as another word.</summary>
    public static string Fit(string words, int letters)
    {
        if (words.Length <= letters) return words;
        var at = words.LastIndexOf(' ', letters - 1);
        return words[..(at > 0 ? at : letters - 1)].TrimEnd() + "…";
    }

    /// <summary>At most <paramref name="lines"/> lines, broken between words where there is a place to break.</summary>
    public static IReadOnlyList<string> Wrap(string words, int letters, int lines)
    {
        var wrapped = new List<string>();
        var rest = words.Trim();
        while (rest.Length > letters && wrapped.Count < lines - 1)
        {
            var at = rest.LastIndexOf(' ', letters);
            if (at <= 0) at = letters;
            wrapped.Add(rest[..at]);
            rest = rest[at..].TrimStart();
        }
        return rest.Length == 0 ? wrapped : [.. wrapped, Fit(rest, letters)];
    }
}
