using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Working_together_through_the_API(App app) : IClassFixture<App>
{
    private static readonly string[] Lists =
        ["purpose", "protocols", "signatures", "stage-plan", "links", "meetings", "issues", "voices", "grants", "resources", "priorities", "accounts", "data-shared"];

    private static Urn[] Schools(int from) => [new(from), new(from + 1), new(from + 2)];

    private async Task<string> ATriadAsync(int from, string lead)
    {
        await app.RegisterSchoolsAsync(Schools(from));
        return $"/api/v1/partnerships/{await app.ATriadWithASignedProtocolAsync(lead, Schools(from))}";
    }

    [Fact]
    public async Task agrees_and_does_and_reads_it_all_back()
    {
        var (url, schools, lead) = (await ATriadAsync(990041, "leader"), Schools(990041), app.As("leader"));
        var other = (await ATriadAsync(990051, "other-leader"))[^36..];
        var year = AcademicYear.Of(Ago(20));

        var signatory = new { urn = schools[0], personId = App.Person($"head-{schools[0]}"), capacity = Capacity.Headteacher, on = Ago(100) };
        var purpose = new { text = "Every child.", placeAndCommunity = "The valley", outcomeClauses = new[] { new { clauseId = "P1", text = "Every child reads." } }, signatories = new[] { signatory }, occurredOn = Ago(100) };
        (await lead.PostLate($"{url}/purpose", purpose with { signatories = [signatory with { personId = App.Person("leader") }] })).Refused(422, "XCT-4", "signatories");
        (await lead.PostLate($"{url}/purpose", purpose)).Done();

        var plan = new { targetStage = Stage.Collaboration, targetDate = Today.AddDays(100), milestones = new[] { new { criterionId = "C1", by = Today.AddDays(50), owner = schools[1] } }, reviewedTermly = true, occurredOn = Ago(20) };
        (await lead.Post($"{url}/stage-plan", plan with { targetStage = Stage.CoResponsibility })).Refused(422, "PRT-11", "targetStage");
        (await lead.Post($"{url}/stage-plan", plan)).Done();
        (await lead.Post($"{url}/stage-plan/revisions", new { plan.targetStage, targetDate = Today.AddDays(120), plan.milestones, plan.reviewedTermly, why = "A head left.", occurredOn = Ago(10) })).Done();

        (await lead.Post($"{url}/links", new { otherId = Guid.CreateVersion7(), purposes = new[] { LinkPurpose.Support }, from = Ago(10), occurredOn = Ago(10) })).Refused(404, "unknown", "otherId");
        (await lead.Post($"{url}/links", new { otherId = other, purposes = new[] { LinkPurpose.Support }, from = Ago(10), occurredOn = Ago(10) })).Done();
        (await lead.Post($"{url}/priorities", new { academicYear = year, element = SystemElement.Brokerage, why = "Offers are not found.", occurredOn = Ago(20) })).Done();
        (await lead.Post($"{url}/priorities/{year}/review", new { outcome = "Offers are found.", occurredOn = Ago(5) })).Done();
        (await lead.Post($"{url}/priorities/{year - 3}/review", new { outcome = "Nothing.", occurredOn = Ago(5) })).Refused(404, "unknown", "academicYear");

        var issue = (await lead.Post($"{url}/issues", new { area = HardWiredArea.HiringOfStaff, text = "Few apply.", occurredOn = Ago(20) })).Done().Id;
        (await lead.Post($"{url}/issues", new { area = HardWiredArea.HiringOfStaff, text = "Few apply.", occurredOn = Ago(20) })).Refused(400, "input", "text");
        (await lead.Post($"{url}/issues/{issue}/responses", new { what = "One advertisement.", who = new[] { schools[0], schools[2] }, by = Today, occurredOn = Ago(15) })).Done();
        (await lead.Post($"{url}/issues/{issue}/responses", new { what = "One more.", who = new[] { Downlands }, by = Today, occurredOn = Ago(15) })).Refused(422, "XCT-8", "who");
        (await lead.Post($"{url}/meetings", new
        {
            term = TermCalendar.Shipped.Around(Ago(20)).First().Term, attendance = schools.Select(urn => new { urn, capacity = Capacity.Headteacher, present = urn != schools[2] }), matters = new[] { "Attendance" },
            issuesRaised = new[] { issue }, decisionsReferred = Array.Empty<Guid>(), occurredOn = Ago(20),
        })).Done();
        (await lead.Post($"{url}/voices", new { voice = Voice.Pupils, activity = "=1+1", count = 12, whatWeHeard = "Homework.", occurredOn = Ago(12) })).Done();
        (await lead.Post($"{url}/grants", new { body = "The council", scheme = GrantScheme.Slis, amountPence = 2_500_001, matchInKindPence = 0, conditions = Array.Empty<string>(), occurredOn = Ago(12) }))
            .Refused(422, "PRT-10", "overCapBecause");
        var grant = (await lead.Post($"{url}/grants", new { body = "The council", scheme = GrantScheme.Slis, amountPence = 2_500_000, matchInKindPence = 0, conditions = new[] { "Report." }, occurredOn = Ago(12) })).Done().Id;
        (await lead.Post($"{url}/grants/{grant}/spending", new { spentPence = 1_000_000, onWhat = "Cover.", occurredOn = Ago(8) })).Done();
        (await lead.Post($"{url}/grants/{grant}/spending", new { spentPence = 1_500_001, onWhat = "More cover.", occurredOn = Ago(7) })).Refused(400, "input", "spentPence");
        (await lead.Post($"{url}/resources", new { area = HardWiredArea.UseOfResources, what = "A therapist", contributions = new[] { new { urn = schools[0], cashPence = 5_000 } }, benefitExpected = "Shorter waits.", from = Ago(9), occurredOn = Ago(9) })).Done();
        (await app.As($"head-{schools[1]}").Post($"{url}/data-shared", new { urn = schools[1], dataset = SharedDataset.Attendance, academicYear = year, ring = AudienceRing.PartnershipHeads, occurredOn = Ago(9) })).Done();
        (await lead.Post($"{url}/accounts", new { academicYear = year, ring = AudienceRing.Public, sections = new[] { new { heading = "What we did", text = "We met." } }, occurredOn = Ago(3) })).Done();

        var version = (await lead.Get(url)).Done();
        version.Json.AsObject().ContainsKey("work").ShouldBeFalse();
        version.Body.ShouldNotContain("Few apply.");
        foreach (var list in Lists)
        {
            var read = (await lead.Get($"{url}/{list}")).Done();
            read.Json["items"]!.AsArray().ShouldNotBeEmpty(list);
            read.ETag.ShouldBe(version.ETag, list);
            (await app.As("stranger").Get($"{url}/{list}?limit=5")).Status.ShouldBe(list == "accounts" ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.NotFound, list);
        }
        (await new Visitor(app, $"head-{schools[0]}").Open(url["/api/v1".Length..] + "/agreements")).Text.ShouldContain("Purpose owned: the head of every full member has signed the moral purpose in force (C1)");
        (await lead.Get($"{url}/stage-plan")).Json["items"]!.AsArray().Select(plan => plan!["version"]!.GetValue<int>()).ShouldBe([2, 1]);
        (await lead.Get($"{url}/issues")).Json["items"]![0]!["responses"]!.AsArray().ShouldHaveSingleItem()!["what"]!.GetValue<string>().ShouldBe("One advertisement.");
        (await lead.Get($"{url}/grants")).Json["items"]![0]!["spentPence"]!.GetValue<long>().ShouldBe(1_000_000);
        (await lead.Get($"{url}/accounts")).Json["items"]![0]!["contentHash"]!.GetValue<string>().ShouldBe(PublishAnnualAccount.Fingerprint([new("What we did", new("We met."))]));
        (await app.As("stranger").Get($"{url}/accounts")).Json["items"]![0]!["sections"]![0]!["text"]!.GetValue<string>().ShouldBe("We met.");
        var csv = (await lead.Get($"{url}/voices?format=csv")).Done();
        csv.ContentType.ShouldBe("text/csv");
        csv.Body.ShouldContain("voice,count,activity,what_we_heard,what_changed,something_changed,occurred_on");
        csv.Body.ShouldContain("pupils,12,'=1+1,Homework.,,false,");
        (await app.As($"chair-{schools[2]}").Get($"{url}/voices")).Json["items"]![0]!["whatWeHeard"]!.GetValue<string>().ShouldBe("Homework.");
    }

    [Fact]
    public async Task lists_page_by_page_newest_first()
    {
        var (url, lead) = (await ATriadAsync(990061, "pager"), app.As("pager"));
        foreach (var day in new[] { 9, 8, 7 }) (await lead.Post($"{url}/voices", new { voice = Voice.Pupils, activity = "Council", count = day, whatWeHeard = "Lunch.", occurredOn = Ago(day) })).Done();
        var first = (await lead.Get($"{url}/voices?limit=2")).Done().Json;
        first["items"]!.AsArray().Select(voice => voice!["count"]!.GetValue<int>()).ShouldBe([7, 8]);
        var second = (await lead.Get(first["next"]!.GetValue<string>())).Done().Json;
        second["items"]!.AsArray().ShouldHaveSingleItem()!["count"]!.GetValue<int>().ShouldBe(9);
        second["next"].ShouldBeNull();
        (await lead.Get($"{url}/voices?limit=201")).Refused(400, "input", "limit");
        (await lead.Post($"{url}/meetings", new
        {
            term = Term.Autumn, attendance = new[] { new { urn = 990061, capacity = Capacity.Headteacher, present = true }, new { urn = 990062, capacity = Capacity.Headteacher, present = false } },
            matters = new[] { "Lunch", "Buses" }, issuesRaised = Array.Empty<Guid>(), decisionsReferred = Array.Empty<Guid>(), occurredOn = Ago(6),
        })).Done();
        (await lead.Get($"{url}/meetings?from={Today.AddDays(1):yyyy-MM-dd}")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        (await lead.Get($"{url}/meetings?from={Ago(400):yyyy-MM-dd}&to={Today:yyyy-MM-dd}")).Done().Json["items"]!.AsArray().ShouldNotBeEmpty();
        var lines = (await lead.Get($"{url}/meetings?format=csv")).Done().Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3, "a line for each attendance");
        lines[1..].ShouldAllBe(line => line.Contains("Lunch; Buses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task shows_an_analyst_that_it_was_and_not_what_was_said()
    {
        var (url, lead) = (await ATriadAsync(990071, "speaker"), app.As("speaker"));
        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("counting"), capacity = Capacity.Analyst, occurredOn = Ago(3) })).Done();
        (await lead.Post($"{url}/issues", new { area = HardWiredArea.HiringOfStaff, text = "Few apply.", occurredOn = Ago(9) })).Done();
        (await lead.Post($"{url}/accounts", new { academicYear = AcademicYear.Of(Ago(9)), ring = AudienceRing.PartnershipHeads, sections = new[] { new { heading = "Ourselves", text = "We met." } }, occurredOn = Ago(3) })).Done();
        var seen = (await app.As("counting").Get($"{url}/issues")).Done();
        seen.Json["items"]![0]!["area"]!.GetValue<string>().ShouldBe("hiring-of-staff");
        seen.Body.ShouldNotContain("Few apply.");
        (await app.As("counting").Get($"{url}/accounts")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        (await app.As("stranger").Get($"{url}/accounts")).Refused(404, "unknown");
    }

    [Fact]
    public async Task begins_with_a_ready_protocol()
    {
        var url = await ATriadAsync(990081, "beginner");
        var variants = (await app.As("beginner").Get("/api/v1/protocol-variants")).Done().Json["items"]!.AsArray();
        (await app.As("beginner").Post($"{url}/protocols", variants.Single(variant => variant!["name"]!.GetValue<string>() == "publish-by-design")!["protocol"]!.ToJsonString())).Done();
        (await app.As("beginner").Get($"{url}/protocols")).Json["items"]!.AsArray().Select(protocol => protocol!["version"]!.GetValue<int>()).ShouldBe([2, 1]);
    }
}
