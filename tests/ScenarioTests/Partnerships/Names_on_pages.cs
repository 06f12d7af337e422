using EssexImprovement.Contracts;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>Who leads, heads and signed is told by name to whoever may know it, as the capacity to everybody else, and as a former member once the name is erased.</summary>
public sealed class Names_on_pages(App app) : IClassFixture<App>
{
    [Fact]
    public async Task of_members_and_of_agreements()
    {
        Urn[] schools = [new(990241), new(990242), new(990243)];
        await app.RegisterSchoolsAsync(schools);
        var triad = await app.ATriadWithASignedProtocolAsync("lead-of-names", schools);
        var steward = app.As("administrator");
        foreach (var name in new[] { "lead-of-names", $"head-{schools[1]}" }) (await steward.Post($"/api/v1/people/{App.Person(name)}", new { name = $"Named {name}" })).Done();
        await steward.PostLate("/api/v1/capacities", new { personId = App.Person("analyst-of-names"), capacity = Capacity.Analyst, occurredOn = Samples.Ago(10) });

        var head = new Visitor(app, $"head-{schools[0]}");
        (await head.Open($"/partnerships/{triad}/members")).Text.ShouldContain("Named lead-of-names");
        (await head.Open($"/partnerships/{triad}/agreements")).Text.ShouldContain($"Named head-{schools[1]}");
        foreach (var page in new[] { "members", "agreements" })
        {
            var seen = await new Visitor(app, "analyst-of-names").Open($"/partnerships/{triad}/{page}");
            ((int)seen.Status, seen.Text.Contains("Named", StringComparison.Ordinal)).ShouldBe((200, false), page);
        }

        (await steward.Post($"/api/v1/people/{App.Person("lead-of-names")}/erasure", new { occurredOn = Samples.Today })).Done();
        var after = await head.Open($"/partnerships/{triad}/members");
        after.Text.ShouldNotContain("Named lead-of-names");
        after.Text.ShouldContain($"former member, ref {App.Person("lead-of-names").ToString()[..8]}", Case.Insensitive);
    }
}
