using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Joint_practice_through_the_API(App app) : IClassFixture<App>
{
    private static Urn[] Schools(int from) => [new(from), new(from + 1), new(from + 2)];

    private async Task<PartnershipId> ATriadAsync(int from, string lead)
    {
        await app.RegisterSchoolsAsync(Schools(from));
        return await app.ATriadWithASignedProtocolAsync(lead, Schools(from));
    }

    private static object Launch(PartnershipId partnership, string question, params Urn[] urns) =>
        new { partnershipId = partnership, area = HardWiredArea.EngagingInResearch, question, urns, lead = App.Person("project-lead"), occurredOn = Ago(25) };

    private static readonly object[] People = [new { role = StaffRole.Teacher, count = 4 }];

    [Fact]
    public async Task goes_from_a_question_to_what_is_kept()
    {
        var (triad, schools, lead) = (await ATriadAsync(990241, "launcher"), Schools(990241), app.As("launcher"));
        var other = await ATriadAsync(990251, "other-launcher");
        var before = await app.FactsAsync();
        (await app.As($"head-{schools[0]}").Post("/api/v1/projects", Launch(triad, "Why?", schools[0], schools[1]))).Refused(403, "XCT-4");
        (await app.As("stranger").Post("/api/v1/projects", Launch(triad, "Why?", schools[0], schools[1]))).Refused(404, "unknown", "partnershipId");
        (await lead.Post("/api/v1/projects", Launch(triad, "Why?", schools[0]))).Refused(400, "input", "urns");
        (await lead.Post("/api/v1/projects", Launch(triad, "Why?", schools[0], new(990251)))).Refused(422, "XCT-8", "urns");
        (await app.FactsAsync()).ShouldBe(before, "what is refused is not stored");

        var begun = (await lead.Post("/api/v1/projects", Launch(triad, "Why do pupils ask quokkas?", schools[0], schools[1]))).Done();
        var url = begun.Location!;
        url.ShouldBe($"/api/v1/projects/{begun.Id}");
        (await lead.Post("/api/v1/projects", Launch(triad, "Why do pupils ask quokkas?", schools[0], schools[1]))).Refused(400, "input", "question");
        var closing = new { kept = "The wombat.", dropped = "The forms.", next = "Writing.", occurredOn = Ago(5) };
        (await lead.Post($"{url}/closing", closing)).Refused(400, "input", "occurredOn");
        (await app.As($"head-{schools[1]}").Post($"{url}/cycles", new { kind = JointPracticeKind.LessonStudy, people = People, occurredOn = Ago(20) })).Done().ETag.ShouldBe("\"2\"");
        (await app.As($"head-{schools[2]}").Post($"{url}/cycles", new { kind = JointPracticeKind.LessonStudy, people = People, occurredOn = Ago(19) })).Refused(403, "XCT-4");
        (await lead.Post($"{url}/cycles", new { kind = JointPracticeKind.Moderation, people = People, occurredOn = Ago(18) }, ("If-Match", "\"1\""))).Refused(412, "XCT-2");
        (await lead.Post($"{url}/cycles", new { kind = JointPracticeKind.Moderation, people = People, occurredOn = Ago(18) })).Done();

        (await lead.Post($"{url}/learning", new { what = "Numbats help.", with = new[] { schools[2], new Urn(990252) }, occurredOn = Ago(15) })).Refused(422, "XCT-8", "with");
        (await lead.Post($"/api/v1/partnerships/{triad}/links", new { otherId = other, purposes = new[] { LinkPurpose.SharedProject }, from = Ago(16), occurredOn = Ago(16) })).Done();
        (await lead.Post($"{url}/learning", new { what = "Numbats help.", with = new[] { schools[2], new Urn(990252) }, occurredOn = Ago(15) })).Done();
        (await lead.Post($"{url}/closing", closing)).Done();
        (await lead.Post($"{url}/closing", closing)).Refused(422, "XCT-9");

        var read = (await lead.Get(url)).Done();
        read.ETag.ShouldBe("\"5\"");
        read.Json["cycles"]!.AsArray().Select(cycle => cycle!["number"]!.GetValue<int>()).ShouldBe([1, 2]);
        read.Json["question"]!.GetValue<string>().ShouldBe("Why do pupils ask quokkas?");
        read.Json["closing"]!["kept"]!.GetValue<string>().ShouldBe("The wombat.");
        (await app.As($"head-{schools[2]}").Get(url)).Done().Body.ShouldContain("quokkas");
        (await app.As("administrator").Get(url)).Done().Json["question"].ShouldBeNull("who reads everywhere sees structure");
        var page = $"/partnerships/{triad}/practice";
        foreach (var words in new[] { "Why do pupils ask quokkas?", "Numbats help.", "The wombat." }) (await new Visitor(app, $"head-{schools[2]}").Open(page)).Text.ShouldContain(words);
        var outline = await new Visitor(app, "administrator").Open(page);
        (outline.Text.Contains("lesson study", StringComparison.Ordinal), outline.Text.Contains("quokka", StringComparison.Ordinal)).ShouldBe((true, false));
        (await new Visitor(app, "stranger").Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("stranger").Get(url)).Refused(404, "unknown");
        (await app.As("head-990252").Get(url)).Refused(404, "unknown");
    }

    [Fact]
    public async Task lists_page_by_page_and_as_a_file()
    {
        var (triad, schools, lead) = (await ATriadAsync(990261, "lister"), Schools(990261), app.As("lister"));
        foreach (var question in new[] { "One?", "Two?", "Three?" }) (await lead.Post("/api/v1/projects", Launch(triad, question, schools[0], schools[1]))).Done();
        var first = (await lead.Get($"/api/v1/projects?partnershipId={triad}&limit=2")).Done().Json;
        first["items"]!.AsArray().Count.ShouldBe(2);
        var second = (await lead.Get(first["next"]!.GetValue<string>())).Done().Json;
        second["items"]!.AsArray().ShouldHaveSingleItem();
        second["next"].ShouldBeNull();
        var csv = (await lead.Get($"/api/v1/projects?partnershipId={triad}&format=csv")).Done();
        csv.Body.ShouldContain("id,area,urns,cycles,times_shared,launched_on,last_cycle_on,closed_on");
        csv.Body.ShouldContain($"engaging-in-research,{schools[0]}; {schools[1]},0,0,{Ago(25):yyyy-MM-dd},,");
        csv.Body.ShouldNotContain("One?");
        (await app.As("stranger").Get($"/api/v1/projects?partnershipId={triad}")).Refused(404, "unknown", "partnershipId");
        (await lead.Get($"/api/v1/projects?partnershipId={triad}&limit=201")).Refused(400, "input", "limit");
    }
}
