using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.History;
using Shouldly;
using Spectre.Console;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class On_the_command_line(ATriad triad) : IClassFixture<ATriad>
{
    private readonly App app = triad.App;

    [Fact]
    public async Task replay_answers_as_the_API_does()
    {
        var id = await triad.FormedAsync();
        var (done, said) = await SayAsync(console => ReplayCommand.RunAsync(new() { PartnershipId = id.Value, OccurredUpToFlag = $"{Ago(145):O}", JsonFlag = true }, app.Host.Services, console, default));
        done.ShouldBeTrue();
        var api = (await app.As("lead").Get($"/api/v1/partnerships/{id}/replay?occurredUpTo={Ago(145):O}")).Done();
        JsonNode.DeepEquals(JsonNode.Parse(said), api.Json).ShouldBeTrue();
    }

    [Fact]
    public async Task replay_shows_what_was_and_what_differs()
    {
        var id = await triad.FormedAsync();
        var (done, said) = await SayAsync(console => ReplayCommand.RunAsync(new() { PartnershipId = id.Value, OccurredUpToFlag = $"{Ago(145):O}" }, app.Host.Services, console, default));
        done.ShouldBeTrue();
        said.ShouldContain("Version 1, no signatures");
        said.ShouldContain("Not yet happened: 6");
    }

    [Fact]
    public async Task trace_says_the_verdict_first_withholds_text_and_fails_when_evidence_was_altered()
    {
        var id = await triad.FormedAsync();
        var review = await app.AReviewAsync(id);
        var decision = await app.ADecisionAsync(id, review.Events[2]);
        var (sound, said) = await TraceAsync(decision);
        sound.ShouldBeTrue();
        said.TrimStart().ShouldStartWith("Verified. The one piece of evidence reads exactly as it was cited.");
        said.ShouldContain("Collaboration confirmed");
        said.ShouldNotContain("opening doors");

        await app.BehindItsBackAsync("update ledger.mt_events set data = jsonb_set(data, '{peopleCount}', '21') where id = $1", review.Events[2]);
        (sound, said) = await TraceAsync(decision);
        sound.ShouldBeFalse();
        said.TrimStart().ShouldStartWith("Problem found: evidence 1");
    }

    [Fact]
    public async Task what_is_unknown_or_unreadable_is_refused_in_words()
    {
        (await SayAsync(console => ReplayCommand.RunAsync(new() { PartnershipId = Guid.CreateVersion7() }, app.Host.Services, console, default))).ShouldBe((false, "No partnership is known by that identity.\n"));
        (await SayAsync(console => ReplayCommand.RunAsync(new() { RecordedUpToFlag = "soon" }, app.Host.Services, console, default))).ShouldBe((false, "A day is written like 2026-06-03.\n"));
        (await TraceAsync(DecisionId.New())).ShouldBe((false, "No decision is known by that identity.\n"));
    }

    private Task<(bool, string)> TraceAsync(DecisionId decision) => SayAsync(console => TraceCommand.RunAsync(new() { DecisionId = decision.Value }, app.Host.Services, console, default));

    private static async Task<(bool Done, string Said)> SayAsync(Func<IAnsiConsole, Task<bool>> command)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(said), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;
        return (await command(console), said.ToString().ReplaceLineEndings("\n"));
    }
}
