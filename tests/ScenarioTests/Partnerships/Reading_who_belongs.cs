using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Reading_who_belongs(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly Urn[] Schools = [.. Enumerable.Range(990301, 6).Select(urn => new Urn(urn))];
    private static PartnershipId _triad;

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() > 0) return;
        foreach (var (name, capacity) in new[] { ("analyst", Capacity.Analyst), ("chair-of-mid", Capacity.QuadrantChair) })
            (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person(name), capacity, quadrant = capacity == Capacity.QuadrantChair ? Quadrant.Mid : (Quadrant?)null, occurredOn = Ago(1) })).Done();
        await app.AndWaitAsync(() => app.RegisterSchoolsAsync(Schools));
        _triad = await app.ATriadWithASignedProtocolAsync("lead", Schools[..3]);
        (await app.As("administrator").PostLate("/api/v1/partnerships", new
        {
            name = "Three of the valley", kind = PartnershipKind.Cluster, quadrant = Quadrant.Mid, districts = new[] { District.Braintree }, foundingUrns = new[] { Schools[2], Schools[3], Schools[4] }, occurredOn = Ago(100),
        })).Done();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task on_a_day_is_told_by_page_and_as_a_file()
    {
        var url = $"/api/v1/partnerships/{_triad}/members";
        var first = (await app.As("lead").Get($"{url}?limit=2")).Done();
        first.ETag.ShouldBe("\"9\"");
        first.Json["items"]!.AsArray().Count.ShouldBe(2);
        first.Json["items"]![0]!["name"]!.GetValue<string>().ShouldBe($"School {Schools[0]}");
        var last = (await app.As("lead").Get(first.Json["next"]!.GetValue<string>())).Done();
        last.Json["items"]!.AsArray().ShouldHaveSingleItem()!["urn"]!.GetValue<string>().ShouldBe(Schools[2].ToString());
        last.Json["next"].ShouldBeNull();
        (await app.As("lead").Get($"{url}?on={Ago(201):yyyy-MM-dd}")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        var csv = (await app.As("lead").Get($"{url}?format=csv")).Done();
        csv.ContentType.ShouldBe("text/csv");
        csv.Body.ShouldContain($"{Schools[1]},School {Schools[1]},full,{Ago(200):yyyy-MM-dd}");
        (await app.As("stranger").Get(url)).Refused(404, "unknown");
        (await app.As("lead").Get($"{url}?limit=0")).Refused(400, "input", "limit");
    }

    [Fact]
    public async Task is_not_sent_again_to_whoever_has_it_already()
    {
        foreach (var url in new[] { "/api/v1/coverage", "/api/v1/coverage?format=csv", $"/api/v1/partnerships/{_triad}/capacities" })
        {
            var first = (await app.As("analyst").Get(url)).Done();
            first.ETag.ShouldNotBeNull(url).ShouldStartWith("W/\"");
            var again = await app.As("analyst").Get(url, ("If-None-Match", first.ETag!));
            ((int)again.Status, again.Body, again.ETag).ShouldBe((304, "", first.ETag), url);
            (await app.As("analyst").Get(url, ("If-None-Match", "W/\"another\""))).Done().Body.ShouldBe(first.Body, url);
        }
        // Somebody who may see more, or less, is told another answer under another tag; and what carries a version keeps it.
        var (all, own) = ((await app.As("analyst").Get("/api/v1/partnerships")).Done().ETag, (await app.As("lead").Get("/api/v1/partnerships")).Done().ETag);
        own.ShouldNotBe(all);
        (await app.As("lead").Get($"/api/v1/partnerships/{_triad}/members", ("If-None-Match", "\"9\""))).Done().ETag.ShouldBe("\"9\"");
        (await app.As("stranger").Get($"/api/v1/partnerships/{_triad}/capacities", ("If-None-Match", "*"))).Refused(404, "unknown");
    }

    [Fact]
    public async Task on_a_page_shows_the_day_that_was_asked_for()
    {
        var url = $"/partnerships/{_triad}/members";
        var page = await new Visitor(app, "lead").Open($"{url}?on={Ago(10):yyyy-MM-dd}");
        page.Heading.ShouldStartWith("Members on ");
        page.Text.ShouldContain($"School {Schools[0]}");
        page.Text.ShouldContain("goes on");
        (await new Visitor(app, "lead").Open($"{url}?on={Ago(201):yyyy-MM-dd}")).Text.ShouldContain("No school was a member on that day.");
        ((int)(await new Visitor(app, "stranger").Open(url)).Status).ShouldBe(404);
    }

    [Fact]
    public async Task covers_the_register_and_names_what_the_reader_may_know()
    {
        async Task<string[]> UrnsAsync(string question) =>
            [.. (await app.As("analyst").Get($"/api/v1/coverage{question}")).Done().Json["items"]!.AsArray().Select(school => school!["urn"]!.GetValue<string>())];
        (await UrnsAsync("")).ShouldBe(Schools.Select(urn => urn.ToString()));
        (await UrnsAsync("?partnerships=none")).ShouldBe([Schools[5].ToString()]);
        (await UrnsAsync("?partnerships=one&district=braintree")).ShouldBe([Schools[0].ToString(), Schools[1].ToString(), Schools[3].ToString(), Schools[4].ToString()]);
        (await UrnsAsync("?partnerships=several")).ShouldBe([Schools[2].ToString()]);
        (await UrnsAsync("?district=Harlow")).ShouldBeEmpty();

        var named = (await app.As("analyst").Get("/api/v1/coverage?partnerships=several")).Done().Json["items"]![0]!;
        named["names"]!.AsArray().Count.ShouldBe(2);
        named["partnerships"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldContain(_triad.Value);
        var counted = (await app.As("chair-of-mid").Get("/api/v1/coverage?partnerships=several")).Done().Json["items"]![0]!;
        counted["count"]!.GetValue<int>().ShouldBe(2);
        counted["names"]!.AsArray().ShouldBeEmpty();
        var first = (await app.As("analyst").Get("/api/v1/coverage?limit=4")).Done();
        (await app.As("analyst").Get(first.Json["next"]!.GetValue<string>())).Done().Json["items"]!.AsArray().Count.ShouldBe(2);
        (await app.As("analyst").Get("/api/v1/coverage?partnerships=one&format=csv")).Done().Body.ShouldContain($"{Schools[0]},School {Schools[0]},Braintree,1,");
        (await app.As("analyst").Get("/api/v1/coverage?partnerships=most")).Refused(400, "input", "partnerships");
        (await app.As("lead").Get("/api/v1/coverage")).Refused(403, "XCT-4");
    }
}
