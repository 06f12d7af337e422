using System.Text;
using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Demonstration;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>Each wrong request gets a problem with a rule or field and a 4xx, and nothing is stored.</summary>
public sealed class Bad_input(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly string Unused = Guid.NewGuid().ToString();
    private PartnershipId _triad;
    private long _before;

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() == 0) await app.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars);
        _triad = await app.ATriadWithASignedProtocolAsync();
        _before = await app.FactsAsync();
    }

    public async ValueTask DisposeAsync() => (await app.FactsAsync()).ShouldBe(_before, "a refused request stored something");

    private string Leads => $"/api/v1/partnerships/{_triad}/leads";

    private static JsonObject Lead => new() { ["personId"] = App.Person("deputy").ToString(), ["role"] = "deputy", ["urn"] = "990002", ["from"] = Text(Ago(1)), ["occurredOn"] = Text(Ago(1)) };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static JsonObject With(string name, JsonNode? value)
    {
        var body = Lead;
        body[name] = value;
        return body;
    }

    [Fact]
    public async Task an_unknown_partnership() => (await app.As("lead").Post($"/api/v1/partnerships/{Unused}/leads", Lead)).Refused(404, "unknown");

    [Fact]
    public async Task a_malformed_id() => (await app.As("lead").Post("/api/v1/partnerships/not-an-id/leads", Lead)).Refused(404, "unknown");

    [Fact]
    public async Task a_malformed_id_in_the_body() => (await app.As("lead").Post(Leads, With("personId", "not-an-id"))).Refused(400, "input", "personId");

    [Fact]
    public async Task an_unmapped_property() => (await app.As("lead").Post(Leads, With("actor", "somebody-else"))).Refused(400, "input", "actor");

    [Fact]
    public async Task a_duplicate_property() =>
        (await app.As("lead").Post(Leads, Lead.ToJsonString().Replace("\"role\":", "\"urn\":\"990001\",\"role\":", StringComparison.Ordinal))).Refused(400, "input", "urn");

    [Fact]
    public async Task a_missing_property()
    {
        var body = Lead;
        body.Remove("urn");
        (await app.As("lead").Post(Leads, body)).Refused(400, "input", "urn");
    }

    [Fact]
    public async Task null_where_a_value_is_needed() => (await app.As("lead").Post(Leads, With("urn", null))).Refused(400, "input", "urn");

    [Fact]
    public async Task null_in_a_list() => (await app.As("lead").Post($"/api/v1/partnerships/{_triad}/purpose",
        new { text = "T", placeAndCommunity = "P", outcomeClauses = new object?[] { null }, signatories = Array.Empty<object>(), occurredOn = Text(Ago(1)) })).Refused(400, "input", "outcomeClauses");

    [Fact]
    public async Task null_for_a_body() => (await app.As("lead").Post(Leads, "null")).Refused(400, "input", "body");

    [Fact]
    public async Task U_0000_in_an_address() => (await app.As("lead").Get("/api/v1/partnerships?after=%00")).Refused(400, "input", "after");

    [Fact]
    public async Task a_value_no_enumeration_has() => (await app.As("lead").Post(Leads, With("role", "emperor"))).Refused(400, "input", "role");

    [Fact]
    public async Task an_enumeration_as_a_number() => (await app.As("lead").Post(Leads, With("role", 1))).Refused(400, "input", "role");

    [Fact]
    public async Task a_urn_of_five_digits() => (await app.As("lead").Post(Leads, With("urn", "99000"))).Refused(400, "input", "urn");

    [Fact]
    public async Task U_0000_in_text() => (await app.As("lead").Post($"/api/v1/partnerships/{_triad}/peer-groups",
        """{"name":"a\u0000b","urns":["990001","990002"],"from":"2026-01-01","occurredOn":"2026-01-01"}""")).Refused(400, "input", "name");

    [Fact]
    public async Task a_lone_surrogate_in_text() => (await app.As("lead").Post($"/api/v1/partnerships/{_triad}/peer-groups",
        """{"name":"a\ud800b","urns":["990001","990002"],"from":"2026-01-01","occurredOn":"2026-01-01"}""")).Refused(400, "input", "name");

    [Fact]
    public async Task a_body_of_300_KB() => (await app.As("lead").Post(Leads, With("role", new string('x', 300 * 1024)))).Refused(413, "body-size", "body");

    [Fact]
    public async Task a_depth_of_100() =>
        (await app.As("lead").Post(Leads, new StringBuilder().Insert(0, "{\"a\":", 100).Append('1').Append('}', 100).ToString())).Refused(400, "input");

    [Fact]
    public async Task a_misspelt_question() =>
        (await app.As("lead").Get($"/api/v1/partnerships/{_triad}/timeline?occuredUpTo=2026-01-31")).Refused(400, "input", "occuredUpTo");

    [Theory]
    [InlineData("reviews")]
    [InlineData("plans")]
    [InlineData("concerns")]
    [InlineData("decisions")]
    [InlineData("support-requests")]
    public async Task a_list_without_the_partnership_it_is_of(string list)
    {
        foreach (var unnamed in new[] { "", "?partnershipId=" }) (await app.As("lead").Get($"/api/v1/{list}{unnamed}")).Refused(400, "input", "partnershipId");
        (await app.As("lead").Get($"/api/v1/{list}?partnershipId={_triad}")).Done();
        (await app.With(null).Get($"/api/v1/{list}")).Refused(401, "sign-in");
    }

    [Fact]
    public async Task from_a_client_that_accepts_no_JSON() => (await app.As("lead").Get($"/api/v1/partnerships/{Unused}", ("Accept", "text/xml"))).Refused(404, "unknown");

    [Fact]
    public async Task no_JSON_at_all() => (await app.As("lead").Post(Leads, "not json")).Refused(400, "input");

    [Fact]
    public async Task another_content_type() => (await app.As("lead").Send("POST", Leads, Lead.ToJsonString(), [], "text/plain")).Refused(415, "input");

    [Fact]
    public async Task XCT_1_a_day_that_has_not_come() => (await app.As("lead").Post(Leads, With("occurredOn", Text(Today.AddDays(1))))).Refused(422, "XCT-1", "occurredOn");

    [Fact]
    public async Task XCT_7_a_day_long_past_without_a_reason() => (await app.As("lead").Post(Leads, With("occurredOn", Text(Ago(60))))).Refused(422, "XCT-7", "Lateness-Reason");

    [Fact]
    public async Task XCT_5_a_text_with_somebody_s_telephone_number()
    {
        var issue = new { area = HardWiredArea.HiringOfStaff, text = "Ring 01245 000 123 about it.", occurredOn = Today };
        (await app.As("lead").Post($"/api/v1/partnerships/{_triad}/issues", issue)).Refused(422, "XCT-5", "text").Body.ShouldNotContain("01245");
        (await app.As("lead").Post($"/api/v1/partnerships/{_triad}/issues", issue, ("Personal-Data-Confirmed", "published-contact"))).Done();
        _before++;
    }

    [Fact]
    public async Task XCT_2_a_version_that_has_passed() => (await app.As("lead").Post(Leads, Lead, ("If-Match", "\"1\""))).Refused(412, "XCT-2");

    [Theory]
    [InlineData("yesterday")]
    [InlineData("yesterday, \"1\"")]
    [InlineData("1")]
    public async Task an_If_Match_that_is_no_tag(string tag) => (await app.As("lead").Post(Leads, Lead, ("If-Match", tag))).Refused(400, "input", "If-Match");

    [Fact]
    public async Task a_form_of_parts_without_a_boundary()
    {
        using var parts = new ByteArrayContent([1]);
        parts.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data");
        (await app.As("lead").Send("POST", Leads, parts, [])).Refused(400, "input");
    }

    [Fact]
    public async Task no_token() => (await app.With(null).Post(Leads, Lead)).Refused(401, "sign-in");

    [Fact]
    public async Task a_token_for_another_audience() => (await app.With(Personas.Token("lead", "another-service")).Post(Leads, Lead)).Refused(401, "sign-in");

    [Fact]
    public async Task a_token_somebody_else_signed() => (await app.With(Personas.Token("lead")[..^8] + "AAAAAAAA").Post(Leads, Lead)).Refused(401, "sign-in");

    [Fact]
    public async Task a_stranger_learns_no_more_than_that_nothing_is_known()
    {
        var forbidden = (await app.As("stranger").Post(Leads, Lead)).Refused(404, "unknown");
        var unknown = await app.As("stranger").Post($"/api/v1/partnerships/{Unused}/leads", Lead);
        Without(forbidden).ShouldBe(Without(unknown));
    }

    [Fact]
    public async Task XCT_4_a_member_head_who_is_not_the_lead() => (await app.As($"head-{Cedars}").Post(Leads, Lead)).Refused(403, "XCT-4");

    [Fact]
    public async Task XCT_8_a_school_the_register_does_not_know() => (await app.As("lead").PostLate("/api/v1/partnerships", new
    {
        name = "Unknown", kind = PartnershipKind.Triad, quadrant = Quadrant.Mid, districts = Array.Empty<District>(), foundingUrns = new[] { Ashdown, Birchwood, new(990900) }, occurredOn = Ago(40),
    })).Refused(422, "XCT-8", "foundingUrns");

    private static string Without(Answer answer)
    {
        var body = answer.Json.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}

public class A_retry(App app) : IClassFixture<App>
{
    [Fact]
    public async Task XCT_3_with_the_same_key_and_body_answers_again_and_with_another_body_is_refused()
    {
        await app.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars);
        await app.ATriadWithASignedProtocolAsync();
        var body = new { name = "Again", kind = PartnershipKind.Cluster, quadrant = Quadrant.Mid, districts = Array.Empty<District>(), foundingUrns = new[] { Ashdown, Birchwood, Cedars }, occurredOn = Ago(1) };
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.As("lead").Post("/api/v1/partnerships", body, key)));
        var again = (await app.As("lead").Post("/api/v1/partnerships", body, key)).Done();

        answers.Where(answer => (int)answer.Status == 201).Select(answer => answer.Id).Distinct().ShouldBe([again.Id]);
        (await app.As("lead").Get("/api/v1/partnerships")).Json["items"]!.AsArray().Count(item => item!["name"]!.GetValue<string>() == "Again").ShouldBe(1);
        (await app.As("lead").Post("/api/v1/partnerships", body with { name = "Another" }, key)).Refused(422, "XCT-3");
        // A key belongs to whoever chose it: another user's same request is a request of its own, and the name is taken.
        (await app.As($"head-{Cedars}").Post("/api/v1/partnerships", body, key)).Refused(400, "input", "name");
        (await app.As("stranger").Post("/api/v1/partnerships", body, key)).Refused(403, "XCT-4");
    }

    [Fact]
    public async Task XCT_2_with_the_current_version_in_If_Match_is_taken()
    {
        await app.RegisterSchoolsAsync(new(990011), new(990012), new(990013));
        var triad = await app.ATriadWithASignedProtocolAsync("tagger", new(990011), new(990012), new(990013));
        var read = (await app.As("tagger").Get($"/api/v1/partnerships/{triad}")).Done();
        var recorded = (await app.As("tagger").Post($"/api/v1/partnerships/{triad}/peer-groups",
            new { name = "Pair", urns = new[] { 990011, 990012 }, from = Ago(1), occurredOn = Ago(1) }, ("If-Match", read.ETag!))).Done();
        recorded.ETag.ShouldBe("\"10\"");
    }
}

public class Several_capacities_of_one_person(App app) : IClassFixture<App>
{
    [Fact]
    public async Task recorded_at_the_same_moment_are_all_kept()
    {
        Capacity[] granted = [Capacity.Analyst, Capacity.Auditor, Capacity.BoardMember, Capacity.Broker, Capacity.LaSchoolEffectivenessPartner, Capacity.ImprovementChampion];
        var answers = await Task.WhenAll(granted.Select(capacity => app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("many"), capacity, occurredOn = Ago(1) })));
        foreach (var answer in answers) answer.Done();
        (await app.As("many").Get("/api/v1/me")).Done().Json["capacities"]!.AsArray().Count.ShouldBe(granted.Length);
    }
}
