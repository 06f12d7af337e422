using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using EssexImprovement.Contracts;
using EssexImprovement.History;
using EssexImprovement.ImprovementWork;
using EssexImprovement.IntelligenceGathering;
using JasperFx.CommandLine;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>The protocol of B.7 as a property, whatever was released and whoever reads: no text that was not released reaches any address that can be read (API, CSV, page), any problem, or
/// the command line; and what was released reaches those it was released to. Addresses are found from the running service, so signals and categories are covered the day they come.</summary>
public sealed partial class Where_the_outcome_goes(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int Seconds = 15;

    private static readonly Gen<Drawn> Release = Gen.Select(Gen.Enum<AudienceRing>(), Gen.Enum<Extent>(), Gen.Int[-1, 3], Gen.Int[0, 2])
        .Select((ring, extent, lastsFor, withdrawn) => new Drawn(ring, extent, lastsFor > 1 ? null : lastsFor, withdrawn == 0));

    private static readonly Gen<SealedStory> Story = Gen.Select(Gen.Enum<Fate>(), Release.List[0, 3].List[8]).Select((fate, reviews) => new SealedStory(fate, reviews));

    [Fact]
    public async Task no_text_goes_further_than_it_was_released()
    {
        await SealedStory.PeopleAsync(app);
        var (stories, answers) = (0, 0);
        await Story.SampleAsync(async story =>
        {
            await story.TellAsync(app);
            var wrong = new ConcurrentBag<string>();
            await Parallel.ForEachAsync(story.Rings.Keys, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (reader, _) =>
            {
                var seen = new HashSet<string>();
                foreach (var (address, answer) in await AnswersAsync(story, reader, all: stories == 0))
                {
                    Interlocked.Increment(ref answers);
                    var shown = story.Kinds.Where(kind => answer.Body.Contains(story.Canary(kind), StringComparison.OrdinalIgnoreCase)).ToList();
                    foreach (var kind in shown.Where(kind => (int)answer.Status >= 400 || !story.Allows(reader, kind))) wrong.Add($"{reader} read {kind} at {address}, {(int)answer.Status}");
                    if ((int)answer.Status >= 500) wrong.Add($"{reader} got {(int)answer.Status} at {address}: {answer.Body}");
                    seen.UnionWith(shown);
                }
                // Why a release was withdrawn may stay unread; everything else that is allowed is found somewhere, or this test would see nothing.
                foreach (var kind in story.Kinds.Except(seen).Where(kind => !kind.StartsWith("withdrawal", StringComparison.Ordinal) && story.Allows(reader, kind))) wrong.Add($"{reader} could read {kind} nowhere");
            });
            foreach (var said in await OnTheCommandLineAsync(story)) if (said.Contains("canary-", StringComparison.Ordinal)) wrong.Add($"The command line said {said}");
            wrong.Order(StringComparer.Ordinal).ShouldBeEmpty();
            Interlocked.Increment(ref stories);
        }, time: Seconds, threads: 1);
        output.WriteLine($"{stories} stories, {answers} answers");
        stories.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task whoever_has_not_signed_in_reads_nothing_and_no_refusal_repeats_what_was_sent()
    {
        var story = new SealedStory(Fate.Stays, [[new(AudienceRing.Public, Extent.FullReport, null, false)]]);
        await story.TellAsync(app);
        foreach (var address in Reads.Of(app, story.Ids.First(), signedIn: false)) (await app.With(null).Get(address)).Body.ShouldNotContain("canary-", Case.Insensitive, address);
        var commands = Reads.Commands(app, story.Ids.First());
        commands.Count.ShouldBeGreaterThan(30);
        foreach (var address in commands)
        {
            var refused = await app.As("the-lead").Post(address, $$"""{"why": "canary-why", "text": "canary-text", "canary-name": 1, "occurredOn": "canary-day"}""");
            ((int)refused.Status).ShouldBeInRange(400, 499, address);
            refused.Body.ShouldNotContain("canary-day", Case.Insensitive, address);
            refused.Body.ShouldNotContain("canary-text", Case.Insensitive, address);
            refused.Body.ShouldNotContain("canary-why", Case.Insensitive, address);
        }
    }

    [Theory]
    [InlineData("the-lead")]
    [InlineData("head-990001")]
    public async Task no_link_of_a_page_leads_nowhere(string reader)
    {
        await SealedStory.PeopleAsync(app);
        var story = new SealedStory(Fate.Stays, [[new(AudienceRing.HostGovernors, Extent.FullReport, null, false)]]);
        await story.TellAsync(app);
        var cookie = ("Cookie", Reads.CookieOf(app, reader));
        var pages = (await AnswersAsync(story, reader, all: true)).Where(answer => answer.Item2.Status == HttpStatusCode.OK && !answer.Item1.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        var links = pages.SelectMany(page => Href().Matches(page.Item2.Body).Select(link => (On: page.Item1, To: WebUtility.HtmlDecode(link.Groups[1].Value)))).DistinctBy(link => link.To).ToList();
        links.Count.ShouldBeGreaterThan(40);
        var dead = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (link, _) =>
        {
            var answer = await app.With(null).Get(link.To, cookie, ("Accept", "text/html"));
            if ((int)answer.Status >= 400) dead.Add($"{link.On} leads to {link.To}, {(int)answer.Status}");
        });
        dead.Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [GeneratedRegex("""<a [^>]*href="(/[^"]*)""")]
    private static partial Regex Href();

    private async Task<IReadOnlyList<(string, Answer)>> AnswersAsync(SealedStory story, string reader, bool all)
    {
        var caller = app.As(reader);
        var cookie = ("Cookie", Reads.CookieOf(app, reader));
        var answers = new List<(string, Answer)>();
        // What names nothing of the story, and is the same for everybody, is read once.
        var tasks = RecordingTasks.All.Select(task => $"/reviews/{story.Ids.First()["reviewId"]}/record/{task.Name}")
            .Concat(SelfReviewTasks.All.Select(task => $"/schools/{SealedStory.Host}/self-reviews/{story.Ids.First()["academicYear"]}/record/{task.Name}"));
        foreach (var address in story.Ids.SelectMany(ids => Reads.Of(app, ids, signedIn: true)).Concat(all ? tasks : []).Distinct().Where(address => all || story.Ids.SelectMany(ids => ids.Values).Any(id => address.Contains(id, StringComparison.Ordinal))))
            answers.Add((address, address.StartsWith("/api/", StringComparison.Ordinal) ? await caller.Get(address) : await app.With(null).Get(address, cookie, ("Accept", "text/html"))));
        answers.Count.ShouldBeGreaterThan(15);
        return answers;
    }

    private async Task<IReadOnlyList<string>> OnTheCommandLineAsync(SealedStory story)
    {
        var (services, said) = (app.Host.Services, new List<string>());
        foreach (var json in new[] { false, true })
        {
            await SayAsync(console => ReplayCommand.RunAsync(new() { PartnershipId = Guid.Parse(story.Ids.First()["partnershipId"]), JsonFlag = json }, services, console, default));
            await SayAsync(console => TraceCommand.RunAsync(new() { DecisionId = Guid.Parse(story.Ids.First()["decisionId"]), JsonFlag = json }, services, console, default));
        }
        return said;

        async Task SayAsync(Func<IAnsiConsole, Task<bool>> verb)
        {
            using var told = new StringWriter();
            await verb(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(told), Ansi = AnsiSupport.No }));
            said.Add(told.ToString());
        }
    }
}
