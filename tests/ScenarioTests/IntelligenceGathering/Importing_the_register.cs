using System.Net.Http.Headers;
using System.Text;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Importing_the_register(App app) : IClassFixture<App>
{
    private const string Url = "/api/v1/imports/gias";

    public static TheoryData<string, int> Files => new(Registers.Files);

    [Theory, MemberData(nameof(Files))]
    public async Task registers_every_school_and_tells_nothing_the_second_time(string file, int schools)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        ShouldCount((await PostAsync(bytes, "?asAt=2025-05-24")).Done(), read: schools, registered: schools);
        var facts = await app.FactsAsync();
        ShouldCount((await PostAsync(bytes, "?asAt=2025-05-24")).Done(), read: schools, unchanged: schools);
        (await app.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task records_a_change_with_who_brought_it_in_and_from_which_file()
    {
        (await PostAsync(Registers.Of(Registers.Row(990201, roll: "210"), Registers.Row(990202)), $"?asAt={Ago(10):yyyy-MM-dd}")).Done();
        var answer = (await PostAsync(Registers.Of(Registers.Row(990201, roll: "214"), Registers.Row(990202)))).Done();
        ShouldCount(answer, read: 2, changed: 1, unchanged: 1);

        await using var session = app.Host.DocumentStore().QuerySession();
        var told = (await session.Events.FetchStreamAsync(new Urn(990201).ProfileStream()))[^1];
        told.Data.ShouldBe(new RegisterDetailChanged(new(990201), "roll", "210", "214", answer.Json["sourceHash"]!.GetValue<string>(), Today));
        told.Headers!["capacity"].ToString().ShouldBe("DataSteward");
        told.UserName.ShouldBe(App.Person("administrator").ToString());

        var read = (await app.As("stranger").Get("/api/v1/schools/990201")).Done();
        read.ETag.ShouldBe("\"2\"");
        read.Json["entry"]!["roll"]!.GetValue<int>().ShouldBe(214);
    }

    [Fact]
    public async Task stores_nothing_in_a_dry_run()
    {
        var facts = await app.FactsAsync();
        var answer = (await PostAsync(Registers.Of(Registers.Row(990211)), "?dryRun=true")).Done();
        ShouldCount(answer, read: 1, registered: 1);
        answer.Json["dryRun"]!.GetValue<bool>().ShouldBeTrue();
        (await app.FactsAsync()).ShouldBe(facts);
        (await app.As("stranger").Get("/api/v1/schools/990211")).Refused(404, "unknown", "urn");
    }

    [Fact]
    public async Task gives_rejected_rows_back_and_records_the_others()
    {
        var answer = (await PostAsync(Registers.Of(Registers.Row(990221), Registers.Row(990222, "=1+1", roll: "many")))).Done();
        ShouldCount(answer, read: 2, registered: 1, rejected: 1);
        answer.Json["rejectedFile"]!.GetValue<string>().ShouldEndWith("3,NumberOfPupils,is not a whole number from 0 to 100000,990222,881,\"'=1+1\",Primary,,many,12.5\r\n");
        (await app.As("stranger").Get("/api/v1/schools/990221")).Done();
    }

    [Fact]
    public async Task answers_the_same_key_again_as_it_did_first_and_refuses_it_for_another_file()
    {
        var file = Registers.Of(Registers.Row(990231));
        ShouldCount((await PostAsync(file, "", ("Idempotency-Key", "register-231"))).Done(), read: 1, registered: 1);
        ShouldCount((await PostAsync(file, "", ("Idempotency-Key", "register-231"))).Done(), read: 1, registered: 1);
        (await PostAsync(Registers.Of(Registers.Row(990232)), "", ("Idempotency-Key", "register-231"))).Refused(422, "XCT-3");
        (await app.As("stranger").Get("/api/v1/schools/990232")).Refused(404, "unknown");
    }

    [Fact]
    public async Task waits_for_an_import_of_the_same_schools_that_came_first()
    {
        var file = Registers.Of([.. Enumerable.Range(990301, 50).Select(urn => Registers.Row(urn))]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(file)));
        answers.Select(answer => answer.Done().Json["registered"]!.GetValue<int>()).Order().ShouldBe([0, 0, 0, 50]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("URN,LA (code),EstablishmentName\n")]
    [InlineData("URN,LA (code),EstablishmentName\n990241,881\n")]
    [InlineData("URN,LA (code),EstablishmentName\n990241,881,Fleet End\n990242,881")]
    [InlineData("URN,LA (code),EstablishmentName\n12,881,Fleet End\n")]
    public Task refuses_a_file_that_is_not_whole(string file) => RefusedAsync(file, "", 400, "input", "file");

    [Fact]
    public Task refuses_a_file_without_the_columns_it_needs() => RefusedAsync("URN,EstablishmentName\n990241,Fleet End\n", "", 400, "input", "header");

    [Fact]
    public Task XCT_1_refuses_a_register_of_a_day_to_come() => RefusedAsync(Registers.Of(Registers.Row(990241)), $"?asAt={Ago(-2):yyyy-MM-dd}", 422, "XCT-1", "asAt");

    [Fact]
    public Task refuses_a_day_that_is_none() => RefusedAsync(Registers.Of(Registers.Row(990241)), "?asAt=yesterday", 400, "input");

    [Theory, InlineData("lead"), InlineData("stranger")]
    public async Task XCT_4_is_for_data_stewards(string name) =>
        (await SendAsync(app.As(name), Encoding.UTF8.GetBytes(Registers.Of(Registers.Row(990241))), "", "text/csv")).Refused(403, "XCT-4");

    [Fact]
    public async Task needs_a_token() => (await SendAsync(app.With(null), Encoding.UTF8.GetBytes(Registers.Of(Registers.Row(990241))), "", "text/csv")).Refused(401, "sign-in");

    [Fact]
    public async Task takes_nothing_but_CSV() =>
        (await SendAsync(app.As("administrator"), "{}"u8.ToArray(), "", "application/json")).Refused(415, "input", "Content-Type");

    private async Task RefusedAsync(string file, string query, int status, string rule, string? field = null)
    {
        var facts = await app.FactsAsync();
        (await PostAsync(file, query)).Refused(status, rule, field);
        (await app.FactsAsync()).ShouldBe(facts);
    }

    private Task<Answer> PostAsync(string file, string query = "", params (string, string)[] headers) => SendAsync(app.As("administrator"), Encoding.UTF8.GetBytes(file), query, "text/csv", headers);

    private Task<Answer> PostAsync(byte[] file, string query) => SendAsync(app.As("administrator"), file, query, "text/csv");

    private static async Task<Answer> SendAsync(Caller caller, byte[] file, string query, string type, params (string, string)[] headers)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        return await caller.Send("POST", Url + query, content, headers);
    }

    private static void ShouldCount(Answer answer, int read, int registered = 0, int changed = 0, int unchanged = 0, int rejected = 0) =>
        new[] { "read", "registered", "changed", "unchanged", "rejected" }.Select(name => answer.Json[name]!.GetValue<int>()).ShouldBe([read, registered, changed, unchanged, rejected]);
}
