using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_self_review_among_peers(App app) : IClassFixture<App>
{
    private static readonly int Year = AcademicYear.Of(Ago(29));

    [Fact]
    public async Task is_written_by_the_school_and_submitted_by_its_head()
    {
        Urn host = new(990311);
        var review = await ReviewThroughTheApi.InATriadAsync(app, host, new(990312), new(990313), "lead-311");
        var (head, chair, url) = (app.As(review.HostHead), app.As(review.HostChair), UrlOf(host));

        foreach (var other in new[] { review.LeadReviewer, review.Lead, "administrator", "stranger" }) (await app.As(other).Post(Door(host), Opening)).Refused(403, "INT-9");
        (await head.Post($"{url}/submission", new { occurredOn = Ago(29) })).Refused(404, "unknown", "academicYear");
        (await head.Get(url)).Refused(404, "unknown");
        var opened = (await chair.Post(Door(host), Opening)).Done();
        (opened.Status, opened.Location, opened.Id).ShouldBe((HttpStatusCode.Created, url, SelfReviewId.Of(host, Year).Value));
        (await head.Post(Door(host), Opening)).Refused(400, "input", "academicYear");

        (await head.Post($"{url}/submission", new { occurredOn = Ago(29) })).Refused(422, "INT-8");
        (await chair.Post($"{url}/areas", Area(ImprovementArea.Inclusion, "An echidna is nearly there."))).Done();
        (await head.Post($"{url}/submission", new { occurredOn = Ago(29) })).Refused(422, "INT-8");
        (await head.Post($"{url}/areas", Area(ImprovementArea.Inclusion, "An echidna is nearly there.", "Books with a cuscus."), ("If-Match", "\"1\""))).Refused(412, "XCT-2");
        (await head.Post($"{url}/areas", Area(ImprovementArea.Inclusion, "An echidna is nearly there.", "Books with a cuscus."))).Done();
        (await head.Post($"{url}/focus-candidates", new { question = "Who asks the bettong?", occurredOn = Ago(29) })).Done();
        (await chair.Post($"{url}/submission", new { occurredOn = Ago(29) })).Refused(403, "XCT-4");
        (await head.Post($"{url}/sharing", new { ring = AudienceRing.PartnershipHeads, occurredOn = Ago(29) })).Refused(400, "input", "ring");
        (await head.Post($"{url}/submission", new { occurredOn = Ago(29) })).Done();
        (await head.Post($"{url}/submission", new { occurredOn = Ago(28) })).Refused(400, "input");

        var read = (await head.Get(url)).Done();
        read.ETag.ShouldBe("\"5\"");
        read.Json["submittedOn"]!.GetValue<string>().ShouldBe($"{Ago(29):yyyy-MM-dd}");
        read.Json["inside"]!["areas"]!.AsArray().ShouldHaveSingleItem()!["evidence"]![0]!.GetValue<string>().ShouldBe("Books with a cuscus.");
        read.Json["inside"]!["focusCandidates"]![0]!["question"]!.GetValue<string>().ShouldBe("Who asks the bettong?");
        foreach (var other in new[] { review.HostChair, review.LeadReviewer, review.Lead })
        {
            var structure = (await app.As(other).Get(url)).Done();
            (structure.Json["areas"]!.GetValue<int>(), structure.Json["inside"]).ShouldBe((1, null));
            Wordless(structure);
        }
        (await app.As("stranger").Get(url)).Refused(404, "unknown");
    }

    [Fact]
    public async Task IMP_2_is_what_an_enquiry_rests_on_and_its_team_reads_it_when_it_is_shared()
    {
        Urn host = new(990321);
        var review = await ReviewThroughTheApi.InATriadAsync(app, host, new(990322), new(990323), "lead-321");
        var (head, url) = (app.As(review.HostHead), UrlOf(host));
        await review.PlannedAsync();
        (await head.Post($"{review.Url}/enquiry", new
        {
            question = "How?", area = ImprovementArea.Inclusion, linesOfEnquiry = new[] { "One" }, whyNow = "Now.", occurredOn = Ago(27),
        })).Refused(422, "IMP-2");
        await WrittenAsync(host);
        await review.ScopedAsync();
        (await head.Get(review.Url)).Done().Json["inside"]!["enquiry"]!["selfReviewId"]!.GetValue<Guid>().ShouldBe(SelfReviewId.Of(host, Year).Value);
        await review.TeamConfirmedAsync("facilitator");
        (await app.As("facilitator").Get(url)).Refused(404, "unknown");

        (await head.Post($"{url}/sharing", new { ring = AudienceRing.LaTrustDiocese, occurredOn = Ago(20) })).Refused(400, "input", "ring");
        (await head.Post($"{url}/sharing", new { ring = AudienceRing.ReviewTeam, occurredOn = Ago(20) })).Done();
        (await head.Post($"{url}/sharing", new { ring = AudienceRing.ReviewTeam, occurredOn = Ago(20) })).Refused(400, "input", "ring");
        foreach (var member in new[] { "facilitator", review.LeadReviewer }) (await app.As(member).Get(url)).Done().Body.ShouldContain("echidna");
        Wordless((await app.As(review.HostChair).Get(url)).Done());

        (await head.Post($"{url}/areas", Area(ImprovementArea.Inclusion, "A wallaroo is there.", "Books.", Ago(19)))).Done();
        (await head.Get(url)).Done().Body.ShouldContain("wallaroo");
        (await app.As("facilitator").Get(url)).Done().Body.ShouldSatisfyAllConditions(body => body.ShouldContain("echidna"), body => body.ShouldNotContain("wallaroo"));
        (await head.Post($"{url}/submission", new { occurredOn = Ago(19) })).Done();
        (await app.As("facilitator").Get(url)).Done().Body.ShouldSatisfyAllConditions(body => body.ShouldNotContain("echidna"), body => body.ShouldContain("wallaroo"));

        (await head.Post($"{url}/sharing", new { ring = AudienceRing.PartnershipHeads, occurredOn = Ago(18) })).Done();
        (await app.As(review.HostChair).Get(url)).Done().Body.ShouldContain("wallaroo");
        var looks = (await head.Get($"/api/v1/ledger/host/{host}")).Done().Json["looks"]!.AsArray().Where(look => look!["thing"]!.GetValue<string>() == "self-review").ToList();
        looks.Select(look => look!["ground"]!.GetValue<string>()).Distinct().ShouldBe(["release"]);
        looks.Count.ShouldBe(3);
    }

    [Fact]
    public async Task belongs_to_the_school_that_took_its_place_and_counts_for_it()
    {
        Urn host = new(990331), academy = new(990339);
        await app.RegisterSchoolsAsync(academy);
        var before = await ReviewThroughTheApi.InATriadAsync(app, host, new(990332), new(990333), "lead-331");
        await WrittenAsync(host);
        (await app.As("administrator").Post($"/api/v1/schools/{academy}/leaders", new { personId = App.Person("head-of-academy"), capacity = Capacity.Headteacher, occurredOn = Ago(28) })).Done();
        await before.PlannedAsync();
        (await app.As("head-of-academy").Get(UrlOf(host))).Refused(404, "unknown");
        await app.CloseSchoolAsync(host, Ago(28), academy);
        await app.AndWaitAsync(async () => (await app.As(before.Lead).Post($"/api/v1/partnerships/{before.PartnershipId}/successions",
            new { oldUrn = host, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(28) })).Done());

        (await app.As("head-of-academy").Get(UrlOf(host))).Done().Body.ShouldContain("echidna");
        (await app.As("head-of-academy").Post($"{UrlOf(host)}/sharing", new { ring = AudienceRing.ReviewTeam, occurredOn = Ago(20) })).Refused(403, "INT-9");
        (await app.As("head-of-academy").Post($"{before.Url}/enquiry", new
        {
            question = "How?", area = ImprovementArea.Inclusion, linesOfEnquiry = new[] { "One" }, whyNow = "Now.", occurredOn = Ago(27),
        })).Done();
        (await app.As("head-of-academy").Post(Door(academy), Opening with { occurredOn = Ago(20) })).Done().Id.ShouldBe(SelfReviewId.Of(academy, AcademicYear.Of(Ago(20))).Value);
    }

    private async Task WrittenAsync(Urn host)
    {
        var (head, url) = (app.As($"head-{host}"), UrlOf(host));
        (await head.Post(Door(host), Opening)).Done();
        (await head.Post($"{url}/areas", Area(ImprovementArea.Inclusion, "An echidna is nearly there.", "Books with a cuscus."))).Done();
        (await head.Post($"{url}/submission", new { occurredOn = Ago(29) })).Done();
    }

    private static string Door(Urn urn) => $"/api/v1/schools/{urn}/self-reviews";

    private static string UrlOf(Urn urn) => $"{Door(urn)}/{Year}";

    private static Opened Opening => new(Year, "essex-self-review", 1, Ago(29));

    private static object Area(ImprovementArea area, string judgement, string? evidence = null, DateOnly? on = null) =>
        new { area, judgement, confidence = "medium", evidence = evidence is null ? [] : new[] { evidence }, occurredOn = on ?? Ago(29) };

    private static void Wordless(Answer answer)
    {
        foreach (var secret in new[] { "echidna", "cuscus", "bettong", "wallaroo" }) answer.Body.ShouldNotContain(secret);
    }

    private sealed record Opened(int academicYear, string frameworkId, int frameworkVersion, DateOnly occurredOn);
}
