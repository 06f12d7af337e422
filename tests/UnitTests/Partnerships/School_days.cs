using CsCheck;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class School_days
{
    // 3 October 2022 to 12 March 2029: the shipped years, and some months of no calendar at both ends.
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 2350].Select(days => new DateOnly(2022, 10, 3).AddDays(days));

    private static readonly TermCalendar Shipped = TermCalendar.Shipped;

    /// <summary>2026/27 with a week more of half-term, published on a day.</summary>
    private static TermCalendarPublished Longer(int version, DateOnly on) => EssexTerms.Years.Single(year => year.AcademicYear == 2026) with
    {
        Version = version, OccurredOn = on,
        Terms = [new(Term.Autumn, new(2026, 9, 1), new(2026, 12, 18), new(2026, 10, 26), new(2026, 11, 6)), .. EssexTerms.Years.Single(year => year.AcademicYear == 2026).Terms.Skip(1)],
    };

    [Fact]
    public void a_deadline_passes_over_half_term_and_weekends() => Shipped.After(new(2026, 10, 22), 2).ShouldBe(new(2026, 11, 2));

    [Fact]
    public void a_deadline_passes_over_a_bank_holiday() => Shipped.After(new(2026, 5, 1), 1).ShouldBe(new(2026, 5, 5));

    [Fact]
    public void a_deadline_of_no_days_is_the_day_itself() => Shipped.After(new(2026, 8, 1), 0).ShouldBe(new(2026, 8, 1));

    [Fact]
    public void a_year_of_no_calendar_has_them_from_monday_to_friday() => Shipped.After(new(2035, 12, 21), 3).ShouldBe(new(2035, 12, 26));

    [Fact]
    public void a_deadline_is_reached_after_just_so_many_of_them() => Gen.Select(Day, Gen.Int[0, 60]).Sample((day, count) =>
    {
        var last = Shipped.After(day, count);
        Shipped.Between(day, last).ShouldBe(count);
        if (count > 0) Shipped.IsSchoolDay(last).ShouldBeTrue();
    });

    [Fact]
    public void between_two_days_lead_back_to_the_second() => Gen.Select(Day, Gen.Int[1, 300]).Sample((day, days) =>
    {
        var open = Shipped.FirstSchoolDayOnOrAfter(day.AddDays(days));
        Shipped.After(day, Shipped.Between(day, open)).ShouldBe(open);
    });

    [Fact]
    public void a_later_beginning_or_a_longer_deadline_never_ends_earlier() => Gen.Select(Day, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((day, count, more) =>
    {
        Shipped.After(day.AddDays(more), count).ShouldBeGreaterThanOrEqualTo(Shipped.After(day, count));
        Shipped.After(day, count + more).ShouldBeGreaterThanOrEqualTo(Shipped.After(day, count));
    });

    [Fact]
    public void never_fall_on_a_weekend_into_holidays_or_on_a_closed_day() => Gen.Select(Day, Gen.Int[1, 60]).Sample((day, count) =>
    {
        var last = Shipped.After(day, count);
        last.DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
        if (EssexTerms.Years.SingleOrDefault(year => year.AcademicYear == AcademicYear.Of(last)) is not { } calendar) return;
        calendar.ClosedDays.ShouldNotContain(last);
        calendar.Terms.ShouldContain(term => term.From <= last && last <= term.To && !(term.HalfTermFrom <= last && last <= term.HalfTermTo));
        Shipped.TermOf(last).ShouldNotBeNull();
    });

    [Fact]
    public void a_deadline_is_not_moved_by_a_calendar_published_after_it_began() => Gen.Select(Day, Gen.Int[0, 60], Gen.Int[1, 400]).Sample((day, count, later) =>
        TermCalendar.Of([Longer(1, day.AddDays(later))]).After(day, count).ShouldBe(Shipped.After(day, count)));

    [Fact]
    public void a_calendar_counts_from_the_day_it_is_published()
    {
        var calendar = TermCalendar.Of([Longer(1, new(2026, 10, 20))]);
        calendar.After(new(2026, 10, 19), 5).ShouldBe(new(2026, 11, 2));
        calendar.After(new(2026, 10, 20), 5).ShouldBe(new(2026, 11, 10));
        calendar.IsSchoolDay(new(2026, 11, 2)).ShouldBeFalse();
    }

    [Fact]
    public void the_latest_version_of_a_year_counts_whatever_the_order_it_is_read_in()
    {
        var shipped = EssexTerms.Years.Single(year => year.AcademicYear == 2026);
        var calendar = TermCalendar.Of([shipped with { Version = 2, OccurredOn = new(2026, 3, 2) }, Longer(1, new(2026, 3, 1)), "another fact"]);
        calendar.IsSchoolDay(new(2026, 11, 2)).ShouldBeTrue();
        calendar.Version.ShouldBe(2);
        calendar.After(new(2026, 3, 1), 0).ShouldBe(new(2026, 3, 1));
        calendar.KnownOn(new(2026, 3, 1)).Single(year => year.AcademicYear == 2026).Version.ShouldBe(1);
    }

    [Fact]
    public void each_shipped_year_has_195_of_them()
    {
        foreach (var year in EssexTerms.Years)
            Shipped.Between(AcademicYear.FirstDay(year.AcademicYear).AddDays(-1), AcademicYear.LastDay(year.AcademicYear)).ShouldBe(195, $"{year.AcademicYear}");
    }

    [Theory]
    [InlineData("2026-10-28", 2026, Term.Autumn)]
    [InlineData("2027-03-25", 2026, Term.Spring)]
    [InlineData("2035-05-01", 2034, Term.Summer)]
    public void a_term_holds_its_half_term_and_its_last_day(string day, int year, Term term)
    {
        var found = Shipped.TermOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldNotBeNull();
        (found.AcademicYear, found.Term).ShouldBe((year, term));
    }

    [Fact]
    public void the_holidays_between_terms_are_of_none() => Shipped.TermOf(new(2026, 12, 25)).ShouldBeNull();

    [Fact]
    public void days_of_one_term_are_no_terms_apart_and_a_year_is_three()
    {
        Shipped.TermsBetween(new(2025, 9, 1), new(2025, 12, 31)).ShouldBe(0);
        Shipped.TermsBetween(new(2025, 12, 25), new(2026, 1, 5)).ShouldBe(1);
        Shipped.TermsBetween(new(2025, 10, 1), new(2026, 10, 1)).ShouldBe(3);
        Shipped.TermsBetween(new(2026, 10, 1), new(2025, 10, 1)).ShouldBe(0);
        Shipped.TermsBetween(new(2010, 10, 1), new(2040, 10, 1)).ShouldBe(90);
    }

    [Fact]
    public void terms_apart_add_up() => Gen.Select(Day, Gen.Int[0, 500], Gen.Int[0, 500]).Sample((day, first, second) =>
        (Shipped.TermsBetween(day, day.AddDays(first)) + Shipped.TermsBetween(day.AddDays(first), day.AddDays(first + second))).ShouldBe(Shipped.TermsBetween(day, day.AddDays(first + second))));
}
