using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class School_terms_through_the_API(App app) : IClassFixture<App>
{
    private static object Terms(int year, params DateOnly[] closed) => new { academicYear = year, EssexTerms.Years.Single(known => known.AcademicYear == year).Terms, closedDays = closed, occurredOn = Today };

    [Fact]
    public async Task are_shipped_until_a_data_steward_publishes_them()
    {
        var steward = app.As("administrator");
        var shipped = (await app.As("stranger").Get("/api/v1/term-calendars?academicYear=2027")).Done();
        shipped.ETag.ShouldBe("\"0\"");
        shipped.Json["items"]!.AsArray().ShouldHaveSingleItem()!["source"]!.GetValue<string>().ShouldBe("shipped-by-pattern");

        (await app.As("stranger").Post("/api/v1/term-calendars", Terms(2027))).Refused(403, "XCT-4");
        (await steward.Post("/api/v1/term-calendars", Terms(2027, new DateOnly(2027, 12, 25)))).Refused(400, "input", "closedDays");
        var posted = (await steward.Post("/api/v1/term-calendars", Terms(2027, new DateOnly(2028, 5, 1)))).Done();
        (await steward.Post("/api/v1/term-calendars", Terms(2027, new DateOnly(2028, 5, 1)))).Refused(400, "input", "terms");
        (await steward.Post("/api/v1/term-calendars", Terms(2027, new DateOnly(2028, 5, 1), new DateOnly(2028, 6, 30)))).Done();

        var published = (await app.As("stranger").Get(posted.Location!)).Done();
        published.ETag.ShouldBe("\"2\"");
        var year = published.Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        year["source"]!.GetValue<string>().ShouldBe("published");
        year["version"]!.GetValue<int>().ShouldBe(2);
        year["schoolDays"]!.GetValue<int>().ShouldBe(194);
        year["terms"]![2]!["halfTermFrom"]!.GetValue<string>().ShouldBe("2028-05-29");
        (await app.As("stranger").Get($"/api/v1/term-calendars?academicYear=2027&on={Ago(1):yyyy-MM-dd}")).Done().Json["items"]![0]!["version"]!.GetValue<int>().ShouldBe(0);
        (await app.As("stranger").Get("/api/v1/term-calendars?on=tomorrow")).Refused(400, "input", "on");
    }
}
