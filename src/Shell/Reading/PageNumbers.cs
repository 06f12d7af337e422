namespace EssexImprovement.Shell;

/// <summary>Which page numbers are offered: the first, the last, the one shown and its neighbours. Null stands for those left out.</summary>
public static class PageNumbers
{
    public static IEnumerable<int?> Around(int shown, int last)
    {
        var before = 0;
        foreach (var number in new[] { 1, shown - 1, shown, shown + 1, last }.Where(number => number >= 1 && number <= last).Distinct().Order())
        {
            if (number == before + 2) yield return before + 1;
            else if (number > before + 1) yield return null;
            yield return before = number;
        }
    }
}
