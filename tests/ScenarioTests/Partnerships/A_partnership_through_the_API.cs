using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_partnership_through_the_API(App app) : IClassFixture<App>
{
    [Fact]
    public async Task lives_from_formation_to_a_signed_protocol_and_a_peer_group()
    {
        await app.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars);
        var id = await app.ATriadWithASignedProtocolAsync();
        (await app.As("lead").PostLate($"/api/v1/partnerships/{id}/peer-groups", new { name = "The three", urns = new[] { Ashdown, Birchwood }, from = Ago(100), occurredOn = Ago(100) })).Done();

        var read = (await app.As("lead").Get($"/api/v1/partnerships/{id}")).Done();
        read.ETag.ShouldBe("\"10\"");
        read.Json["members"]!.AsArray().Count.ShouldBe(3);
        read.Json["signatures"]!.AsArray().Count.ShouldBe(6);
        read.Json["protocol"]!["version"]!.GetValue<int>().ShouldBe(1);
        read.Json["kind"]!.GetValue<string>().ShouldBe("triad");

        (await app.As("lead").PostLate($"/api/v1/partnerships/{id}/members", new { urn = Downlands, membership = Membership.Full, from = Ago(50), votesFor = new[] { Ashdown, Birchwood }, votesAgainst = Array.Empty<int>(), occurredOn = Ago(50) }))
            .Refused(422, "PRT-1", "urn");
        (await app.As("stranger").Get($"/api/v1/partnerships/{id}")).Refused(404, "unknown");
    }

    [Fact]
    public async Task is_listed_in_pages_and_as_a_file()
    {
        await app.RegisterSchoolsAsync(new(990011), new(990012), new(990013));
        foreach (var _ in new[] { 1, 2 }) await app.ATriadWithASignedProtocolAsync("lister", new(990011), new(990012), new(990013));
        var first = (await app.As("lister").Get("/api/v1/partnerships?limit=1")).Done();
        var second = (await app.As("lister").Get(first.Json["next"]!.GetValue<string>())).Done();
        second.Json["items"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldNotBe(first.Json["items"]![0]!["name"]!.GetValue<string>());
        second.Json["next"].ShouldBeNull();
        foreach (var (asked, found) in new[] { ("kind=triad&quadrant=mid&district=braintree", 2), ("kind=area-partnership", 0), ("quadrant=north-east", 0), ("district=epping-forest", 0) })
            (await app.As("lister").Get($"/api/v1/partnerships?{asked}")).Done().Json["items"]!.AsArray().Count.ShouldBe(found, asked);
        (await app.As("lister").Get("/api/v1/partnerships?kind=gang")).Refused(400, "input", "kind");
        (await app.As("lister").Get("/api/v1/partnerships?format=csv")).Done().Body.Split("\r\n").ShouldSatisfyAllConditions(
            lines => lines[0].ShouldBe("id,name,kind,quadrant,founded_on,members"), lines => lines[1].ShouldEndWith(",triad,mid," + $"{Ago(200):yyyy-MM-dd},990011; 990012; 990013"), lines => lines.Length.ShouldBe(4));
    }

    [Fact]
    public async Task answers_HEAD_like_GET_without_a_body()
    {
        await app.RegisterSchoolsAsync(new(990021), new(990022), new(990023));
        var url = $"/api/v1/partnerships/{await app.ATriadWithASignedProtocolAsync("header", new(990021), new(990022), new(990023))}";
        var read = (await app.As("header").Send("HEAD", url, null, [])).Done();
        read.ETag.ShouldBe((await app.As("header").Get(url)).ETag);
        read.Body.ShouldBeEmpty();
        ((int)(await app.As("stranger").Send("HEAD", url, null, [])).Status).ShouldBe(404);
        ((int)(await app.With(null).Send("HEAD", url, null, [])).Status).ShouldBe(401);
        ((int)(await app.As("header").Send("HEAD", $"{url}/stage-confirmations", null, [])).Status).ShouldBeOneOf(404, 405);
    }
}
