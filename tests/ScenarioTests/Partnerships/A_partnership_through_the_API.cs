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
}
