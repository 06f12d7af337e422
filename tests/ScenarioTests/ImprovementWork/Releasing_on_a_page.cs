using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Releasing_on_a_page(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly Urn[] Schools = [new(990081), new(990082), new(990083)];
    private static ReviewThroughTheApi? _played;
    private readonly Visitor _head = new(app, $"head-{Schools[0]}");

    private static ReviewThroughTheApi Review => _played!;
    private static string Url => $"/reviews/{Review.Id}/release";
    private static (string, string)[] Chosen(string ring, string extent = "Summary", string purpose = "Governors") => [("ring", ring), ("extent", extent), ("purpose", purpose)];
    private static string Check(params (string Name, string Value)[] chosen) => $"{Url}?check=true&{string.Join('&', chosen.Select(one => $"{one.Name}={one.Value}"))}";

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() > 0) return;
        _played = await ReviewThroughTheApi.InATriadAsync(app, Schools[0], Schools[1], Schools[2], "lead");
        await Review.ToFinalAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<int> CountAsync<TFact>()
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return (await session.Events.FetchStreamAsync(Review.Id.Value)).Count(e => e.Data is TFact);
    }

    [Fact]
    public async Task asks_checks_and_releases_and_takes_back()
    {
        var choices = await _head.Open(Url);
        choices.Heading.ShouldBe("Let somebody see the report");
        choices.Text.ShouldContain("You agreed that the whole report may go as far as:");
        var before = await CountAsync<ReportReleased>();
        var check = await _head.Open(Check(Chosen("HostGovernors")));
        check.Heading.ShouldBe("Check what you are about to release");
        check.Text.ShouldContain("Visible to: Heads of the peer group; Our chair of governors");
        (await CountAsync<ReportReleased>()).ShouldBe(before, "looking releases nothing");

        var sent = await _head.Send(check, Url, Chosen("HostGovernors"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await _head.Open(sent.Location!)).Text.ShouldContain("A summary: released");
        (await app.As(Review.HostChair).Get($"/api/v1/reviews/{Review.Id}/report")).Done().Json["extent"]!.GetValue<string>().ShouldBe("summary");
        (await _head.Send(check, Url, Chosen("HostGovernors"))).Location.ShouldBe(sent.Location, "pressed twice, released once");
        (await CountAsync<ReportReleased>()).ShouldBe(before + 1);

        var withdraw = $"/reviews/{Review.Id}/releases/{sent.Location!.Split("given=")[1]}/withdraw";
        var asked = await _head.Open(withdraw);
        asked.Text.ShouldContain("Visible to: the reason: the head of the host school and the confirmed review team.");
        (await _head.Send(asked, withdraw, ("why", " "))).Errors.ShouldContain("Between 1 and 1000 characters");
        (await _head.Send(asked, withdraw, ("why", "It was too early."))).Location.ShouldBe(withdraw);
        (await _head.Open(withdraw)).Heading.ShouldBe("Release taken back");
        (await _head.Send(asked, withdraw, ("why", "It was too early."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await CountAsync<ReleaseWithdrawn>()).ShouldBe(1);
        (await app.As(Review.HostChair).Get($"/api/v1/reviews/{Review.Id}/report")).Refused(403, "XCT-4");
    }

    [Fact]
    public async Task says_everything_that_is_missing_and_keeps_what_was_chosen()
    {
        var page = await _head.Open(Check(("ring", "Public"), ("expiresOnDay", "31"), ("expiresOnMonth", "2"), ("expiresOnYear", "2027")));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Errors.ShouldBe("Choose how much they may see Choose what it is for The last day it may be seen must be a real date");
        page.Html.ShouldContain("value=\"Public\" checked");
        (await _head.Open(Check(("ring", "99"), ("extent", "Summary"), ("purpose", "Governors")))).Errors.ShouldBe("Choose who may see it");
    }

    [Fact]
    public async Task IMP_12_and_IMP_13_are_said_in_words_beside_the_box_that_answers_them()
    {
        var wider = await _head.Open(Check(Chosen("LaTrustDiocese", "FullReport")));
        (wider.Status, wider.Errors).ShouldBe((HttpStatusCode.UnprocessableEntity, "That is wider than the route confirmed for this review; it needs a new consent. (IMP-12)"));
        var outside = await _head.Open(Check([.. Chosen("LaTrustDiocese", "FullReport"), ("newConsent", "true")]));
        outside.Errors.ShouldContain("(IMP-13)");
        outside.Html.ShouldContain("href=\"#insists\"");
        (await _head.Send(outside, Url, [.. Chosen("LaTrustDiocese", "FullReport"), ("newConsent", "true")])).Errors.ShouldContain("(IMP-13)");
        (await _head.Open(Check([.. Chosen("LaTrustDiocese", "FullReport"), ("newConsent", "true"), ("insists", "true")]))).Heading.ShouldBe("Check what you are about to release");
    }

    [Fact]
    public async Task is_for_the_host_head_alone()
    {
        var withdraw = $"/reviews/{Review.Id}/releases/{ReleaseId.New()}/withdraw";
        foreach (var other in new[] { "lead", $"chair-{Schools[0]}", $"head-{Schools[1]}" })
        {
            var visitor = new Visitor(app, other);
            (await visitor.Open(Url)).Status.ShouldBe(HttpStatusCode.Forbidden, other);
            (await visitor.Send(await visitor.Open("/me"), Url, Chosen("HostGovernors"))).Status.ShouldBe(HttpStatusCode.Forbidden, other);
            (await visitor.Open(withdraw)).Status.ShouldBe(HttpStatusCode.Forbidden, other);
        }
        (await _head.Open(withdraw)).Status.ShouldBe(HttpStatusCode.NotFound);
        var stranger = new Visitor(app, "stranger");
        foreach (var address in new[] { Url, withdraw, $"/reviews/{ReviewId.New()}/release" }) (await stranger.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await new Visitor(app, null).Open(Url)).Location.ShouldNotBeNull().ShouldContain("sign-in");
        (await _head.Send(new(HttpStatusCode.OK, "", null), Url, Chosen("HostGovernors"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without the token against forgery");
    }
}
