using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class A_concern_through_the_API(App app) : IClassFixture<App>
{
    private static Urn[] Schools(int from) => [new(from), new(from + 1), new(from + 2)];

    private async Task<PartnershipId> ATriadAsync(int from, string lead)
    {
        await app.RegisterSchoolsAsync(Schools(from));
        return await app.ATriadWithASignedProtocolAsync(lead, Schools(from));
    }

    private static object Raise(PartnershipId partnership, Urn about, ConcernKind kind = ConcernKind.NoDataShared, string summary = "The quokka data has not come.") =>
        new { partnershipId = partnership, urn = about, kind, summary, facts = "It was due in the autumn.", occurredOn = Ago(25) };

    private static object Step(int ago, string outcome = "They will try again.") => new { outcome, occurredOn = Ago(ago) };

    [Fact]
    public async Task is_settled_by_a_conversation_and_nobody_else_hears_of_it()
    {
        var (triad, schools) = (await ATriadAsync(990271, "settler"), Schools(990271));
        var (raiser, concerned, third, lead) = (app.As($"head-{schools[0]}"), app.As($"head-{schools[1]}"), app.As($"head-{schools[2]}"), app.As("settler"));
        (await app.As($"chair-{schools[0]}").Post("/api/v1/concerns", Raise(triad, schools[1]))).Refused(403, "XCT-4");
        (await app.As("stranger").Post("/api/v1/concerns", Raise(triad, schools[1]))).Refused(404, "unknown", "partnershipId");
        (await raiser.Post("/api/v1/concerns", Raise(triad, schools[0]))).Refused(400, "input", "urn");
        (await raiser.Post("/api/v1/concerns", Raise(triad, Downlands))).Refused(422, "XCT-8", "urn");
        (await raiser.Post("/api/v1/concerns", Raise(triad, schools[1], summary: "A Warning\u00A0Notice is due."))).Refused(422, "IMP-30", "summary");
        var url = (await raiser.Post("/api/v1/concerns", Raise(triad, schools[1]))).Done().Location!;
        (await raiser.Post("/api/v1/concerns", Raise(triad, schools[1]))).Refused(400, "input", "kind");

        (await raiser.Post($"{url}/resolution", new { how = "It came.", occurredOn = Ago(20) })).Refused(422, "IMP-29");
        (await raiser.Post($"{url}/response-requests", new { occurredOn = Ago(24) })).Done();
        (await raiser.Post($"{url}/response", new { response = "They are late.", occurredOn = Ago(23) })).Refused(422, "XCT-6");
        (await third.Post($"{url}/response", new { response = "They are late.", occurredOn = Ago(23) })).Refused(404, "unknown");
        (await concerned.Post($"{url}/response", new { response = "It is on its way.", occurredOn = Ago(23) })).Done();
        (await lead.Post($"{url}/quadrant-chair", Step(22))).Refused(422, "IMP-28");
        (await lead.Post($"{url}/conversation", Step(22))).Done();
        (await concerned.Post($"{url}/resolution", new { how = "It came.", occurredOn = Ago(20) })).Refused(403, "XCT-4");

        foreach (var knows in new[] { raiser, concerned, lead }) (await knows.Get(url)).Done().Json["summary"]!.GetValue<string>().ShouldContain("quokka");
        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("concern-auditor"), capacity = Capacity.Auditor, occurredOn = Ago(3) })).Done();
        var unknown = (await third.Get($"/api/v1/concerns/{ConcernId.New()}")).Refused(404, "unknown");
        foreach (var other in new[] { third, app.As($"chair-{schools[1]}"), app.As("concern-auditor"), app.As("stranger") })
        {
            (await other.Get(url)).Refused(404, "unknown").Json["detail"]!.GetValue<string>().ShouldBe(unknown.Json["detail"]!.GetValue<string>());
            (await other.Post($"{url}/conversation", Step(1))).Refused(404, "unknown");
        }
        (await third.Get($"/api/v1/concerns?partnershipId={triad}")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        // The pages show the same to the same.
        var list = $"/partnerships/{triad}/concerns";
        (await new Visitor(app, $"head-{schools[1]}").Open(list)).Html.ShouldContain(url["/api/v1".Length..]);
        (await new Visitor(app, $"head-{schools[2]}").Open(list)).Text.ShouldContain("There is no concern that you may know of.");
        var page = await new Visitor(app, $"head-{schools[1]}").Open(url["/api/v1".Length..]);
        foreach (var words in new[] { "quokka", "It is on its way.", "A conversation", "They will try again." }) page.Text.ShouldContain(words);
        foreach (var other in new[] { $"head-{schools[2]}", $"chair-{schools[1]}", "stranger" }) (await new Visitor(app, other).Open(url["/api/v1".Length..])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await new Visitor(app, "stranger").Open(list)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("stranger").Get($"/api/v1/concerns?partnershipId={triad}")).Refused(404, "unknown", "partnershipId");
        var line = (await concerned.Get($"/api/v1/concerns?partnershipId={triad}")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        (line["lastStep"]!.GetValue<string>(), line["ended"]!.GetValue<bool>()).ShouldBe(("conversation", false));
        // Of the looks into it the head of the school concerned hears, and not its chair of governors, who does not know of it.
        (await app.As($"head-{schools[1]}").Get($"/api/v1/ledger/host/{schools[1]}")).Done().Body.ShouldContain("peer-concern");
        (await app.As($"chair-{schools[1]}").Get($"/api/v1/ledger/host/{schools[1]}")).Done().Body.ShouldNotContain("peer-concern");
        // The timeline counts it, and tells neither whose it is nor about whom.
        var told = (await third.Get($"/api/v1/partnerships/{triad}/timeline?limit=1000")).Done().Json["entries"]!.AsArray()
            .Where(entry => entry!["fact"]!.GetValue<string>() is "concern_raised" or "response_asked" or "response_given" or "conversation_held").ToList();
        told.Count.ShouldBe(4);
        foreach (var entry in told)
        {
            entry!["actor"].ShouldBeNull();
            entry["details"]!.AsObject().Select(detail => detail.Key).ShouldBe(["concernId"]);
        }

        (await raiser.Post($"{url}/resolution", new { how = "It came.", occurredOn = Ago(20) })).Done();
        (await lead.Post($"{url}/facilitated-meeting", new { facilitator = App.Person("neutral"), outcome = "Too late.", occurredOn = Ago(19) })).Refused(422, "XCT-9");
        var seen = (await concerned.Get(url)).Done();
        seen.ETag.ShouldBe("\"5\"");
        seen.Json["resolved"]!.GetValue<string>().ShouldBe("It came.");
    }

    [Fact]
    public async Task is_answered_on_a_page_by_the_head_whose_first_page_leads_there()
    {
        var (triad, schools) = (await ATriadAsync(990261, "pager"), Schools(990261));
        var (raiser, head) = (app.As($"head-{schools[0]}"), new Visitor(app, $"head-{schools[1]}"));
        var url = (await raiser.Post("/api/v1/concerns", Raise(triad, schools[1]))).Done().Location!;
        var page = $"{url["/api/v1".Length..]}/response";
        (await head.Open("/reviews/mine")).Html.ShouldNotContain(page, customMessage: "nobody asked yet");
        (await raiser.Post($"{url}/response-requests", new { occurredOn = Ago(24) })).Done();
        (await head.Open("/reviews/mine")).Html.ShouldContain(page);
        foreach (var other in new[] { $"head-{schools[0]}", $"head-{schools[2]}", $"chair-{schools[1]}" }) (await new Visitor(app, other).Open("/reviews/mine")).Html.ShouldNotContain(page);

        (await new Visitor(app, $"head-{schools[0]}").Open(page)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody speaks for the school");
        foreach (var other in new[] { $"head-{schools[2]}", $"chair-{schools[1]}", "stranger" }) (await new Visitor(app, other).Open(page)).Status.ShouldBe(HttpStatusCode.NotFound, other);
        (await new Visitor(app, null).Open(page)).Location.ShouldNotBeNull().ShouldContain("sign-in");
        (await head.Open(url["/api/v1".Length..])).Html.ShouldContain(page);
        (await head.Open(page)).Text.ShouldContain("The quokka data has not come.");
        (await OnPages.CheckAsync(head, page, ("response", "A Warning Notice is due."))).Errors.ShouldContain("(IMP-30)");
        var check = await OnPages.CheckAsync(head, page, ("response", "It is on its way."));
        check.Heading.ShouldBe("Check your answers");
        var sent = await head.Send(check, page, [.. OnPages.Fields(check), ("go", "confirm")]);
        (await head.Send(check, page, [.. OnPages.Fields(check), ("go", "confirm")])).Location.ShouldBe(sent.Location);
        (await head.Open(sent.Location!)).Heading.ShouldBe("Say how your school sees it: done");
        (await raiser.Get(url)).Done().Json["response"]!["response"]!.GetValue<string>().ShouldBe("It is on its way.");
        (await head.Open(page)).Location.ShouldBe(url["/api/v1".Length..], "what is answered is not asked");
        (await head.Open("/reviews/mine")).Html.ShouldNotContain(page);
    }

    [Fact]
    public async Task is_answered_once_however_many_send_an_answer_and_not_after_it_ended()
    {
        var (triad, schools) = (await ATriadAsync(990241, "racer"), Schools(990241));
        async Task<string> AskedAsync(ConcernKind kind)
        {
            var url = (await app.As($"head-{schools[0]}").Post("/api/v1/concerns", Raise(triad, schools[1], kind))).Done().Location!;
            (await app.As($"head-{schools[0]}").Post($"{url}/response-requests", new { occurredOn = Ago(24) })).Done();
            return url;
        }

        var raced = await AskedAsync(ConcernKind.NoDataShared);
        var page = $"{raced["/api/v1".Length..]}/response";
        var ready = await Task.WhenAll(Enumerable.Range(0, 4).Select(async at =>
        {
            var visitor = new Visitor(app, $"head-{schools[1]}");
            return (Visitor: visitor, Check: await OnPages.CheckAsync(visitor, page, ("response", $"It is on its way, {at}.")));
        }));
        var sent = await Task.WhenAll(ready.Select(one => one.Visitor.Send(one.Check, page, [.. OnPages.Fields(one.Check), ("go", "confirm")])));
        sent.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        sent.Select(answer => answer.Status).ShouldBeSubsetOf([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.BadRequest]);
        sent.Where(answer => answer.Status != HttpStatusCode.Redirect).ShouldAllBe(answer => answer.Html.Contains("It is on its way, ", StringComparison.Ordinal), "nobody loses what they wrote");

        var ended = await AskedAsync(ConcernKind.NotReviewing);
        page = $"{ended["/api/v1".Length..]}/response";
        var head = new Visitor(app, $"head-{schools[1]}");
        var check = await OnPages.CheckAsync(head, page, ("response", "We shall come."));
        (await app.As($"head-{schools[0]}").Post($"{ended}/resolution", new { how = "They came.", occurredOn = Ago(20) })).Done();
        var late = await head.Send(check, page, [.. OnPages.Fields(check), ("go", "confirm")]);
        (late.Status, late.Errors.Contains("(XCT-9)", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true), late.Text);
        (await head.SendAsJson(check, page, "{}")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task waits_for_nobody_of_a_school_that_took_another_s_place_elsewhere_alone()
    {
        Urn shared = new(990232), academy = new(990239);
        await app.RegisterSchoolsAsync(new(990231), shared, new(990233), new(990234), new(990235), academy);
        var (here, elsewhere) = (await app.ATriadWithASignedProtocolAsync("here", new(990231), shared, new(990233)), await app.ATriadWithASignedProtocolAsync("elsewhere", new(990234), shared, new(990235)));
        var url = (await app.As("head-990231").Post("/api/v1/concerns", Raise(here, shared))).Done().Location!;
        (await app.As("head-990231").Post($"{url}/response-requests", new { occurredOn = Ago(24) })).Done();
        await app.CloseSchoolAsync(shared, Ago(9), academy);
        (await app.As("administrator").Post($"/api/v1/schools/{academy}/leaders", new { personId = App.Person("head-of-academy"), capacity = Capacity.Headteacher, occurredOn = Ago(9) })).Done();
        async Task<bool> WaitsAsync() => (await new Visitor(app, "head-of-academy").Open("/reviews/mine")).Html.Contains(url["/api/v1".Length..], StringComparison.Ordinal);

        await app.AndWaitAsync(async () => (await app.As("elsewhere").Post($"/api/v1/partnerships/{elsewhere}/successions", new { oldUrn = shared, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(9) })).Done());
        (await WaitsAsync()).ShouldBeFalse();
        await app.AndWaitAsync(async () => (await app.As("here").Post($"/api/v1/partnerships/{here}/successions", new { oldUrn = shared, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(9) })).Done());
        (await WaitsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task climbs_step_by_step_to_a_review_of_membership()
    {
        var (triad, schools) = (await ATriadAsync(990281, "climber"), Schools(990281));
        var (raiser, third, lead) = (app.As($"head-{schools[0]}"), app.As($"head-{schools[2]}"), app.As("climber"));
        var url = (await raiser.Post("/api/v1/concerns", Raise(triad, schools[1], ConcernKind.NotReviewing))).Done().Location!;
        (await raiser.Post($"{url}/response-requests", new { occurredOn = Ago(24) })).Done();
        (await raiser.Post($"{url}/conversation", Step(22))).Done();
        foreach (var partisan in new[] { $"head-{schools[0]}", $"chair-{schools[1]}", "climber" }) // The lead is employed by the school of the head who raised it.
            (await raiser.Post($"{url}/facilitated-meeting", new { facilitator = App.Person(partisan), outcome = "No.", occurredOn = Ago(20) })).Refused(400, "input", "facilitator");
        (await raiser.Post($"{url}/facilitated-meeting", new { facilitator = App.Person("neutral"), outcome = "Not yet.", occurredOn = Ago(20) })).Done();
        (await third.Get(url)).Refused(404, "unknown");
        (await lead.Post($"{url}/partnership-meeting", Step(18))).Done();
        (await third.Get(url)).Done().Json["steps"]!.AsArray().Count.ShouldBe(3);
        (await third.Post($"{url}/quadrant-chair", Step(17))).Refused(403, "XCT-4");
        (await app.As($"chair-{schools[1]}").Get(url)).Refused(404, "unknown");
        (await lead.Post($"{url}/board", Step(16))).Refused(422, "IMP-28");
        (await lead.Post($"{url}/quadrant-chair", Step(17))).Done();
        (await lead.Post($"{url}/board", Step(16))).Done();

        var (decision, elsewhere) = (await DecidedAsync(triad, DecisionKind.MembershipReview, schools[1]), await DecidedAsync(PartnershipId.New(), DecisionKind.MembershipReview, schools[1]));
        (await lead.Post($"{url}/membership-review", new { decisionId = elsewhere, occurredOn = Ago(8) })).Refused(404, "unknown", "decisionId");
        (await lead.Post($"{url}/membership-review", new { decisionId = await DecidedAsync(triad, DecisionKind.Other, schools[1]), occurredOn = Ago(8) })).Refused(400, "input", "decisionId");
        (await lead.Post($"{url}/membership-review", new { decisionId = decision, occurredOn = Ago(8) })).Done();
        (await lead.Post($"{url}/membership-review", new { decisionId = decision, occurredOn = Ago(8) })).Refused(422, "XCT-9");
        (await third.Get(url)).Json["decisionId"]!.GetValue<Guid>().ShouldBe(decision.Value);
    }

    [Fact]
    public async Task of_a_breach_of_confidence_goes_straight_to_the_members()
    {
        var (triad, schools) = (await ATriadAsync(990291, "keeper"), Schools(990291));
        var lead = app.As("keeper");
        var url = (await lead.Post("/api/v1/concerns", Raise(triad, schools[1], ConcernKind.BreachOfConfidence))).Done().Location!;
        (await lead.Post($"{url}/partnership-meeting", Step(20))).Refused(422, "IMP-29");
        (await lead.Post($"{url}/response-requests", new { occurredOn = Ago(24) })).Done();
        (await lead.Post($"{url}/partnership-meeting", Step(20))).Done();
        (await app.As($"head-{schools[2]}").Get(url)).Done().Json["kind"]!.GetValue<string>().ShouldBe("breach-of-confidence");
    }

    private async Task<DecisionId> DecidedAsync(PartnershipId partnership, DecisionKind kind, Urn about)
    {
        var id = DecisionId.New();
        await app.TellAsync(id.Value, new DecisionOpened(id, partnership, kind, Direction.Lateral, new("Does it stay?"), [about], null, DecidingBody.Partnership, 3, null, Ago(14)),
            new DecisionMade(id, partnership, DecisionOutcome.Declined, 0, new("It stays, and hosts in the spring."), Ago(10), [], new(3, 0, 0), 3, null, Ago(10)));
        return id;
    }
}
