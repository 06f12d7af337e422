namespace EssexImprovement.Contracts.Partnerships;

/// <summary>A term of an academic year, with its first and last school day, both inclusive. Half-term is inside it.</summary>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Term">Which of the three.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record SchoolTerm(int AcademicYear, Term Term, DateOnly From, DateOnly To);

/// <summary>The school days of Essex: every deadline counted in school days comes from here. It holds what data stewards published and, for years nobody has published, what the
/// service came with (<see cref="EssexTerms"/>); a year of neither has its school days from Monday to Friday.
/// <para>A calendar counts from the day it was published on, and never before: a deadline counts by the versions known on the day it begins to run, so that no later calendar
/// moves it (B.10, apply forward only). Questions without a beginning take the latest version.</para></summary>
public sealed class TermCalendar
{
    private readonly IReadOnlyList<TermCalendarPublished> _published;

    private TermCalendar(IReadOnlyList<TermCalendarPublished> published) => _published = published;

    /// <summary>The one ledger stream of all published calendars.</summary>
    public static Guid Stream { get; } = NamedId.Of("term-calendar", "essex");

    /// <summary>What the service came with.</summary>
    public static TermCalendar Shipped { get; } = Of([]);

    /// <summary>The calendar after the facts of its stream, in any order; facts of other kinds are passed over.</summary>
    public static TermCalendar Of(IEnumerable<object> facts) => new([.. EssexTerms.Years, .. facts.OfType<TermCalendarPublished>()]);

    /// <summary>How many facts tell it; 0 as shipped.</summary>
    public int Version => _published.Count - EssexTerms.Years.Count;

    /// <summary>The latest version of each academic year that was known on the day, the earliest year first; on every day, those the service came with.</summary>
    public IEnumerable<TermCalendarPublished> KnownOn(DateOnly day) =>
        _published.Where(calendar => calendar.OccurredOn <= day).GroupBy(calendar => calendar.AcademicYear, (_, versions) => versions.MaxBy(calendar => calendar.Version)!)
            .OrderBy(calendar => calendar.AcademicYear);

    /// <summary>True when schools are open on the day, by the latest version.</summary>
    public bool IsSchoolDay(DateOnly day) => Latest().IsOpen(day);

    /// <summary>The day itself when schools are open on it, else the first day after it on which they are; by the latest version.</summary>
    public DateOnly FirstSchoolDayOnOrAfter(DateOnly day) => Latest().IsOpen(day) ? day : Latest().Next(day);

    /// <summary>The day itself when schools are open on it, else the first day after it on which they are; by the versions known on <paramref name="knownOn"/>, for what may not move
    /// with a later calendar.</summary>
    public DateOnly FirstSchoolDayOnOrAfter(DateOnly day, DateOnly knownOn) => new Days(KnownOn(knownOn)) is var known && known.IsOpen(day) ? day : known.Next(day);

    /// <summary>The last day, inclusive, of a deadline of so many school days that begins to run on the day after <paramref name="day"/>; the day itself for a deadline of none.</summary>
    public DateOnly After(DateOnly day, int schoolDays)
    {
        var known = new Days(KnownOn(day));
        while (schoolDays-- > 0) day = known.Next(day);
        return day;
    }

    /// <summary>How many school days lie after the first day (exclusive) up to the second (inclusive), by the versions known on the first: 0 when the second is not later.
    /// <c>Between(day, After(day, n))</c> is n.</summary>
    public int Between(DateOnly day, DateOnly to)
    {
        var known = new Days(KnownOn(day));
        var count = 0;
        for (; day < to; day = day.AddDays(1))
            if (known.IsOpen(day.AddDays(1))) count++;
        return count;
    }

    /// <summary>The term the day is in, half-term included, by the latest version; null in the holidays between terms.</summary>
    public SchoolTerm? TermOf(DateOnly day) => Latest().TermsOf(AcademicYear.Of(day)).FirstOrDefault(term => term.From <= day && day <= term.To);

    /// <summary>How many terms apart two days are: the terms that began after the first day (exclusive) up to the second (inclusive), by the versions known on the first.
    /// Two days in the same term are 0 apart, a day in the autumn term and one in the next autumn term are 3 apart.</summary>
    public int TermsBetween(DateOnly day, DateOnly to)
    {
        var known = new Days(KnownOn(day));
        return to <= day ? 0
            : Enumerable.Range(AcademicYear.Of(day), AcademicYear.Of(to) - AcademicYear.Of(day) + 1).SelectMany(known.TermsOf).Count(term => term.From > day && term.From <= to);
    }

    private Days Latest() => new(KnownOn(DateOnly.MaxValue));

    /// <summary>One version for each year. A year of none has terms by month, and school from Monday to Friday.</summary>
    private sealed class Days(IEnumerable<TermCalendarPublished> calendars)
    {
        private readonly Dictionary<int, TermCalendarPublished> _years = calendars.ToDictionary(calendar => calendar.AcademicYear);

        public bool IsOpen(DateOnly day) =>
            day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && (!_years.TryGetValue(AcademicYear.Of(day), out var year)
                || (!year.ClosedDays.Contains(day) && year.Terms.Any(term => term.From <= day && day <= term.To && !(term.HalfTermFrom <= day && day <= term.HalfTermTo))));

        public DateOnly Next(DateOnly day)
        {
            do day = day.AddDays(1);
            while (!IsOpen(day));
            return day;
        }

        public IEnumerable<SchoolTerm> TermsOf(int year) =>
            _years.TryGetValue(year, out var calendar) ? calendar.Terms.Select(term => new SchoolTerm(year, term.Term, term.From, term.To))
            :
            [
                new(year, Term.Autumn, new(year, 9, 1), new(year, 12, 31)), new(year, Term.Spring, new(year + 1, 1, 1), new(year + 1, 3, 31)),
                new(year, Term.Summer, new(year + 1, 4, 1), new(year + 1, 8, 31)),
            ];
    }
}
