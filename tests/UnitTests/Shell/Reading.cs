using CsCheck;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class Page_numbers
{
    [Fact]
    public void offer_the_ends_and_the_neighbours() => PageNumbers.Around(5, 9).ShouldBe([1, null, 4, 5, 6, null, 9]);

    [Fact]
    public void leave_no_gap_for_a_single_page() => PageNumbers.Around(4, 9).ShouldBe([1, 2, 3, 4, 5, null, 9]);

    [Fact]
    public void rise_from_the_first_to_the_last_and_hold_the_one_shown() =>
        Gen.Int[1, 60].SelectMany(last => Gen.Int[1, last], (last, shown) => (shown, last)).Sample(page =>
        {
            int[] numbers = [.. PageNumbers.Around(page.shown, page.last).OfType<int>()];
            return numbers[0] == 1 && numbers[^1] == page.last && numbers.Contains(page.shown) && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
        });
}

public sealed class Times_in_words
{
    [Fact]
    public void are_those_of_a_clock_in_Essex() => When.InWords(new DateTimeOffset(2019, 5, 10, 8, 30, 0, TimeSpan.Zero)).ShouldBe("10 May 2019 at 9:30am");

    [Fact]
    public void name_one_day_once()
    {
        When.InWords(new(2019, 5, 10), new(2019, 5, 12)).ShouldBe("10 May 2019 to 12 May 2019");
        When.InWords(new(2019, 5, 10), new DateOnly(2019, 5, 10)).ShouldBe("10 May 2019");
    }

    [Theory, InlineData(3, null), InlineData(4, null), InlineData(9, "recorded 6 days later")]
    public void say_how_late_a_record_was_made(int day, string? words) =>
        When.HowLateRecorded(new(2019, 5, 3), new(2019, 5, day, 12, 0, 0, TimeSpan.Zero)).ShouldBe(words);

    [Fact]
    public void count_days_in_Essex_and_not_in_Greenwich() => When.DayOf(new(2019, 5, 9, 23, 30, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2019, 5, 10));
}

public sealed class Entries_of_a_timeline
{
    [Fact]
    public void stand_under_their_months_in_the_order_they_came() =>
        TimelineEntry.ByMonth([On(2019, 5, 3), On(2019, 5, 1), On(2019, 4, 1), On(2018, 4, 1)]).Select(month => month.Count).ShouldBe([2, 1, 1]);

    private static TimelineEntry On(int year, int month, int day) => new("e1", "A visit", new(year, month, day), default);
}

public sealed class The_menu
{
    private static readonly Menu Menu = new([new("Start", "/"), new("Partnerships", "/partnerships"), new("Schools", "/schools")]);

    [Theory, InlineData("/partnerships/1/timeline", "Partnerships"), InlineData("/schools", "Schools"), InlineData("/partnershipsandmore", "Start")]
    public void marks_where_the_reader_is(string path, string text) => Menu.Current(path)!.Text.ShouldBe(text);
}
