using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;
using static EssexImprovement.Tests.SealedStory;

namespace EssexImprovement.Tests;

/// <summary>B.7: what a workshop chose goes to the peer group; of a check-in the peer group reads levels, the heads of the partnership how many, and host head and team all of it.</summary>
public class Reading_a_follow_up(App app) : IClassFixture<App>
{
    [Fact]
    public async Task shows_each_ring_what_its_route_lets_through()
    {
        await PeopleAsync(app);
        var story = new SealedStory(Fate.Stays, [[new(AudienceRing.Public, Extent.FullReport, null, false)]]);
        await story.TellAsync(app);
        var url = $"/api/v1/reviews/{story.Ids.Single()["reviewId"]}";

        await ReadsAsync(HeadOf(Ashdown), workshop: true, counts: true, levels: true, help: true);
        await ReadsAsync(HeadOf(Birchwood), workshop: true, counts: true, levels: true, help: true);
        await ReadsAsync(HeadOf(Cedars), workshop: true, counts: true, levels: true, help: false);
        await ReadsAsync(ChairOf(Ashdown), workshop: false, counts: true, levels: false, help: false);
        await ReadsAsync(HeadOf(Downlands), workshop: false, counts: true, levels: false, help: false);
        await ReadsAsync("the-lead", workshop: false, counts: false, levels: false, help: false);
        await ReadsAsync("analyst", workshop: false, counts: false, levels: false, help: false);
        foreach (var outside in new[] { "officer", "quadrant-chair", "stranger", HeadOf(Left) })
            foreach (var read in new[] { "workshop", "check-ins" }) (await app.As(outside).Get($"{url}/{read}")).Refused(404, "unknown");

        async Task ReadsAsync(string reader, bool workshop, bool counts, bool levels, bool help)
        {
            var chosen = (await app.As(reader).Get($"{url}/workshop")).Done().Json;
            chosen["attendance"]!.AsArray().Count.ShouldBe(1, "who came is structure");
            (chosen["inside"] is not null).ShouldBe(workshop, reader);
            var held = (await app.As(reader).Get($"{url}/check-ins")).Done().Json["items"]![0]!;
            held["heldOn"].Text().ShouldBe($"{Ago(2):yyyy-MM-dd}");
            (held["findingsByLevel"] is not null, held["levels"] is not null, held["helpNeeded"] is not null).ShouldBe((counts, levels, help), reader);
        }
    }
}
