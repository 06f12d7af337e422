using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_timeline(ATriad triad) : IClassFixture<ATriad>
{
    private readonly App app = triad.App;

    private static string Url(PartnershipId id, string query = "") => $"/api/v1/partnerships/{id}/timeline{query}";

    [Fact]
    public async Task tells_what_was_just_posted_and_who_posted_it()
    {
        var id = await triad.FormedAsync();
        (await app.As("lead").PostLate($"/api/v1/partnerships/{id}/peer-groups", new { name = "The three", urns = new[] { Ashdown, Birchwood }, from = Ago(10), occurredOn = Ago(10) })).Done();

        var read = (await app.As("lead").Get(Url(id))).Done().Json;
        read["total"]!.GetValue<int>().ShouldBe(10);
        var last = read["entries"]!.AsArray()[^1]!;
        last["fact"]!.GetValue<string>().ShouldBe("peer_group_formed");
        last["lane"]!.GetValue<string>().ShouldBe("partnerships");
        last["heading"]!.GetValue<string>().ShouldBe("Peer group formed");
        last["sentence"]!.GetValue<string>().ShouldStartWith($"School {Ashdown} ({Ashdown}) and School {Birchwood} ({Birchwood}) agreed to review together from ");
        last["actor"]!.GetValue<Guid>().ShouldBe(App.Person("lead").Value);
        last["capacity"]!.GetValue<string>().ShouldBe("partnership-lead");
        last["command"]!.GetValue<string>().ShouldBe("FormPeerGroup");
        read["entries"]!.AsArray().Select(entry => entry!["sequence"]!.GetValue<long>()).ShouldBeInOrder();
        (await app.As("lead").Get(Url(id, "?format=csv"))).Done().Body.ShouldContain(",peer_group_formed,Peer group formed,");
        read["stageBands"]![0]!["stage"]!.GetValue<string>().ShouldBe("forming");
    }

    [Fact]
    public async Task names_the_review_that_a_fact_belongs_to()
    {
        var id = await triad.FormedAsync();
        await app.AReviewAsync(id, 60);
        var entries = (await app.As("lead").Get(Url(id))).Done().Json["entries"]!.AsArray();
        string Of(string fact) => entries.First(entry => entry!["fact"]!.GetValue<string>() == fact)!["sentence"]!.GetValue<string>();
        Of("visit_started").ShouldEndWith($" present. Review of School {Ashdown} ({Ashdown}), round 1.");
        Of("review_planned").ShouldNotContain("Review of");
        Of("protocol_signed").ShouldNotContain("Review of");
    }

    [Fact]
    public async Task shows_both_clocks_of_a_late_entry_and_leaves_out_what_was_not_known()
    {
        var id = await triad.FormedAsync();
        var entries = (await app.As("lead").Get(Url(id))).Done().Json["entries"]!.AsArray();
        var formed = entries[0]!;
        formed["occurredOn"]!.GetValue<string>().ShouldBe($"{Ago(200):O}");
        formed["recordedAt"]!.GetValue<DateTimeOffset>().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
        formed["lateEntryDays"]!.GetValue<int>().ShouldBe(200);

        (await app.As("lead").Get(Url(id, $"?recordedUpTo={Ago(1):O}"))).Done().Json["total"]!.GetValue<int>().ShouldBe(0, "nothing was recorded before today");
        (await app.As("lead").Get(Url(id, $"?recordedUpTo={Today:O}"))).Done().Json["total"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(9, "the day itself is included");
        (await app.As("lead").Get(Url(id, $"?occurredUpTo={Ago(200):O}"))).Done().Json["entries"]!.AsArray().Select(entry => entry!["fact"]!.GetValue<string>())
            .ShouldBe(["partnership_formed", "lead_appointed"]);
    }

    [Fact]
    public async Task is_the_same_byte_for_byte_from_the_ledger_and_from_the_projection()
    {
        var id = await triad.FormedAsync();
        var before = (await app.As("lead").Get(Url(id))).Done().Body;
        await app.AndWaitAsync(() => Task.CompletedTask);
        (await app.As("lead").Get(Url(id))).Done().Body.ShouldBe(before);
        (await app.As("lead").Get(Url(id))).Done().Body.ShouldBe(before);
    }

    [Theory, InlineData("recorded"), InlineData("occurred")]
    public async Task comes_in_pages_that_join_without_gap_or_overlap(string order)
    {
        var id = await triad.FormedAsync();
        var review = await app.AReviewAsync(id, 170); // Happened between facts that were recorded before it.
        var whole = (await app.As("lead").Get(Url(id, $"?order={order}"))).Done().Json["entries"]!.AsArray().Select(entry => entry!["id"]!.GetValue<Guid>()).ToList();
        var pages = new List<Guid>();
        for (var next = Url(id, $"?order={order}&limit=3"); next is not null;)
        {
            var page = (await app.As("lead").Get(next)).Done().Json;
            page["entries"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(3);
            pages.AddRange(page["entries"]!.AsArray().Select(entry => entry!["id"]!.GetValue<Guid>()));
            next = page["next"]?.GetValue<string>();
        }
        pages.ShouldBe(whole);
        (whole.IndexOf(review.Events[0]) < whole.Count - 4).ShouldBe(order == "occurred");
    }

    [Fact]
    public async Task of_one_lane_counts_sealed_entries_and_shows_nothing_of_what_they_say()
    {
        var id = await triad.FormedAsync();
        await app.AReviewAsync(id);
        var answer = (await app.As("lead").Get(Url(id, "?lane=improvement-work"))).Done();
        var sealedOnes = answer.Json["entries"]!.AsArray().Where(entry => entry!["sensitivity"]!.GetValue<string>() == "sealed").ToList();
        sealedOnes.Count.ShouldBeGreaterThanOrEqualTo(2);
        answer.Json["sealed"]!.GetValue<int>().ShouldBe(sealedOnes.Count);
        sealedOnes[0]!["details"]!.AsObject().ContainsKey("kind").ShouldBeFalse();
        answer.Body.ShouldNotContain("thinking aloud");
    }

    [Theory]
    [InlineData("occurredUpTo=yesterday", "occurredUpTo"), InlineData("recordedUpTo=2026-02-30", "recordedUpTo"), InlineData("lane=kitchen", "lane"), InlineData("order=size", "order")]
    [InlineData("limit=0", "limit"), InlineData("limit=1001", "limit"), InlineData("after=-1", "after"), InlineData("from=x", "from")]
    public async Task refuses_a_question_it_cannot_read(string query, string field) =>
        (await app.As("lead").Get(Url(await triad.FormedAsync(), "?" + query))).Refused(400, "input", field);

    [Fact]
    public async Task is_unknown_to_whoever_may_not_know_of_the_partnership()
    {
        var id = await triad.FormedAsync();
        var forbidden = (await app.As("stranger").Get(Url(id))).Refused(404, "unknown");
        var unknown = (await app.As("lead").Get($"/api/v1/partnerships/{Guid.CreateVersion7()}/timeline")).Refused(404, "unknown");
        forbidden.Json["detail"]!.GetValue<string>().ShouldBe(unknown.Json["detail"]!.GetValue<string>());
        (await app.With(null).Get(Url(id))).Refused(401, "sign-in");
    }
}
