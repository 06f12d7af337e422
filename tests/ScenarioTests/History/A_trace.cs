using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_trace(ATriad triad) : IClassFixture<ATriad>, IAsyncLifetime
{
    private readonly App app = triad.App;
    private PartnershipId _partnership;
    private (ReviewId Review, IReadOnlyList<Guid> Events) _review;
    private DecisionId _decision;

    public async ValueTask InitializeAsync()
    {
        _partnership = await triad.FormedAsync();
        _review = await app.AReviewAsync(_partnership);
        _decision = await app.ADecisionAsync(_partnership, _review.Events[2], _review.Events[3]);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private string Url => $"/api/v1/decisions/{_decision}/trace";

    [Fact]
    public async Task ends_an_argument_verdict_first()
    {
        var answer = (await app.As("auditor").Get(Url)).Done();
        var trace = answer.Json;
        answer.ETag.ShouldBe("\"6\"");
        trace["verdict"]!["finding"]!.GetValue<string>().ShouldBe("intact");
        trace["verdict"]!["sentence"]!.GetValue<string>().ShouldBe("Verified. The 2 pieces of evidence read exactly as they were cited. All were recorded before the decision.");
        trace["question"]!.GetValue<string>().ShouldBe("Do we answer to each other?");
        trace["options"]!.AsArray().Select(option => option!["chosen"]!.GetValue<bool>()).ShouldBe([false, true]);
        trace["interests"]![0]!["action"]!.GetValue<string>().ShouldBe("leaves-room");
        trace["made"]!["votes"]!["for"]!.GetValue<int>().ShouldBe(4);
        trace["made"]!["present"]![0]!["capacity"]!.GetValue<string>().ShouldBe("board-member");
        trace["made"]!["made"]!["occurredOn"]!.GetValue<string>().ShouldBe($"{Ago(5):O}");
        var citation = trace["citations"]![0]!;
        citation["verdict"]!.GetValue<string>().ShouldBe("match");
        citation["fact"]!.GetValue<string>().ShouldBe("evidence_recorded");
        citation["version"]!.GetValue<int>().ShouldBe(3);
        citation["hashNow"]!.GetValue<string>().ShouldBe(citation["hashAsCited"]!.GetValue<string>());
        citation["recordedBeforeDecision"]!.GetValue<bool>().ShouldBeTrue();
        trace["ledTo"]![0]!["fact"]!.GetValue<string>().ShouldBe("stage_confirmed");
        trace["ledTo"]![0]!["stageAfter"]!.GetValue<string>().ShouldBe("collaboration");
        trace["later"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task finds_evidence_that_was_altered_after_it_was_cited()
    {
        await app.BehindItsBackAsync("update ledger.mt_events set data = jsonb_set(data, '{peopleCount}', '21') where id = $1", _review.Events[3]);

        var trace = (await app.As("auditor").Get(Url)).Done().Json;
        trace["verdict"]!["finding"]!.GetValue<string>().ShouldBe("problem-found");
        trace["verdict"]!["sentence"]!.GetValue<string>()
            .ShouldBe("Problem found: evidence 2 (evidence recorded, version 4 of its stream) does not match the fingerprint it was cited with.");
        trace["citations"]!.AsArray().Select(citation => citation!["verdict"]!.GetValue<string>()).ShouldBe(["match", "mismatch"]);
    }

    [Theory]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{peopleCount}', '21.5') where id = $1", "mismatch")]
    [InlineData("update ledger.mt_events set data = '{}' where id = $1", "mismatch")]
    [InlineData("update ledger.mt_events set type = 'finding_agreed' where id = $1", "mismatch")]
    [InlineData("delete from ledger.mt_events where id = $1", "missing")]
    public async Task still_answers_when_the_evidence_can_no_longer_be_read(string sql, string verdict)
    {
        await app.AndWaitAsync(() => Task.CompletedTask);
        await app.BehindItsBackAsync(sql, _review.Events[3]);
        (await app.As("auditor").Get(Url)).Done().Json["citations"]![1]!["verdict"]!.GetValue<string>().ShouldBe(verdict);
    }

    [Fact]
    public async Task shows_what_was_recorded_about_the_evidence_afterwards()
    {
        await using (var session = app.Host.DocumentStore().LightweightSession())
        {
            session.Events.Append(_review.Review.Value, new VisitEnded(_review.Review, _partnership, Ago(49)));
            await session.SaveChangesAsync();
        }
        var later = (await app.As("auditor").Get(Url)).Done().Json["later"]!.AsArray();
        later.Count.ShouldBe(1);
        later[0]!["title"]!.GetValue<string>().ShouldBe("Visit ended");
        later[0]!["occurredOn"]!.GetValue<string>().ShouldBe($"{Ago(49):O}");
    }

    [Fact]
    public async Task shows_an_analyst_the_structure_and_withholds_every_text()
    {
        var answer = (await app.As("analyst").Get(Url)).Done();
        answer.Json["textWithheld"]!.GetValue<bool>().ShouldBeTrue();
        answer.Json["question"].ShouldBeNull();
        answer.Json["made"]!["outcome"]!.GetValue<string>().ShouldBe("approved");
        foreach (var text in new[] { "answer to each other", "It shows the habit", "Only one round", "A sister", "opening doors" }) answer.Body.ShouldNotContain(text);
        (await app.As("auditor").Get(Url)).Done().Body.ShouldContain("opening doors");
        (await app.As("lead").Get(Url)).Done().Body.ShouldContain("opening doors");
    }

    [Fact]
    public async Task is_unknown_to_whoever_may_not_know_of_the_partnership()
    {
        var forbidden = (await app.As("stranger").Get(Url)).Refused(404, "unknown");
        var unknown = (await app.As("auditor").Get($"/api/v1/decisions/{DecisionId.New()}/trace")).Refused(404, "unknown");
        var noDecision = (await app.As("auditor").Get($"/api/v1/decisions/{_review.Review}/trace")).Refused(404, "unknown");
        forbidden.Json["detail"]!.GetValue<string>().ShouldBe(unknown.Json["detail"]!.GetValue<string>());
        noDecision.Json["detail"]!.GetValue<string>().ShouldBe(unknown.Json["detail"]!.GetValue<string>());
        (await app.With(null).Get(Url)).Refused(401, "sign-in");
    }
}
