using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Publishing_terms
{
    private static readonly IReadOnlyList<TermDates> Terms = EssexTerms.Years[^1].Terms;

    private static readonly PublishTermCalendar Command = new(2027, Terms, [new(2028, 5, 1)], Today);

    private static Objection? Asked(PublishTermCalendar command, Acting? acting = null, params object[] facts) =>
        command.Objection(TermCalendar.Of(facts), acting ?? Holder(Capacity.DataSteward));

    [Fact]
    public void XCT_4_by_a_data_steward_is_a_first_version_and_twice_is_refused()
    {
        Asked(Command).ShouldBeNull();
        var fact = Command.Decide(TermCalendar.Shipped);
        (fact.AcademicYear, fact.Version, fact.OccurredOn).ShouldBe((2027, 1, Today));
        Asked(Command, null, fact).ShouldNotBeNull().Field.ShouldBe("terms");
        (Command with { ClosedDays = [] }).Decide(TermCalendar.Of([fact])).Version.ShouldBe(2);
        Asked(Command with { ClosedDays = [] }, null, fact).ShouldBeNull();
    }

    [Fact]
    public void XCT_4_by_anybody_else_is_refused() => Asked(Command, Head(Ashdown)).ShouldNotBeNull().ShouldSatisfyAllConditions(why => why.Rule.ShouldBe("XCT-4"), why => why.Status.ShouldBe(403));

    [Fact]
    public void for_an_earlier_day_would_move_deadlines_and_is_refused() => Asked(Command with { OccurredOn = Ago(1) }).ShouldNotBeNull().Field.ShouldBe("occurredOn");

    public static TheoryData<string, IReadOnlyList<TermDates>> Disorder => new()
    {
        { "two terms", [Terms[0], Terms[1]] },
        { "another order", [Terms[1], Terms[0], Terms[2]] },
        { "half-term before the term", [Terms[0] with { HalfTermFrom = Terms[0].From }, Terms[1], Terms[2]] },
        { "half-term backwards", [Terms[0] with { HalfTermTo = Terms[0].HalfTermFrom.AddDays(-1) }, Terms[1], Terms[2]] },
        { "half-term to the end", [Terms[0] with { HalfTermTo = Terms[0].To }, Terms[1], Terms[2]] },
        { "an overlap", [Terms[0] with { To = Terms[1].From }, Terms[1], Terms[2]] },
        { "another year", [Terms[0] with { From = new(2027, 8, 31) }, Terms[1], Terms[2]] },
        { "into the next year", [Terms[0], Terms[1], Terms[2] with { To = new(2028, 9, 1) }] },
    };

    [Theory]
    [MemberData(nameof(Disorder), DisableDiscoveryEnumeration = true)]
    public void out_of_order_is_refused(string why, IReadOnlyList<TermDates> terms) => Asked(Command with { Terms = terms, ClosedDays = [] }).ShouldNotBeNull(why).Field.ShouldBe("terms", why);

    [Theory]
    [InlineData(2027, 12, 25)]
    [InlineData(2027, 10, 26)]
    public void with_a_closed_day_outside_school_is_refused(int year, int month, int day) =>
        Asked(Command with { ClosedDays = [new(year, month, day)] }).ShouldNotBeNull().Field.ShouldBe("closedDays");

    [Fact]
    public void with_a_closed_day_twice_is_refused() => Asked(Command with { ClosedDays = [new(2028, 5, 1), new(2028, 5, 1)] }).ShouldNotBeNull().Field.ShouldBe("closedDays");

    [Fact]
    public void of_a_year_out_of_reach_is_refused() => Asked(Command with { AcademicYear = 9999 }).ShouldNotBeNull().Field.ShouldBe("academicYear");
}
