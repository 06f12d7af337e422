using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.OnPages;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>A school looks at itself page by page; the decisions are those of the API.</summary>
public sealed class A_self_review_on_pages(App app) : IClassFixture<App>
{
    private static readonly int Year = AcademicYear.Of(Today);
    private static int _schools = 990500;

    private static readonly (string, string)[] Framework = [("frameworkId", "essex-self-review"), ("frameworkVersion", "1")];

    private async Task<(ReviewThroughTheApi Review, Urn Host)> ATriadAsync()
    {
        var first = Interlocked.Add(ref _schools, 3);
        return (await ReviewThroughTheApi.InATriadAsync(app, new(first), new(first + 1), new(first + 2), $"lead-{first}"), new(first));
    }

    [Fact]
    public async Task goes_from_its_beginning_to_its_peers()
    {
        var (review, host) = await ATriadAsync();
        await review.PlannedAsync();
        (await new Visitor(app, review.Lead).Open(OnPages.Url(review))).Text.ShouldContain($"submits it at {All(host)}.");
        var (head, chair, peer) = (new Visitor(app, review.HostHead), new Visitor(app, review.HostChair), new Visitor(app, review.Reviewer));

        (await head.Open(All(host))).Text.ShouldContain($"Begin the self-review of {AcademicYear.InWords(Year)}");
        (await peer.Open(All(host))).Text.ShouldNotContain("Begin the self-review");
        (await head.Open(Url(host))).Text.ShouldContain("Evaluate inclusion The self-review is begun first. Cannot start yet");
        (await chair.Open(Url(host, "begin"))).Html.ShouldContain("value=\"essex-self-review\"");
        (await RecordAsync(chair, Url(host, "begin"), Framework)).Heading.ShouldBe("Begin the self-review: done");
        (await head.Open(Url(host))).Text.ShouldContain("Visible to: The words: the head of this school alone, until the head shares them.");

        await RecordAsync(head, Url(host, "area-inclusion"), Area("An echidna is nearly there.", ""));
        (await head.Open(Url(host))).Text.ShouldContain("Evaluate inclusion In progress (no evidence yet)");
        var submit = await CheckAsync(head, Url(host, "submit"));
        var refused = await head.Send(submit, Url(host, "submit"), [.. Fields(submit), ("go", "confirm")]);
        (refused.Status, refused.Heading).ShouldBe((HttpStatusCode.UnprocessableEntity, "Check your answers"));
        refused.Errors.ShouldBe("Nothing shows yet what is said of inclusion; each area rests on evidence. (INT-8)");

        var again = await head.Open(Url(host, "area-inclusion"));
        again.Html.ShouldContain("An echidna is nearly there.", Case.Sensitive, "what was said is there to be changed");
        (await chair.Open(Url(host, "area-inclusion"))).Html.ShouldNotContain("echidna");
        await RecordAsync(head, Url(host, "area-inclusion"), Area("An echidna is nearly there.", "Books with a cuscus\nTwo meetings"));
        (await RecordAsync(chair, Url(host, "question"), ("question", "Who asks the bettong?"))).Text.ShouldContain("Name another question");
        var list = (await head.Open(Url(host))).Text;
        foreach (var line in new[] { "Evaluate inclusion Completed", "Name a question a peer review could look into 1 recorded", "Submit the self-review Not yet started", "Share it with peers It is shared once it is submitted. Cannot start yet" }) list.ShouldContain(line);

        await RecordAsync(head, Url(host, "submit"));
        (await new Visitor(app, review.Lead).Open(OnPages.Url(review))).Text.ShouldContain("Agree the enquiry question Not yet started");
        foreach (var other in new[] { chair, peer }) (await other.Open(Url(host))).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("Areas looked at 1"), text => text.ShouldNotContain("echidna"));
        await RecordAsync(head, Url(host, "share"), ("ring", "PartnershipHeads"));
        (await peer.Open(All(host))).Text.ShouldContain(AcademicYear.InWords(Year));
        (await peer.Open(Url(host, "submit"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await LooksAsync(host)).ShouldBe(0, "neither the list nor a refusal shows a text");
        (await peer.Open(Url(host))).Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Inclusion An echidna is nearly there."), text => text.ShouldContain("Books with a cuscus Two meetings"), text => text.ShouldContain("Who asks the bettong?"),
            text => text.ShouldContain("This is what the head last submitted."), text => text.ShouldNotContain("Evaluate"));
        (await head.Open(Url(host))).Text.ShouldContain("Share it with peers Shared as far as the headteachers of this partnership");
        (await LooksAsync(host)).ShouldBe(1);

        var told = await ToldAsync(host);
        told.Select(e => e.Data.GetType()).ShouldBe([typeof(SelfReviewOpened), typeof(AreaSelfEvaluated), typeof(AreaSelfEvaluated), typeof(FocusCandidateNamed), typeof(SelfReviewSubmitted), typeof(SelfReviewSharedWith)]);
        told[2].Data.ShouldBeOfType<AreaSelfEvaluated>().Evidence.Select(item => item.Value).ShouldBe(["Books with a cuscus", "Two meetings"]);
        told.Select(e => (e.Headers!["command"].ToString(), e.Headers["source"].ToString(), e.Headers["capacity"].ToString())).Where((_, at) => at is 0 or 5)
            .ShouldBe([("OpenSelfReview", "Page", "ChairOfGovernors"), ("ShareSelfReview", "Page", "Headteacher")]);
    }

    [Fact]
    public async Task pressed_twice_it_is_recorded_once_and_whoever_lost_a_race_keeps_their_answers()
    {
        var (review, host) = await ATriadAsync();
        var (head, begin) = (new Visitor(app, review.HostHead), Url(host, "begin"));
        var check = await CheckAsync(head, begin, Framework);
        var first = await head.Send(check, begin, [.. Fields(check), ("go", "confirm")]);
        var again = await head.Send(check, begin, [.. Fields(check), ("go", "confirm")]);
        (first.Status, again.Location).ShouldBe((HttpStatusCode.Redirect, first.Location));
        (await ToldAsync(host)).Count.ShouldBe(1);

        var url = Url(host, "area-attendance");
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(async at =>
        {
            var visitor = new Visitor(app, review.HostHead);
            return (Visitor: visitor, Check: await CheckAsync(visitor, url, Area($"Seen {at}.", "Registers")), At: at);
        }));
        var answers = await Task.WhenAll(sent.Select(one => one.Visitor.Send(one.Check, url, [.. Fields(one.Check), ("go", "confirm")])));
        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe((await ToldAsync(host)).Count - 1);
        foreach (var (answer, at) in answers.Select((answer, at) => (answer, at)).Where(one => one.answer.Status != HttpStatusCode.Redirect))
        {
            answer.Status.ShouldBe(HttpStatusCode.Conflict);
            answer.Errors.ShouldContain("your answers are still here");
            answer.Text.ShouldContain($"Seen {at}.");
        }
    }

    [Fact]
    public async Task a_rule_leads_back_to_its_question_and_XCT_5_is_asked_as_one()
    {
        var (review, host) = await ATriadAsync();
        var (head, url) = (new Visitor(app, review.HostHead), Url(host, "question"));
        (await CheckAsync(head, Url(host, "begin"), ("frameworkId", "ours!"), ("frameworkVersion", "1"))).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.BadRequest), page => page.Errors.ShouldContain("A framework has a short code"), page => page.Html.ShouldContain("value=\"ours!\""));
        await RecordAsync(head, Url(host, "begin"), Framework);
        var page = await CheckAsync(head, url, ("question", "Shall we ring 01245 000 123?"));
        page.Text.ShouldContain("Why does it have to stand there?");
        var check = await head.Send(page, url, [.. Fields(page), ("go", "next"), ("Personal-Data-Confirmed", "PublishedContact")]);
        (await head.Send(check, url, [.. Fields(check), ("go", "confirm")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ToldAsync(host))[^1].Headers!["personalDataReason"].ToString().ShouldBe("PublishedContact");
        page = await CheckAsync(head, url, ("question", "Shall we ring 01245 000 123?"), ("Personal-Data-Confirmed", "PublishedContact"));
        page.Html.ShouldContain("Shall we ring 01245 000 123?");
        page.Errors.ShouldBe("This question is named already.");
    }

    [Fact]
    public async Task is_for_whom_it_is()
    {
        var ((review, host), (other, _)) = (await ATriadAsync(), await ATriadAsync());
        var (head, chair, peer) = (new Visitor(app, review.HostHead), new Visitor(app, review.HostChair), new Visitor(app, review.Reviewer));
        string[] addresses = [All(host), Url(host), Url(host, "begin"), Url(host, "submit"), Url(new(990999)), All(new(990999))];
        foreach (var name in new[] { "stranger", other.HostHead })
            foreach (var url in addresses) (await new Visitor(app, name).Open(url)).Status.ShouldBe(HttpStatusCode.NotFound, $"{name} {url}");
        (await peer.Open(Url(host))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Open(Url(host, "submit"))).Status.ShouldBe(HttpStatusCode.NotFound, "nothing is begun");
        await RecordAsync(head, Url(host, "begin"), Framework);
        foreach (var name in new[] { "stranger", other.HostHead })
            foreach (var url in addresses) (await new Visitor(app, name).Open(url)).Status.ShouldBe(HttpStatusCode.NotFound, $"{name} {url}");

        (await peer.Open(Url(host, "area-inclusion"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await peer.Send(await peer.Open("/me"), Url(host, "area-inclusion"), ("go", "confirm"), ("reference", $"{Guid.NewGuid()}"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await chair.Open(Url(host, "submit"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await chair.Open(Url(host))).Text.ShouldContain("Submit the self-review This is for the head of the school. For somebody else");
        (await head.Open(Url(host, "area-safeguarding-refer-only"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Open($"{All(host)}/{Year - 1}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Send(new(HttpStatusCode.OK, "", null), Url(host, "submit"), ("go", "confirm"), ("reference", $"{Guid.NewGuid()}"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without the token against forgery");
        (await head.Send(await head.Open(Url(host, "question")), Url(host, "question"), ("go", "confirm"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without a reference");
        (await new Visitor(app, null).Open(Url(host))).Location.ShouldNotBeNull().ShouldContain("sign-in");
    }

    private async Task<int> LooksAsync(Urn urn) =>
        (await app.As($"head-{urn}").Get($"/api/v1/ledger/host/{urn}")).Done().Json["looks"]!.AsArray().Count(look => look!["thing"]!.GetValue<string>() == "self-review");

    private Task<IReadOnlyList<JasperFx.Events.IEvent>> ToldAsync(Urn urn) => app.ToldAsync(SelfReviewId.Of(urn, Year).Value);

    private static (string, string)[] Area(string judgement, string evidence) => [("judgement", judgement), ("confidence", "Medium"), ("evidence", evidence), ("strengths", ""), ("priorities", "Talk.")];

    private static string All(Urn urn) => $"/schools/{urn}/self-reviews";

    private static string Url(Urn urn, string task = "") => $"{All(urn)}/{Year}{(task.Length > 0 ? "/record/" + task : "")}";

    private static async Task<Shown> RecordAsync(Visitor visitor, string url, params (string, string)[] answers)
    {
        var check = await CheckAsync(visitor, url, answers);
        check.Heading.ShouldBe("Check your answers", check.Text);
        var sent = await visitor.Send(check, url, [.. Fields(check), ("go", "confirm")]);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        return await visitor.Open(sent.Location!);
    }
}
