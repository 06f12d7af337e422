using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_replay(ATriad triad) : IClassFixture<ATriad>
{
    private readonly App app = triad.App;

    private static string Url(PartnershipId id, string query = "") => $"/api/v1/partnerships/{id}/replay{query}";

    [Fact]
    public async Task with_both_clocks_open_is_the_state_of_today()
    {
        var id = await triad.FormedAsync();
        var review = await app.AReviewAsync(id);
        await app.ADecisionAsync(id, review.Events[2]);

        var read = (await app.As("lead").Get(Url(id))).Done().Json;
        read["state"]!["stage"]!.GetValue<string>().ShouldBe("collaboration");
        read["state"]!["reviews"]![0]!["state"]!.GetValue<string>().ShouldBe("visiting");
        read["state"]!["decisions"]![0]!["outcome"]!.GetValue<string>().ShouldBe("approved");
        read["state"]!["protocolVersion"]!.GetValue<int>().ShouldBe(1);
        read["differences"]!.AsArray().ShouldBeEmpty();
        read["notYetKnown"]!["count"]!.GetValue<int>().ShouldBe(0);
        read["notYetHappened"]!["count"]!.GetValue<int>().ShouldBe(0);
        read["factsCounted"]!.GetValue<int>().ShouldBe(9 + 4 + 5 + 1);
    }

    [Fact]
    public async Task to_an_earlier_day_shows_what_had_happened_by_then_and_what_differs_today()
    {
        var id = await triad.FormedAsync();
        await app.AReviewAsync(id, 60);

        var read = (await app.As("lead").Get(Url(id, $"?occurredUpTo={Ago(145):O}"))).Done().Json;
        read["state"]!["protocolVersion"]!.GetValue<int>().ShouldBe(1);
        read["state"]!["signatures"]!.GetValue<int>().ShouldBe(0, "the protocol was signed five days later");
        read["state"]!["reviews"]!.AsArray().ShouldBeEmpty();
        read["notYetHappened"]!["count"]!.GetValue<int>().ShouldBe(6 + 4);
        var file = (await app.As("lead").Get(Url(id, $"?occurredUpTo={Ago(145):O}&format=csv"))).Done().Body;
        file.ShouldContain("what,value");
        file.ShouldContain("Kind,Triad");
        file.ShouldNotContain("Review of");
        read["notYetHappened"]!["facts"]![0]!["why"]!.GetValue<string>().ShouldBe($"Not yet happened: {When.InWords(Ago(140))}.");
        read["differences"]!.AsArray().Select(difference => $"{difference!["what"]} {difference["change"]}: {difference["then"]} > {difference["now"]}")
            .ShouldBe(["Protocol changed: Version 1, no signatures > Version 1, 6 signatures", $"Review of School {Ashdown} ({Ashdown}), round 1 of {AcademicYear.InWords(2025)} added:  > Visiting"]);
    }

    [Fact]
    public async Task to_what_was_known_earlier_says_which_facts_were_entered_later()
    {
        var id = await triad.FormedAsync();
        var read = (await app.As("lead").Get(Url(id, $"?occurredUpTo={Ago(190):O}&recordedUpTo={Ago(100):O}"))).Done().Json;
        read["state"].ShouldBeNull();
        read["notYetKnown"]!["facts"]!.AsArray().Select(fact => fact!["fact"]!.GetValue<string>()).ShouldBe(["partnership_formed", "lead_appointed"]);
        read["notYetKnown"]!["facts"]![0]!["why"]!.GetValue<string>().ShouldBe($"Not yet known: entered {When.InWords(Today)}.");
        read["notYetHappened"]!["count"]!.GetValue<int>().ShouldBe(7);
    }

    [Fact]
    public async Task refuses_what_is_not_a_day_and_whoever_may_not_know()
    {
        var id = await triad.FormedAsync();
        (await app.As("lead").Get(Url(id, "?occurredUpTo=soon"))).Refused(400, "input", "occurredUpTo");
        (await app.As("lead").Get(Url(id, "?recordedUpTo=01/02/2026"))).Refused(400, "input", "recordedUpTo");
        (await app.As("stranger").Get(Url(id, "?occurredUpTo=soon"))).Refused(404, "unknown");
        (await app.As("lead").Get(Url(PartnershipId.New()))).Refused(404, "unknown");
    }
}
