using System.Text;
using EssexImprovement.Contracts;
using Npgsql;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class The_people_register(App app) : IClassFixture<App>
{
    private const string Name = "Philippa Quillfeather-Marsh";
    private static readonly object Card = new { name = Name, email = "pqm@school.example", phone = "+44 1206 000000" };

    private Caller Steward => app.As("administrator");

    private static string Of(string who) => $"/api/v1/people/{App.Person(who)}";

    private async Task<(PartnershipId Triad, string Head)> ATriadAsync(int first)
    {
        Urn[] schools = [new(first), new(first + 1), new(first + 2)];
        await app.RegisterSchoolsAsync(schools);
        return (await app.ATriadWithASignedProtocolAsync($"lead-{first}", schools), $"head-{first + 1}");
    }

    private async Task<string?> NameSeenAsync(PartnershipId triad, string reader, string of) => (await app.As(reader).Get($"/api/v1/partnerships/{triad}/capacities")).Done().Json["capacities"]!.AsArray()
        .First(one => one!["personId"]!.GetValue<string>() == App.Person(of).ToString())!["name"]?.GetValue<string>();

    [Fact]
    public async Task shows_a_name_to_those_who_act_together_and_to_no_others()
    {
        var (triad, head) = await ATriadAsync(990041);
        var (other, otherHead) = await ATriadAsync(990051);
        foreach (var capacity in new[] { Capacity.Auditor, Capacity.Analyst })
            (await Steward.Post("/api/v1/capacities", new { personId = App.Person($"{capacity}"), capacity, occurredOn = Ago(1) })).Done();
        (await app.As(head).Post("/api/v1/me/card", Card)).Done();

        foreach (var reader in new[] { head, "lead-990041", "head-990043", "chair-990041", "administrator", "Auditor" }) (await NameSeenAsync(triad, reader, head)).ShouldBe(Name, reader);
        (await NameSeenAsync(triad, "Analyst", head)).ShouldBeNull();
        (await app.As(otherHead).Get($"/api/v1/partnerships/{triad}/capacities")).Refused(404, "unknown");

        (await app.As(head).Get(Of(head))).Done().Json["email"]!.GetValue<string>().ShouldBe("pqm@school.example");
        (await app.As("Auditor").Get(Of(head))).Done().Json["email"].ShouldBeNull();
        foreach (var reader in new[] { "lead-990041", "Analyst", "stranger", otherHead }) (await app.As(reader).Get(Of(head))).Refused(404, "unknown");
        other.ShouldNotBe(triad);
    }

    [Fact]
    public async Task forgets_a_name_and_leaves_every_fact_and_count()
    {
        var name = $"Forgotten {Guid.NewGuid():N}";
        var card = new { name };
        var (triad, head) = await ATriadAsync(990061);
        (await Steward.Post(Of(head), card)).Done();
        (await Steward.Post(Of(head), card)).Done(); // Again, as it is.
        string[] reads = [$"/api/v1/partnerships/{triad}", $"/api/v1/partnerships/{triad}/timeline", $"/api/v1/partnerships/{triad}/replay", "/api/v1/partnerships"];
        async Task<List<string>> ReadAsync()
        {
            var answers = new List<string>();
            foreach (var read in reads) answers.Add((await app.As("lead-990061").Get(read)).Done().Body);
            return answers;
        }
        var (before, facts) = (await ReadAsync(), await app.FactsAsync());
        before.ShouldAllBe(body => !body.Contains(name));

        (await app.As(head).Post($"{Of(head)}/erasure", new { occurredOn = Today })).Done();

        (await app.FactsAsync()).ShouldBe(facts + 1);
        (await ReadAsync()).ShouldBe(before);
        var seen = (await app.As("lead-990061").Get($"/api/v1/partnerships/{triad}/capacities")).Done().Json["capacities"]!.AsArray()
            .First(one => one!["personId"]!.GetValue<string>() == App.Person(head).ToString())!;
        (seen["name"], seen["erased"]!.GetValue<bool>(), seen["capacity"]!.GetValue<string>()).ShouldBe((null, true, "headteacher"));
        (await app.As(head).Get(Of(head))).Done().Json["erasedOn"].ShouldNotBeNull();
        (await Steward.Post(Of(head), card)).Refused(400, "input", "name");
        (await app.As(head).Post("/api/v1/me/card", card)).Refused(400, "input", "name");
        (await Steward.Post($"{Of(head)}/erasure", new { occurredOn = Today })).Refused(400, "input", "personId");
        (await PlacesOfAsync(name)).ShouldBeEmpty("an erased name is nowhere");
    }

    [Fact]
    public async Task lets_no_card_outlive_an_erasure_at_the_same_moment()
    {
        for (var round = 0; round < 8; round++)
        {
            var (who, name) = ($"fleeting-{round}", $"Fleeting {Guid.NewGuid():N}");
            (await Steward.Post(Of(who), new { name })).Done();
            var answers = await Task.WhenAll(Steward.Post(Of(who), new { name }), app.As(who).Post($"{Of(who)}/erasure", new { occurredOn = Today }), app.As(who).Post("/api/v1/me/card", new { name }));
            answers.Select(answer => (int)answer.Status).ShouldBeSubsetOf([200, 400, 409]);
            if ((int)answers[1].Status == 409) (await app.As(who).Post($"{Of(who)}/erasure", new { occurredOn = Today })).Done();
            (await PlacesOfAsync(name)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task is_the_only_place_that_holds_a_name()
    {
        var name = $"Ottoline {Guid.NewGuid():N}";
        (await app.As("ottoline").Post("/api/v1/me/card", new { name }, ("Idempotency-Key", Guid.NewGuid().ToString()))).Done().Body.ShouldNotContain(name);
        (await app.As("ottoline").Get(Of("ottoline"))).Done().Json["name"]!.GetValue<string>().ShouldBe(name);
        (await PlacesOfAsync(name)).ShouldBe(["people.mt_doc_personcard"]);
    }

    [Fact]
    public async Task is_kept_by_oneself_and_by_data_stewards_alone()
    {
        (await Steward.Post("/api/v1/capacities", new { personId = App.Person("reader"), capacity = Capacity.Auditor, occurredOn = Ago(1) })).Done();
        (await app.As("stranger").Post(Of("somebody"), Card)).Refused(404, "unknown");
        (await app.As("stranger").Post($"{Of("somebody")}/erasure", new { occurredOn = Today })).Refused(404, "unknown");
        (await app.As("reader").Post(Of("somebody"), Card)).Refused(403, "XCT-4");
    }

    [Theory]
    [InlineData("name", "  ")]
    [InlineData("name", "Line\nbreak")]
    [InlineData("email", "nobody")]
    [InlineData("email", "a@b@c")]
    [InlineData("phone", "ring me")]
    public async Task refuses_what_is_no_name_or_address(string field, string value)
    {
        var card = new Dictionary<string, string> { ["name"] = "Somebody" };
        card[field] = value;
        (await app.As("careless").Post("/api/v1/me/card", card)).Refused(400, "input", field);
    }

    /// <summary>Every table of every schema that holds the words, in text or in bytes.</summary>
    private async Task<List<string>> PlacesOfAsync(string words)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        var tables = new List<string>();
        await using (var list = source.CreateCommand("select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1"))
        await using (var rows = await list.ExecuteReaderAsync())
            while (await rows.ReadAsync()) tables.Add(rows.GetString(0));
        tables.ShouldContain("ledger.mt_events");
        var holding = new List<string>();
        foreach (var table in tables)
        {
            await using var search = source.CreateCommand($"select exists (select from {table} t where t::text like $1 or t::text like $2)");
            search.Parameters.AddWithValue($"%{words}%");
            search.Parameters.AddWithValue($"%{Convert.ToHexString(Encoding.UTF8.GetBytes(words)).ToLowerInvariant()}%");
            if (await search.ExecuteScalarAsync() is true) holding.Add(table);
        }
        return holding;
    }
}
