namespace EssexImprovement.Contracts.Partnerships;

/// <summary>The school terms of Essex that the service comes with, so that deadlines work before anybody has published a calendar here: version 0 of each year, known on every
/// day. Bank holidays inside a term are closed days. The five non-pupil days each school chooses for itself count as school days: their staff are at work.
/// <para>2024/25 is as an Essex trust published it, and the half-terms, Easter and summer of 2023/24 as local newspapers did. The autumn of 2023/24 and all of 2025/26, 2026/27
/// and 2027/28 are our assumption (195 days a year), until a data steward publishes the real ones.</para></summary>
public static class EssexTerms
{
    /// <summary>True when some dates of the year are our assumption rather than published ones.</summary>
    public static bool IsByPattern(int academicYear) => academicYear != 2024;

    /// <summary>One calendar for each year, the earliest first.</summary>
    public static IReadOnlyList<TermCalendarPublished> Years { get; } =
    [
        Year(2023,
            new(Term.Autumn, new(2023, 9, 4), new(2023, 12, 20), new(2023, 10, 23), new(2023, 10, 27)),
            new(Term.Spring, new(2024, 1, 4), new(2024, 3, 28), new(2024, 2, 19), new(2024, 2, 23)),
            new(Term.Summer, new(2024, 4, 15), new(2024, 7, 23), new(2024, 5, 27), new(2024, 5, 31)), new(2024, 5, 6)),
        Year(2024,
            new(Term.Autumn, new(2024, 9, 2), new(2024, 12, 20), new(2024, 10, 28), new(2024, 11, 1)),
            new(Term.Spring, new(2025, 1, 6), new(2025, 4, 4), new(2025, 2, 17), new(2025, 2, 21)),
            new(Term.Summer, new(2025, 4, 22), new(2025, 7, 22), new(2025, 5, 26), new(2025, 5, 30)), new(2025, 5, 5)),
        Year(2025,
            new(Term.Autumn, new(2025, 9, 1), new(2025, 12, 19), new(2025, 10, 27), new(2025, 10, 31)),
            new(Term.Spring, new(2026, 1, 5), new(2026, 3, 27), new(2026, 2, 16), new(2026, 2, 20)),
            new(Term.Summer, new(2026, 4, 13), new(2026, 7, 20), new(2026, 5, 25), new(2026, 5, 29)), new(2026, 5, 4)),
        Year(2026,
            new(Term.Autumn, new(2026, 9, 1), new(2026, 12, 18), new(2026, 10, 26), new(2026, 10, 30)),
            new(Term.Spring, new(2027, 1, 4), new(2027, 3, 25), new(2027, 2, 15), new(2027, 2, 19)),
            new(Term.Summer, new(2027, 4, 12), new(2027, 7, 21), new(2027, 5, 31), new(2027, 6, 4)), new(2027, 5, 3)),
        Year(2027,
            new(Term.Autumn, new(2027, 9, 1), new(2027, 12, 17), new(2027, 10, 25), new(2027, 10, 29)),
            new(Term.Spring, new(2028, 1, 4), new(2028, 3, 31), new(2028, 2, 14), new(2028, 2, 18)),
            new(Term.Summer, new(2028, 4, 18), new(2028, 7, 21), new(2028, 5, 29), new(2028, 6, 2)), new(2028, 5, 1)),
    ];

    private static TermCalendarPublished Year(int year, TermDates autumn, TermDates spring, TermDates summer, DateOnly mayDay) =>
        new(year, 0, [autumn, spring, summer], [mayDay], DateOnly.MinValue);
}
