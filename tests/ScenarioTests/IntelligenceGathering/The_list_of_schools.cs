using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class The_list_of_schools(App app) : IClassFixture<App>
{
    private static readonly string Register = string.Join('\n',
        "URN,LA (code),EstablishmentName,PhaseOfEducation (name)",
        "990401,881,Fleet End School,Primary", "990402,881,100% Fleet,Primary", "990403,881,Saltcote School,Secondary", "990404,882,Leigh Sands School,Primary");

    [Theory]
    [InlineData("?localAuthority=881", "990401", "990402", "990403")]
    [InlineData("?localAuthority=881&phase=Primary", "990401", "990402")]
    [InlineData("?name=fleet%20end", "990401")]
    [InlineData("?name=%25", "990402")]
    [InlineData("?localAuthority=881&after=990402", "990403")]
    [InlineData("?localAuthority=001")]
    public async Task holds_the_schools_that_were_asked_for(string query, params string[] urns)
    {
        await ImportAsync();
        var list = (await app.As("stranger").Get($"/api/v1/schools{query}")).Done();
        UrnsOf(list.Json).ShouldBe(urns);
        list.Json["next"].ShouldBeNull();
    }

    [Fact]
    public async Task comes_as_a_file_for_a_spreadsheet()
    {
        await ImportAsync();
        using var client = app.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Demonstration.Personas.Token("stranger"));
        using var response = await client.GetAsync("/api/v1/schools?name=fleet%20end&format=csv");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe($"schools-{Samples.Today:yyyy-MM-dd}.csv");
        var lines = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).Split("\r\n");
        lines[0].ShouldBe("\uFEFFurn,name,local_authority,phase,type,status,district,roll,as_at");
        lines[1].ShouldStartWith("990401,Fleet End School,881,Primary,");
        (await app.As("stranger").Get("/api/v1/schools?format=xlsx")).Refused(400, "input", "format");
    }

    [Fact]
    public async Task comes_in_pages_that_lead_to_each_other()
    {
        await ImportAsync();
        var seen = new List<string>();
        for (var url = "/api/v1/schools?localAuthority=881&limit=1&name=l"; url is not null;)
        {
            using var client = app.Host.Server.CreateClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", Demonstration.Personas.Token("stranger"));
            using var response = await client.GetAsync(url);
            seen.AddRange(UrnsOf(JsonNode.Parse(await response.Content.ReadAsStringAsync())!));
            url = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }
        seen.ShouldBe(["990401", "990402", "990403"]);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?localAuthority=Essex", "localAuthority")]
    [InlineData("?name=%00", "name")]
    [InlineData("?phase=%00", "phase")]
    public async Task refuses_what_it_cannot_look_for(string query, string field) => (await app.As("stranger").Get($"/api/v1/schools{query}")).Refused(400, "input", field);

    [Fact]
    public async Task is_for_whoever_has_signed_in() => (await app.With(null).Get("/api/v1/schools")).Refused(401, "sign-in");

    private async Task ImportAsync()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Register)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/csv") } };
        (await app.As("administrator").Send("POST", "/api/v1/imports/gias", content, [])).Done();
    }

    private static IEnumerable<string> UrnsOf(JsonNode list) => list["items"]!.AsArray().Select(school => school!["urn"]!.GetValue<string>());
}
