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
        trace["verdict"]!["sentence"]!.GetValue<string>().ShouldBe("Verified. The 2 pieces of evidence read exactly as they were cited. All were recorded before the decision was recorded.");
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
    public async Task of_a_concern_among_peers_tells_its_name_to_those_alone_who_read_the_decision()
    {
        var concern = ConcernId.New();
        var raised = await app.TellAsync(concern.Value, new ConcernRaised(concern, _partnership, Ashdown, ConcernKind.NotReviewing, new("A quokka."), new("Nobody came."), App.Person("lead"), Ago(40)));
        var url = $"/api/v1/decisions/{await app.ADecisionAsync(_partnership, raised[0])}/trace";
        await AppendAsync(concern.Value, new ConcernResolved(concern, _partnership, new("They came."), Ago(1)));
        (await app.As("auditor").Get(url)).Done().Json["citations"]![0]!["fact"]!.GetValue<string>().ShouldBe("concern_raised");
        var outside = (await app.As("analyst").Get(url)).Done();
        outside.Json["citations"]![0]!["fact"]!.GetValue<string>().ShouldBe("held_back");
        outside.Json["verdict"]!["finding"]!.GetValue<string>().ShouldBe("intact");
        outside.Json["later"]!.AsArray().ShouldBeEmpty();
        outside.Body.ShouldNotContain("concern_");
        // Nor by anything that it could be found by, in whatever answer.
        var entry = (await app.As("analyst").Get($"/api/v1/partnerships/{_partnership}/timeline?limit=1000")).Done().Json["entries"]!.AsArray()
            .Single(entry => entry!["fact"]!.GetValue<string>() == "evidence_cited" && url.Contains(entry["details"]!["decisionId"]!.GetValue<string>(), StringComparison.Ordinal));
        string[] answers = [outside.Body, (await app.As("analyst").Get(url[..^"/trace".Length])).Done().Body, entry!.ToJsonString()];
        foreach (var answer in answers) foreach (var handle in new[] { concern.ToString(), raised[0].ToString(), "concern_" }) answer.ShouldNotContain(handle);
        (await app.As("auditor").Get(url[..^"/trace".Length])).Done().Body.ShouldContain("concern_raised");
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
    public async Task says_that_its_basis_changed_when_evidence_was_corrected_or_withdrawn()
    {
        await AppendAsync(new EvidenceCorrected(_review.Review, _partnership, EvidenceId.New(), _review.Events[2], EvidenceField.PeopleCount, new("12"), new("21"), new("Misread."), Ago(2)));
        var trace = (await app.As("auditor").Get(Url)).Done();
        trace.Json["verdict"]!["finding"]!.GetValue<string>().ShouldBe("basis-changed");
        var sentence = trace.Json["verdict"]!["sentence"]!.GetValue<string>();
        sentence.ShouldStartWith("Basis changed: evidence 1 (evidence recorded, version 3 of its stream) was corrected on ");
        sentence.ShouldEndWith(", after the decision. What was cited is kept as it was, and the decision stands as it was made.");
        var citations = trace.Json["citations"]!.AsArray();
        citations.Select(citation => citation!["verdict"]!.GetValue<string>()).ShouldBe(["match", "match"], "what was cited is kept");
        citations.Select(citation => citation!["basisChanged"]!.AsArray().Count).ShouldBe([1, 0]);
        trace.Body.ShouldNotContain("Misread.");

        await AppendAsync(new EvidenceWithdrawn(_review.Review, _partnership, EvidenceId.New(), _review.Events[3], new("Another school."), Ago(1)));
        trace = (await app.As("auditor").Get(Url)).Done();
        trace.Json["verdict"]!["changes"]!.AsArray().Count.ShouldBe(2);
        trace.Json["verdict"]!["sentence"]!.GetValue<string>().ShouldContain("There are 2 changes in all.");
        trace.Json["citations"]![1]!["basisChanged"]![0]!["withdrawn"]!.GetValue<bool>().ShouldBeTrue();
        var page = await new Visitor(app, "auditor").Open($"/decisions/{_decision}/trace");
        page.Text.ShouldContain("Basis changed: it was corrected on");
        page.Text.ShouldContain("Basis changed: it was withdrawn on");

        await app.BehindItsBackAsync("update ledger.mt_events set data = jsonb_set(data, '{peopleCount}', '21') where id = $1", _review.Events[3]);
        (await app.As("auditor").Get(Url)).Done().Json["verdict"]!["finding"]!.GetValue<string>().ShouldBe("problem-found", "a problem weighs more than a change");
    }

    [Fact]
    public async Task tells_a_correction_before_the_decision_from_one_after_it_and_knows_those_of_corrections()
    {
        var first = await AppendAsync(new EvidenceCorrected(_review.Review, _partnership, EvidenceId.New(), _review.Events[2], EvidenceField.PeopleCount, new("12"), new("21"), new("Misread."), Ago(9)));
        var decision = await app.ADecisionAsync(_partnership, _review.Events[2], first);
        var url = $"/api/v1/decisions/{decision}/trace";
        var citations = (await app.As("auditor").Get(url)).Done().Json["citations"]!.AsArray();
        citations[0]!["basisChanged"]![0]!["afterDecision"]!.GetValue<bool>().ShouldBeFalse();
        citations[1]!["basisChanged"]!.AsArray().ShouldBeEmpty("a correction does not correct itself");

        await AppendAsync(new EvidenceCorrected(_review.Review, _partnership, EvidenceId.New(), _review.Events[2], EvidenceField.PeopleCount, new("21"), new("20"), new("Misread again."), Ago(1)));
        citations = (await app.As("auditor").Get(url)).Done().Json["citations"]!.AsArray();
        citations.Select(citation => citation!["basisChanged"]!.AsArray().Count).ShouldBe([2, 1]);
        citations[1]!["basisChanged"]![0]!["afterDecision"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task marks_a_rating_of_a_plan_that_was_corrected_as_it_marks_evidence_of_a_review()
    {
        var (plan, objective) = (new PlanId(Guid.NewGuid()), ObjectiveId.New());
        await app.TellAsync(plan.Value, new PlanOpened(plan, _partnership, Ashdown, AcademicYear.Of(Ago(60)), PlanSource.SelfReview, null, Ago(60)));
        var rated = await AppendAsync(plan.Value, new ProgressReviewHeld(plan, _partnership, 1, [App.Person("lead")], [new(objective, Rag.Green, new("Books show it."))], OverallProgress.OnCourse, null, null, Ago(40)));
        var url = $"/api/v1/decisions/{await app.ADecisionAsync(_partnership, rated, _review.Events[2])}/trace";
        (await app.As("auditor").Get(url)).Done().Json["verdict"]!["finding"]!.GetValue<string>().ShouldBe("intact");

        await AppendAsync(plan.Value, new ProgressReviewCorrected(plan, _partnership, rated, 1, objective, Rag.Green, Rag.Amber, new("Two classes of five."), Ago(1)));
        var trace = (await app.As("auditor").Get(url)).Done();
        trace.Json["verdict"]!["finding"]!.GetValue<string>().ShouldBe("basis-changed");
        trace.Json["citations"]!.AsArray().Select(citation => citation!["basisChanged"]!.AsArray().Count).ShouldBe([1, 0]);
        trace.Json["citations"]![0]!["basisChanged"]![0]!["fact"]!.GetValue<string>().ShouldBe("progress_review_corrected");
        trace.Body.ShouldNotContain("Two classes");
    }

    private Task<Guid> AppendAsync(object fact) => AppendAsync(_review.Review.Value, fact);

    private async Task<Guid> AppendAsync(Guid stream, object fact)
    {
        await using var session = app.Host.DocumentStore().LightweightSession();
        var appended = session.Events.Append(stream, fact).Events[^1];
        await session.SaveChangesAsync();
        return appended.Id;
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
