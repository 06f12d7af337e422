using CsCheck;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class A_time_scale
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);
    private static readonly Gen<TimeScale> Any = Gen.Select(Day, Day, (one, other) => new TimeScale(one < other ? one : other, one < other ? other : one, 100, 900));

    [Fact]
    public void never_puts_a_later_day_to_the_left() => Gen.Select(Any, Day, Day).Sample((scale, one, other) =>
        scale.X(one < other ? one : other) <= scale.X(one < other ? other : one));

    [Fact]
    public void keeps_every_day_between_its_ends() => Gen.Select(Any, Day).Sample((scale, day) => scale.X(day) is >= 100 and <= 900);

    [Fact]
    public void puts_its_first_and_last_day_at_its_ends()
    {
        var scale = new TimeScale(new(2015, 9, 1), new(2019, 8, 31), 100, 900);
        scale.X(scale.From).ShouldBe(100);
        scale.X(scale.To).ShouldBe(900);
    }

    [Fact]
    public void names_days_inside_itself_in_order_and_with_room_for_their_words() => Any.Sample(scale =>
    {
        var ticks = scale.Ticks(96);
        return ticks.All(tick => tick.On >= scale.From && tick.On <= scale.To)
            && ticks.Zip(ticks.Skip(1)).All(pair => scale.X(pair.Second.On) - scale.X(pair.First.On) >= 96);
    });

    [Fact]
    public void names_months_while_they_fit() =>
        Labels(new(2019, 1, 1), new(2019, 4, 30)).ShouldBe(["Jan 2019", "Feb 2019", "Mar 2019", "Apr 2019"]);

    [Fact]
    public void names_school_terms_when_months_do_not_fit() =>
        Labels(new(2018, 9, 1), new(2020, 6, 1)).ShouldBe(["Autumn 2018", "Spring 2019", "Summer 2019", "Autumn 2019", "Spring 2020", "Summer 2020"]);

    [Fact]
    public void names_years_when_terms_do_not_fit() =>
        Labels(new(2015, 9, 1), new(2019, 7, 1)).ShouldBe(["2016", "2017", "2018", "2019"]);

    private static IEnumerable<string> Labels(DateOnly from, DateOnly to) => new TimeScale(from, to, 100, 900).Ticks().Select(tick => tick.Label);
}
