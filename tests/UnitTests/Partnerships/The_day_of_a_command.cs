using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_day_of_a_command
{
    private sealed record Any(DateOnly OccurredOn) : ICommand;

    private static Objection? Asked(DateOnly day, LatenessReason? reason = null) => TheDay.Objection(new Any(day), Today, reason);

    [Fact]
    public void XCT_1_tomorrow_is_refused() => Asked(Today.AddDays(1)).ShouldNotBeNull().Rule.ShouldBe("XCT-1");

    [Fact]
    public void XCT_1_today_is_allowed() => Asked(Today).ShouldBeNull();

    [Fact]
    public void XCT_7_thirty_one_days_ago_needs_a_reason() => Asked(Ago(31)).ShouldNotBeNull().Rule.ShouldBe("XCT-7");

    [Fact]
    public void XCT_7_thirty_days_ago_needs_none() => Asked(Ago(30)).ShouldBeNull();

    [Fact]
    public void XCT_7_thirty_one_days_ago_with_a_reason_is_allowed() => Asked(Ago(31), LatenessReason.HeardLate).ShouldBeNull();
}
