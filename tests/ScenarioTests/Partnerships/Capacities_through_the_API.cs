using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Capacities_through_the_API(App app) : IClassFixture<App>
{
    private static readonly Urn[] Schools = [new(990031), new(990032), new(990033)];

    private Caller Steward => app.As("administrator");

    [Fact]
    public async Task in_a_partnership_are_read_from_facts_for_any_day()
    {
        await app.RegisterSchoolsAsync(Schools);
        var triad = await app.ATriadWithASignedProtocolAsync("leader", Schools);
        var url = $"/api/v1/partnerships/{triad}/capacities";
        (await app.As("leader").Get(url)).Done().Json["capacities"]!.AsArray().Select(one => one!["capacity"]!.GetValue<string>())
            .ShouldBe(["partnership-lead", "headteacher", "chair-of-governors", "headteacher", "chair-of-governors", "headteacher", "chair-of-governors"]);

        (await Steward.Post($"/api/v1/schools/{Schools[1]}/leaders/departures", new { personId = App.Person($"head-{Schools[1]}"), capacity = Capacity.Headteacher, occurredOn = Ago(5) })).Done();
        (await app.As("leader").Get(url)).Done().Json["capacities"]!.AsArray().Count.ShouldBe(6);
        (await app.As("leader").Get($"{url}?on={Ago(5):yyyy-MM-dd}")).Done().Json["capacities"]!.AsArray().Count.ShouldBe(7);
        (await app.As("leader").Get($"{url}?on={Ago(250):yyyy-MM-dd}")).Done().Json["capacities"]!.AsArray().ShouldBeEmpty();
        // Who has left knows no more of it, and somebody new may be appointed from the day after.
        (await app.As($"head-{Schools[1]}").Get(url)).Refused(404, "unknown");
        (await Steward.Post($"/api/v1/schools/{Schools[1]}/leaders", new { personId = App.Person("successor"), capacity = Capacity.Headteacher, occurredOn = Ago(5) })).Refused(400, "input", "occurredOn");
        (await Steward.Post($"/api/v1/schools/{Schools[1]}/leaders", new { personId = App.Person("successor"), capacity = Capacity.Headteacher, occurredOn = Ago(4) })).Done();
        (await app.As("successor").Get(url)).Done();
        (await app.As("stranger").Get(url)).Refused(404, "unknown");
    }

    [Fact]
    public async Task that_were_granted_end_at_once_and_may_be_granted_again()
    {
        var body = new { personId = App.Person("passing"), capacity = Capacity.Auditor, occurredOn = Ago(3) };
        (await Steward.Post("/api/v1/capacities", body)).Done();
        var mine = $"/api/v1/people/{App.Person("passing")}/capacities";
        (await app.As("passing").Get(mine)).Done().Json["capacities"]!.AsArray().ShouldHaveSingleItem();
        (await Steward.Post("/api/v1/capacities/withdrawals", body with { occurredOn = Ago(1) })).Done();
        (await app.As("passing").Get("/api/v1/me")).Done().Json["capacities"]!.AsArray().ShouldBeEmpty();
        (await Steward.Post("/api/v1/capacities/withdrawals", body with { occurredOn = Ago(1) })).Refused(400, "input", "capacity");
        (await Steward.Post("/api/v1/capacities", body with { occurredOn = Today })).Done();
        (await app.As("passing").Get(mine)).Done().Json["capacities"]!.AsArray().Count.ShouldBe(2);
        (await app.As("passing").Get($"{mine}?on={Ago(2):yyyy-MM-dd}")).Done().Json["capacities"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task of_somebody_are_for_them_and_for_stewards_and_auditors()
    {
        var url = $"/api/v1/people/{App.Person("nobody")}/capacities";
        (await app.As("nobody").Get(url)).Done();
        (await Steward.Get(url)).Done();
        (await app.As("stranger").Get(url)).Refused(404, "unknown");
    }
}
