using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Npgsql;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class A_decision_through_the_API(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly PersonId[] Board = [.. new[] { "board-one", "board-two", "board-three" }.Select(App.Person)];
    private PartnershipId _triad;

    private Caller Lead => app.As("lead");

    public async ValueTask InitializeAsync()
    {
        // The tests of a class share one host: the first prepares the schools and the board, each has a triad of its own.
        if (await app.FactsAsync() == 0)
        {
            await app.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars, Downlands);
            foreach (var person in Board)
                (await app.As("administrator").PostLate("/api/v1/capacities", new { personId = person, capacity = Capacity.BoardMember, occurredOn = Ago(300) })).Done();
        }
        _triad = await app.ATriadWithASignedProtocolAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task lives_from_the_question_to_a_confirmed_stage()
    {
        var decision = await OpenAsync(StageQuestion());
        var adopted = await EventAsync<ProtocolAdopted>(_triad.Value);
        var headship = await EventAsync<SchoolLeaderAppointed>(Birchwood.LeadershipStream());
        foreach (var eventId in new[] { adopted, headship })
        {
            var cited = (await Lead.Post($"{decision}/citations", new { eventId, why = "It shows the protocol is theirs.", occurredOn = Ago(20) })).Done();
            ((int)cited.Status).ShouldBe(201);
            cited.Id.ShouldNotBe(Guid.Empty);
        }
        var weighed = (await Lead.Post($"{decision}/options", Option("Confirm."))).Done();
        weighed.Json["option"]!.GetValue<int>().ShouldBe(1);
        (await Lead.Post($"{decision}/interests", new { personId = Board[2], nature = "Chairs a school in the triad.", action = InterestAction.None, occurredOn = Ago(20) })).Done();
        var made = (await Lead.Post($"{decision}/make", Making())).Done();
        (await Lead.Post($"{decision}/communications", new { to = new[] { Ashdown, Birchwood, Cedars }, occurredOn = Ago(9) })).Done();

        var read = (await Lead.Get(decision)).Done();
        read.ETag.ShouldBe("\"7\"");
        read.Json["state"]!.GetValue<string>().ShouldBe("communicated");
        read.Json["question"]!.GetValue<string>().ShouldBe("Has the triad reached collaboration?");
        read.Json["made"]!["quorum"]!.GetValue<int>().ShouldBe(3);
        read.Json["options"]!.AsArray().Select(option => option!["text"]!.GetValue<string>()).ShouldBe(["Do nothing.", "Confirm."]);
        made.ETag.ShouldBe("\"6\"");
        foreach (var citation in read.Json["citations"]!.AsArray())
            citation!["contentHash"]!.GetValue<string>().ShouldBe(BodyDigest.Of(await StoredAsync(citation["eventId"]!.GetValue<Guid>())));
        read.Json["citations"]![0]!["factName"]!.GetValue<string>().ShouldBe("protocol_adopted");
        read.Json["citations"]![0]!["streamId"]!.GetValue<Guid>().ShouldBe(_triad.Value);
        read.Json["citations"]![0]!["citedOccurredOn"]!.GetValue<string>().ShouldBe($"{Ago(150):yyyy-MM-dd}");

        var stage = $"/api/v1/partnerships/{_triad}/stage";
        var forming = (await Lead.Get(stage)).Done();
        forming.Json["stage"]!.GetValue<string>().ShouldBe("forming");
        (await Lead.Post($"{stage}-confirmations", Confirming(Stage.CoResponsibility, decision))).Refused(422, "STG-4", "decisionId");
        (await Lead.Post($"{stage}-confirmations", Confirming(Stage.Collaboration, decision), ("If-Match", forming.ETag!))).Done();
        (await Lead.Post($"{stage}-confirmations", Confirming(Stage.Collaboration, decision))).Refused(422, "STG-5", "stage");
        var reached = (await Lead.Get(stage)).Done();
        reached.Json["stage"]!.GetValue<string>().ShouldBe("collaboration");
        reached.ETag.ShouldBe("\"1\"");
        (await app.As("stranger").Get(stage)).Refused(404, "unknown");

        (await Lead.Post($"{decision}/close", new { outcome = "The triad works to its protocol.", occurredOn = Ago(1) })).Done();
        (await Lead.Post($"{decision}/close", new { outcome = "The triad works to its protocol.", occurredOn = Ago(1) })).Refused(422, "ACC-6");
    }

    [Fact]
    public async Task STG_5_a_second_stage_waits_for_more_than_three_terms()
    {
        var first = await MadeAsync(StageQuestion());
        var stage = $"/api/v1/partnerships/{_triad}/stage-confirmations";
        (await Lead.Post(stage, Confirming(Stage.Collaboration, first))).Done();
        var second = await MadeAsync(StageQuestion(Stage.CoResponsibility));
        (await app.As("board-one").Post(stage, Confirming(Stage.CoResponsibility, second))).Refused(422, "STG-5", "occurredOn");
    }

    [Fact]
    public async Task cites_only_what_the_ledger_holds_of_this_partnership_and_its_schools()
    {
        var decision = await OpenAsync(Question());
        var otherTriad = await app.ATriadWithASignedProtocolAsync("lead", Ashdown, Birchwood, Downlands);
        var facts = await app.FactsAsync();
        foreach (var (eventId, rule) in new[]
        {
            (Guid.NewGuid(), "unknown"),
            (await EventAsync<PartnershipFormed>(otherTriad.Value), "unknown"),
            (await EventAsync<SchoolLeaderAppointed>(Downlands.LeadershipStream()), "unknown"),
            (await EventAsync<CapacityGranted>(Board[0].CapacityStream(Capacity.BoardMember)), "unknown"),
            (await EventAsync<DecisionOpened>(IdOf(decision)), "input"),
        })
            (await Lead.Post($"{decision}/citations", new { eventId, why = "It bears on it.", occurredOn = Ago(1) })).Refused(rule == "unknown" ? 404 : 400, rule, "eventId");
        (await app.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task ACC_7_takes_no_citation_once_it_is_made()
    {
        var decision = await MadeAsync(Question());
        (await Lead.Post($"{decision}/citations", new { eventId = await EventAsync<ProtocolAdopted>(_triad.Value), why = "Late.", occurredOn = Ago(1) })).Refused(422, "ACC-7");
        (await Lead.Post($"{decision}/make", Making())).Refused(422, "ACC-7");
    }

    [Fact]
    public async Task is_not_made_by_a_board_the_ledger_does_not_know()
    {
        var decision = await PreparedAsync(StageQuestion());
        var making = JsonNode.Parse(JsonOf(Making()))!;
        making["present"]![0]!["personId"] = App.Person("board-nobody").ToString();
        (await Lead.Post($"{decision}/make", making.ToJsonString())).Refused(422, "XCT-4", "present");
        (await app.As("board-one").Post($"{decision}/make", Making())).Done();
    }

    [Fact]
    public async Task shows_a_stranger_what_an_unknown_one_shows()
    {
        var decision = await OpenAsync(Question());
        var hidden = (await app.As("stranger").Get(decision)).Refused(404, "unknown");
        var unknown = (await app.As("stranger").Get($"/api/v1/decisions/{DecisionId.New()}")).Refused(404, "unknown");
        Without(hidden.Json, "traceId").ShouldBe(Without(unknown.Json, "traceId"));

        var closing = new { outcome = "None.", occurredOn = Ago(1) };
        hidden = (await app.As("stranger").Post($"{decision}/close", closing)).Refused(404, "unknown");
        unknown = (await app.As("stranger").Post($"/api/v1/decisions/{DecisionId.New()}/close", closing)).Refused(404, "unknown");
        Without(hidden.Json, "traceId").ShouldBe(Without(unknown.Json, "traceId"));

        hidden = (await app.As("stranger").Post("/api/v1/decisions", Question())).Refused(404, "unknown", "partnershipId");
        unknown = (await app.As("stranger").Post("/api/v1/decisions", Question(PartnershipId.New()))).Refused(404, "unknown", "partnershipId");
        Without(hidden.Json, "traceId").ShouldBe(Without(unknown.Json, "traceId"));
    }

    [Fact]
    public async Task shows_a_data_steward_its_structure_and_a_head_its_texts()
    {
        var decision = await OpenAsync(Question());
        var structure = (await app.As("administrator").Get(decision)).Done();
        structure.Json["textWithheld"]!.GetValue<bool>().ShouldBeTrue();
        structure.Body.ShouldNotContain("Shall we share");
        (await app.As($"head-{Cedars}").Get(decision)).Done().Json["question"]!.GetValue<string>().ShouldStartWith("Shall we share");
    }

    [Fact]
    public async Task is_listed_page_by_page()
    {
        var ids = new List<Guid> { IdOf(await OpenAsync(Question(text: "Shall we share one?"))), IdOf(await OpenAsync(Question(text: "Shall we share two?"))), IdOf(await OpenAsync(Question(text: "Shall we share three?"))) };
        var first = (await Lead.Get($"/api/v1/decisions?partnershipId={_triad}&limit=2")).Done().Json;
        var second = (await Lead.Get(first["next"]!.GetValue<string>())).Done().Json;
        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => item!["id"]!.GetValue<Guid>()).ShouldBe(ids);
        second["next"].ShouldBeNull();
        (await Lead.Get($"/api/v1/decisions?partnershipId={PartnershipId.New()}")).Refused(404, "unknown", "partnershipId");
        (await app.As("stranger").Get($"/api/v1/decisions?partnershipId={_triad}")).Refused(404, "unknown", "partnershipId");
        (await Lead.Get($"/api/v1/decisions?partnershipId={_triad}&limit=0")).Refused(400, "input", "limit");
    }

    [Fact]
    public async Task refuses_what_is_not_well_formed_and_stores_nothing()
    {
        var decision = await PreparedAsync(Question());
        var facts = await app.FactsAsync();
        foreach (var (body, field) in new (Action<JsonNode>, string?)[]
        {
            (body => body["surprise"] = 1, null),
            (body => body["votes"]!.AsObject().Remove("abstain"), null),
            (body => body["outcome"] = "perhaps", "outcome"),
            (body => body["reasons"] = "Too short.", "reasons"),
            (body => body["reasons"] = "nul\0" + new string('x', 60), "reasons"),
            (body => body["votes"]!["for"] = -1, "votes"),
            (body => body["option"] = 7, "option"),
            (body => body["effectiveFrom"] = "2026-02-30", "effectiveFrom"),
        })
        {
            var making = JsonNode.Parse(JsonOf(Making()))!;
            body(making);
            (await Lead.Post($"{decision}/make", making.ToJsonString())).Refused(400, "input", field);
        }
        (await Lead.Post($"{decision}/make", Making(Today.AddDays(1)))).Refused(422, "XCT-1", "occurredOn");
        (await Lead.Post($"{decision}/make", Making(Ago(31)))).Refused(422, "XCT-7");
        (await Lead.Post($"{decision}/make", Making(), ("If-Match", "\"1\""))).Refused(412, "XCT-2");
        (await Lead.Post("/api/v1/decisions/not-an-id/make", Making())).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.With(null).Post($"{decision}/make", Making())).Refused(401, "sign-in");
        (await app.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task made_twice_at_the_same_moment_is_made_once()
    {
        (await Lead.PostLate($"/api/v1/partnerships/{_triad}/leads", new { personId = App.Person("deputy"), role = LeadRole.Deputy, urn = Birchwood, from = Ago(200), occurredOn = Ago(200) })).Done();
        var decision = await PreparedAsync(Question());
        Task<Answer>[] both;
        // Both have read the decision and decided before either may write: the stream is held until both wait for it.
        await using (var connection = new NpgsqlConnection(app.ConnectionString))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await new NpgsqlCommand($"select 1 from ledger.mt_streams where id = '{IdOf(decision)}' for update", connection, transaction).ExecuteNonQueryAsync();
            both = [Lead.Post($"{decision}/make", Making()), app.As("deputy").Post($"{decision}/make", Making())];
            await using var watch = new NpgsqlConnection(app.ConnectionString);
            await watch.OpenAsync();
            while ((long)(await new NpgsqlCommand(
                "select count(*) from (select pg_sleep(0.05)) nap, pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", watch).ExecuteScalarAsync())! < 2)
                both.Any(one => one.IsCompleted).ShouldBeFalse("neither ends while the stream is held");
            await transaction.CommitAsync();
        }
        var answers = await Task.WhenAll(both);
        answers.Select(answer => (int)answer.Status).Order().ShouldBe([200, 409]);
        answers.Single(answer => (int)answer.Status == 409).Refused(409, "XCT-2");
        (await EventsAsync(IdOf(decision))).Count(e => e.Data is DecisionMade).ShouldBe(1);
    }

    [Fact]
    public async Task made_again_with_the_same_key_answers_as_before()
    {
        var decision = await PreparedAsync(Question());
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = (await Lead.Post($"{decision}/make", Making(), key)).Done();
        var again = (await Lead.Post($"{decision}/make", Making(), key)).Done();
        again.Body.ShouldBe(first.Body);
        (await Lead.Post($"{decision}/make", Making(Ago(9)), key)).Refused(422, "XCT-3");
        (await EventsAsync(IdOf(decision))).Count(e => e.Data is DecisionMade).ShouldBe(1);
    }

    private object Question(PartnershipId? partnership = null, string text = "Shall we share a teacher of Latin?") => new
    {
        partnershipId = partnership ?? _triad, kind = DecisionKind.Other, direction = Direction.Internal, question = text, urns = Array.Empty<Urn>(), body = DecidingBody.Partnership,
        bodySize = 3, occurredOn = Ago(25),
    };

    private object StageQuestion(Stage target = Stage.Collaboration) => new
    {
        partnershipId = _triad, kind = DecisionKind.StageProgression, direction = Direction.Lateral, question = "Has the triad reached collaboration?", urns = Array.Empty<Urn>(),
        targetStage = target, body = DecidingBody.Board, bodySize = 5, occurredOn = Ago(25),
    };

    private static object Option(string text) => new { text, @for = "It is earned.", against = "It is early.", occurredOn = Ago(20) };

    private static object Making(DateOnly? on = null) => new
    {
        outcome = DecisionOutcome.Approved, option = 1, reasons = "Every school signed the protocol and two visits were made under it.", effectiveFrom = on ?? Ago(10),
        // Three of the board and the three heads: whichever body decides, three of those present may vote.
        present = Board.Select(person => new Present(person, Capacity.BoardMember))
            .Concat(new[] { Ashdown, Birchwood, Cedars }.Select(urn => new Present(App.Person($"head-{urn}"), Capacity.Headteacher))).ToArray(), votes = new Votes(3, 0, 0), reviewBy = Today.AddDays(200), occurredOn = on ?? Ago(10),
    };

    private static object Confirming(Stage stage, string decision) => new { stage, decisionId = IdOf(decision), reviewOn = Today.AddYears(1), occurredOn = Ago(8) };

    private async Task<string> OpenAsync(object question) => $"/api/v1/decisions/{(await Lead.Post("/api/v1/decisions", question)).Done().Id}";

    private async Task<string> PreparedAsync(object question)
    {
        var decision = await OpenAsync(question);
        (await Lead.Post($"{decision}/citations", new { eventId = await EventAsync<ProtocolAdopted>(_triad.Value), why = "It bears on it.", occurredOn = Ago(20) })).Done();
        (await Lead.Post($"{decision}/options", Option("Go on."))).Done();
        return decision;
    }

    private async Task<string> MadeAsync(object question)
    {
        var decision = await PreparedAsync(question);
        (await Lead.Post($"{decision}/make", Making())).Done();
        return decision;
    }

    private async Task<IReadOnlyList<JasperFx.Events.IEvent>> EventsAsync(Guid stream)
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return await session.Events.FetchStreamAsync(stream);
    }

    private async Task<Guid> EventAsync<T>(Guid stream) => (await EventsAsync(stream)).First(e => e.Data is T).Id;

    private async Task<string> StoredAsync(Guid eventId)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        return (string)(await new NpgsqlCommand($"select data::text from ledger.mt_events where id = '{eventId}'", connection).ExecuteScalarAsync())!;
    }

    private static Guid IdOf(string url) => Guid.Parse(url.Split('/')[^1]);

    private static string JsonOf(object body)
    {
        var json = new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web);
        Host.Door.Strictly(json);
        return System.Text.Json.JsonSerializer.Serialize(body, body.GetType(), json);
    }

    private static string Without(JsonNode json, string name)
    {
        json.AsObject().Remove(name);
        return json.ToJsonString();
    }
}
