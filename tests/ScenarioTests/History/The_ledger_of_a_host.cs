using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_ledger_of_a_host(App app) : IClassFixture<App>
{
    private const string Ledger = "/api/v1/ledger/host/990001";

    [Fact]
    public async Task says_who_can_see_what_and_who_has()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, Ashdown, Birchwood, Cedars, "lead");
        await review.ToFinalAsync();
        await Granted("auditor", Capacity.Auditor);
        await Granted("officer", Capacity.LaSchoolEffectivenessPartner);
        var head = app.As(review.HostHead);
        foreach (var other in new[] { "stranger", "lead", review.Reviewer, "officer", "administrator" }) await SameAsUnknown(other);
        (await app.With(null).Get(Ledger)).Refused(401, "sign-in");
        (await head.Get($"{Ledger}?limit=0")).Refused(400, "input", "limit");

        // Nobody has looked; the head's own reading is not noted.
        (await head.Get(review.Url)).Done();
        var first = (await head.Get(Ledger)).Done().Json;
        first["looks"]!.AsArray().ShouldBeEmpty();
        first["isKept"]!.GetValue<bool>().ShouldBeTrue();
        first["reviews"]![0]!["lastStep"]!.GetValue<string>().ShouldBe("report_finalised");
        Seen(first).ShouldBe(["full-report", "full-report", null, null, null, null, null, null]);
        first["held"]!.AsArray().Select(held => (held!["thing"]!.GetValue<string>(), held["within"]!.GetValue<string>())).ShouldBe([("self-review", "host-head")]);

        (await head.Post($"{review.Url}/releases", Release(AudienceRing.LaTrustDiocese, Extent.Summary, null))).Done();
        var governors = (await head.Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors, Extent.FullReport, Today.AddDays(10)))).Done();
        for (var times = 0; times < 2; times++) (await app.As("officer").Get($"{review.Url}/report")).Done();
        (await app.As(review.Reviewer).Get(review.Url)).Done();
        (await app.As("auditor").Post("/api/v1/schools/990001/emergency-access", new { reason = new string('x', 60), minutes = 5, occurredOn = Today })).Done();
        (await app.As("auditor").Get(review.Url)).Done();

        var ledger = (await head.Get(Ledger)).Done();
        Seen(ledger.Json).ShouldBe(["full-report", "full-report", "full-report", "full-report", "summary", "summary", "summary", null]);
        ledger.Json["reviews"]![0]!["releases"]!.AsArray().Select(release => release!["state"]!.GetValue<string>()).ShouldBe(["in-force", "in-force"]);
        ledger.Json["looks"]!.AsArray().Select(look => (look!["capacity"]!.GetValue<string>(), look["ground"]!.GetValue<string>(), look["times"]!.GetValue<int>())).ShouldBe(
            [("auditor", "emergency-access", 1), ("peer-reviewer", "own-circle", 1), ("la-school-effectiveness-partner", "release", 2)]);
        ledger.Json["emergencies"]![0]!["reason"]!.GetValue<string>().ShouldBe(new('x', 60));
        ledger.Json["emergencies"]![0]!["isOpen"]!.GetValue<bool>().ShouldBeTrue();

        // Whoever acts for the partnership is told by name to the head, whoever comes from elsewhere is not.
        foreach (var name in new[] { review.HostHead, review.Reviewer, "officer" }) (await app.As("administrator").Post($"/api/v1/people/{App.Person(name)}", new { name = $"Named {name}" })).Done();
        var named = (await head.Get(Ledger)).Done();
        named.Json["reviews"]![0]!["releases"]![0]!["releasedBy"]!["name"]!.GetValue<string>().ShouldBe($"Named {review.HostHead}");
        named.Json["looks"]!.AsArray().Select(look => look!["person"]!["name"]?.GetValue<string>()).ShouldBe([null, $"Named {review.Reviewer}", null]);
        (await new Visitor(app, review.HostHead).Open("/schools/990001/ledger")).Text.ShouldContain($"Named {review.Reviewer}");

        // Page by page, and as a file.
        var page = (await head.Get($"{Ledger}?limit=2")).Done();
        page.Json["looks"]!.AsArray().Count.ShouldBe(2);
        (await head.Get(page.Json["next"]!.GetValue<string>())).Done().Json["looks"]!.AsArray().Count.ShouldBe(1);
        var csv = (await head.Get($"{Ledger}?format=csv")).Done();
        csv.ContentType.ShouldBe("text/csv");
        csv.Body.ShouldContain("occurred_on,thing,thing_id,person_person_id");
        csv.Body.ShouldContain("emergency-access");

        // The chair reads and changes nothing; why an access was taken is for the head, and for whoever wrote it.
        var chair = (await app.As(review.HostChair).Get(Ledger)).Done();
        (chair.Json["isKept"]!.GetValue<bool>(), chair.Json["emergencies"]![0]!["reason"]).ShouldBe((false, null));
        (await app.As("auditor").Get(Ledger)).Done().Json["emergencies"]![0]!["reason"].ShouldNotBeNull();
        await Granted("second-auditor", Capacity.Auditor);
        (await app.As("second-auditor").Get(Ledger)).Done().Body.ShouldNotContain("xxxxx");
        (await new Visitor(app, review.HostChair).Open("/schools/990001/ledger")).Text.ShouldNotContain("I have seen this");

        // The head says on the page that they have seen it.
        var visitor = new Visitor(app, review.HostHead);
        var shown = await visitor.Open("/schools/990001/ledger");
        shown.Text.ShouldContain("still open");
        shown.Text.ShouldContain("By emergency access");
        var seen = $"/schools/990001/emergency-access/{ledger.Json["emergencies"]![0]!["emergencyAccessId"]!.GetValue<string>()}/acknowledge";
        shown.Html.ShouldContain(seen);
        (await visitor.Send(shown, seen)).Location.ShouldBe("/schools/990001/ledger?acknowledged=true#emergency-access");
        (await visitor.Send(shown, seen)).Status.ShouldBe(HttpStatusCode.Redirect, "twice is once");
        (await new Visitor(app, review.Reviewer).Send(shown, seen)).Status.ShouldNotBe(HttpStatusCode.Redirect);
        (await head.Get(Ledger)).Done().Json["emergencies"]![0]!["acknowledgedOn"]!.GetValue<string>().ShouldBe($"{Today:O}");
        (await new Visitor(app, "stranger").Open("/schools/990001/ledger")).Status.ShouldBe(HttpStatusCode.NotFound);

        // Withdrawn, it opens nothing; and the head of a school that takes the place of the host keeps the ledger on.
        (await head.Post($"{review.Url}/releases/{governors.Id}/withdrawal", new { why = "Read.", occurredOn = Today })).Done();
        Seen((await head.Get(Ledger)).Json)[3].ShouldBe("summary");
        await app.RegisterSchoolsAsync(Downlands);
        (await app.As("administrator").Post($"/api/v1/schools/{Downlands}/leaders", new { personId = App.Person("new-head"), capacity = Capacity.Headteacher, occurredOn = Ago(20) })).Done();
        await SameAsUnknown("new-head");
        await using (var session = app.Host.DocumentStore().LightweightSession())
        {
            session.Events.Append(review.PartnershipId.Value, new SchoolSucceeded(review.PartnershipId, Ashdown, Downlands, SuccessionKind.Academisation, Today));
            await session.SaveChangesAsync();
        }
        foreach (var urn in new[] { Ashdown, Downlands })
        {
            var kept = (await app.As("new-head").Get($"/api/v1/ledger/host/{urn}")).Done().Json;
            (kept["isKept"]!.GetValue<bool>(), kept["reviews"]!.AsArray().Count, kept["emergencies"]!.AsArray().Count).ShouldBe((true, 1, 1));
        }
        (await app.As("new-head").Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors, Extent.Summary, null))).Done();
    }

    [Fact]
    public async Task of_a_partnership_says_who_looked_into_its_decisions_and_records()
    {
        Urn[] schools = [new(990021), new(990022), new(990023)];
        await app.RegisterSchoolsAsync(schools);
        var triad = await app.ATriadWithASignedProtocolAsync("looked-at", schools);
        var (lead, looks) = (app.As("looked-at"), $"/api/v1/partnerships/{triad}/looks");
        await Granted("looker", Capacity.Auditor);
        var decision = (await lead.Post("/api/v1/decisions", new
        {
            partnershipId = triad, kind = DecisionKind.Other, direction = Direction.Lateral, question = "Shall we meet at noon?", urns = schools, body = DecidingBody.Partnership, bodySize = 3, occurredOn = Ago(1),
        })).Done().Id;
        (await lead.Get(looks)).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        for (var times = 0; times < 2; times++) (await app.As("looker").Get($"/api/v1/decisions/{decision}")).Done().Body.ShouldContain("noon");

        var look = (await lead.Get(looks)).Done().Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        (look["thing"]!.GetValue<string>(), look["thingId"]!.GetValue<Guid>(), look["capacity"]!.GetValue<string>(), look["times"]!.GetValue<int>()).ShouldBe(("decision", decision, "auditor", 2));
        (await app.As("looker").Get($"{looks}?format=csv")).Done().Body.ShouldContain("auditor");
        (await new Visitor(app, "looked-at").Open($"/partnerships/{triad}/looks")).Text.ShouldContain("Auditor");
        (await new Visitor(app, "looked-at").Open($"/partnerships/{triad}")).Html.ShouldContain($"/partnerships/{triad}/looks");
        (await new Visitor(app, $"head-{schools[1]}").Open($"/partnerships/{triad}")).Html.ShouldNotContain($"/partnerships/{triad}/looks");
        (await lead.Get($"{looks}?limit=0")).Refused(400, "input", "limit");
        (await lead.Get($"{looks}?from={Ago(1):yyyy-MM-dd}&to={Today:yyyy-MM-dd}")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem();
        (await lead.Get($"{looks}?to={Ago(1):yyyy-MM-dd}")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        (await lead.Get($"{looks}?after=1")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        (await app.As($"head-{schools[1]}").Get(looks)).Refused(403, "XCT-4");
        (await app.As("stranger").Get(looks)).Refused(404, "unknown");
    }

    private static object Release(AudienceRing ring, Extent extent, DateOnly? expiresOn) =>
        new { ring, extent, purpose = ReleasePurpose.Scrutiny, occurredOn = Today, newConsent = true, expiresOn };

    private static List<string?> Seen(System.Text.Json.Nodes.JsonNode ledger) => [.. ledger["reviews"]![0]!["rings"]!.AsArray().Select(ring => ring!["sees"]?.GetValue<string>())];

    private async Task Granted(string name, Capacity capacity) =>
        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person(name), capacity, occurredOn = Ago(1) })).Done();

    private async Task SameAsUnknown(string name)
    {
        var hidden = (await app.As(name).Get(Ledger)).Refused(404, "unknown");
        var unknown = (await app.As(name).Get("/api/v1/ledger/host/990888")).Refused(404, "unknown");
        hidden.Json["detail"]!.GetValue<string>().ShouldBe(unknown.Json["detail"]!.GetValue<string>());
    }
}
