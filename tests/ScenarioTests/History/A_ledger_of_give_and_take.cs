using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

[Collection(nameof(FinalReview))]
public class A_ledger_of_give_and_take(FinalReview given)
{
    private readonly App _app = given.App;
    private readonly string _url = $"/api/v1/partnerships/{given.Review.PartnershipId}";

    [Fact]
    public async Task says_what_each_school_gave_and_took_by_name()
    {
        var read = (await _app.As("lead").Get($"{_url}/give-and-take")).Done();
        read.ETag.ShouldNotBeNull();
        read.Json["items"]!.AsArray().Select(line => (line!["name"]!.GetValue<string>(), line["contributed"]!["reviewsHosted"]!.GetValue<int>(), line["contributed"]!["reviewersSupplied"]!.GetValue<int>()))
            .ShouldBe([($"School {Ashdown}", 1, 0), ($"School {Birchwood}", 0, 1), ($"School {Cedars}", 0, 1)]);
        var pairs = (await _app.As("lead").Get($"{_url}/reciprocity?year={AcademicYear.Of(Ago(14))}")).Done().Json["items"]!.AsArray();
        pairs.Select(pair => (pair!["reviewing"]!.GetValue<string>(), pair["host"]!.GetValue<string>(), pair["visits"]!.GetValue<int>()))
            .ShouldBe([($"{Birchwood}", $"{Ashdown}", 1), ($"{Cedars}", $"{Ashdown}", 1)]);
        pairs[0]!["quarterDays"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task was_empty_before_anything_was_given_or_known()
    {
        foreach (var question in new[] { $"occurredUpTo={Ago(15):yyyy-MM-dd}", $"recordedUpTo={Ago(1):yyyy-MM-dd}", "year=2001" })
            (await _app.As("lead").Get($"{_url}/reciprocity?{question}")).Done().Json["items"]!.AsArray().ShouldBeEmpty(question);
        (await _app.As("lead").Get($"{_url}/give-and-take?occurredUpTo=soon")).Refused(400, "input", "occurredUpTo");
    }

    [Fact]
    public async Task comes_as_a_file()
    {
        var file = (await _app.As("lead").Get($"{_url}/give-and-take", ("Accept", "text/csv"))).Done();
        file.ContentType.ShouldBe("text/csv");
        file.Body.Split("\r\n")[0].ShouldBe("urn,name,counted_to,academic_year,contributed_reviews_hosted,contributed_reviews_joined,contributed_reviewers_supplied,"
            + "contributed_quarter_days_given,contributed_quarter_days_received,contributed_meetings_held,contributed_meetings_attended,contributed_support_offered,"
            + "contributed_support_given,contributed_support_received,contributed_pooled_pence,contributed_pooled_minutes,contributed_net_quarter_days");
        (await _app.As("lead").Get($"{_url}/reciprocity?format=csv")).Done().Body.ShouldContain($"{Birchwood},School {Birchwood},{Ashdown},School {Ashdown},1,");
    }

    [Theory]
    [InlineData("give-and-take")]
    [InlineData("reciprocity")]
    public async Task tells_a_stranger_nothing_and_nobody_a_text(string what)
    {
        (await _app.As("stranger").Get($"{_url}/{what}")).Refused(404, "unknown");
        (await _app.As("stranger").Get($"{_url}/{what}?format=csv")).Refused(404, "unknown");
        var read = (await _app.As("head-990003").Get($"{_url}/{what}")).Done();
        foreach (var secret in ReviewThroughTheApi.Secrets) read.Body.ShouldNotContain(secret);
    }
}
