using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

[Collection(nameof(FinalReview))]
public class Reading_a_report(FinalReview given)
{
    private readonly App _app = given.App;
    private readonly ReviewThroughTheApi _review = given.Review;

    [Theory]
    [InlineData("head-990001")]
    [InlineData("head-990002")]
    [InlineData("facilitator")]
    public async Task shows_all_of_it_to_host_head_and_team(string reader)
    {
        var report = (await _app.As(reader).Get($"{_review.Url}/report")).Done();
        report.Json["extent"]!.GetValue<string>().ShouldBe("full-report");
        report.Json["findings"]!.AsArray().Count.ShouldBe(2);
        report.Json["report"]!.GetValue<string>().ShouldBe("A better phascogale.");
        report.Body.ShouldNotContain("bandicoot", Case.Insensitive, "notes of evidence are no part of the report");
    }

    [Fact]
    public async Task is_refused_in_the_same_words_whether_there_is_one_or_not()
    {
        (await _app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("la-officer"), capacity = Capacity.LaSchoolEffectivenessPartner, occurredOn = Ago(20) })).Done();
        foreach (var reader in new[] { "la-officer", "stranger", "lead", _review.HostChair })
        {
            var refused = (await _app.As(reader).Get($"{_review.Url}/report")).Refused(403, "XCT-4");
            var unknown = (await _app.As(reader).Get($"/api/v1/reviews/{ReviewId.New()}/report")).Refused(403, "XCT-4");
            Traceless(refused).ShouldBe(Traceless(unknown));
            refused.ETag.ShouldBeNull();
        }
    }

    private static string Traceless(Answer answer) => answer.Body.Replace(answer.Json["traceId"]!.GetValue<string>(), "", StringComparison.Ordinal);
}
