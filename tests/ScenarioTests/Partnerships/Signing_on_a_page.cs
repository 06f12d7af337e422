using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Signing_on_a_page(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly Urn[] Schools = [new(990071), new(990072), new(990073)];
    private PartnershipId _triad;
    private Visitor _head = null!, _chair = null!;

    private string Protocol => $"/partnerships/{_triad}/protocol";
    private static readonly string Check = $"sign?urn={Schools[1]}&capacity=Headteacher";
    private static (string, string)[] Fields(int version = 2) => [("protocolVersion", $"{version}"), ("urn", $"{Schools[1]}"), ("capacity", "Headteacher")];

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() == 0) await app.RegisterSchoolsAsync(Schools);
        _triad = await app.ATriadWithASignedProtocolAsync("convenor", Schools);
        (await app.As("convenor").PostLate($"/api/v1/partnerships/{_triad}/protocols", Samples.Protocol(Ago(20)))).Done(); // Version 2, signed by nobody yet.
        (_head, _chair) = (new(app, $"head-{Schools[1]}"), new(app, $"chair-{Schools[1]}"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<int> SignaturesAsync()
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return (await session.Events.FetchStreamAsync(_triad.Value)).Count(e => e.Data is ProtocolSigned { Version: 2 });
    }

    [Fact]
    public async Task shows_what_the_protocol_says_and_binds_the_school_after_a_second_look()
    {
        var page = await _head.Open(Protocol);
        page.Heading.ShouldBe("Protocol, version 2");
        page.Text.ShouldContain("A safeguarding concern goes to the headteacher;");
        page.Text.ShouldContain($"School {Schools[1]} not yet not yet");
        page.Text.ShouldContain($"Sign for School {Schools[1]}");

        // The schools belong to a partnership for each test: what waits is told by its link.
        async Task<bool> AskedAsync(Visitor visitor, string place) =>
            (await visitor.Open("/")).Html.Replace("&amp;", "&", StringComparison.Ordinal).Contains($"/partnerships/{_triad}/protocol/{place}", StringComparison.Ordinal);
        var ofTheChair = Check.Replace("Headteacher", "ChairOfGovernors", StringComparison.Ordinal);
        (await AskedAsync(_head, Check)).ShouldBeTrue();
        (await AskedAsync(_chair, Check), await AskedAsync(_chair, ofTheChair)).ShouldBe((false, true));
        var check = await _head.Open($"{Protocol}/{Check}");
        check.Heading.ShouldBe($"Sign for School {Schools[1]}");
        check.Text.ShouldContain("A report may be released by you, as far as");
        (await SignaturesAsync()).ShouldBe(0, "looking signs nothing");
        var sent = await _head.Send(check, $"{Protocol}/sign", Fields());
        (sent.Status, sent.Location).ShouldBe((HttpStatusCode.Redirect, $"{Protocol}?signedFor={Schools[1]}"));
        var done = await _head.Open(sent.Location!);
        done.Text.ShouldContain($"You have signed for School {Schools[1]}");
        done.Text.ShouldContain($"School {Schools[1]} signed not yet");
        done.Text.ShouldNotContain($"Sign for School {Schools[1]}");
        (await AskedAsync(_head, Check), await AskedAsync(_chair, ofTheChair)).ShouldBe((false, true));
        (await _chair.Open($"{Protocol}?signedFor={Schools[1]}")).Text.ShouldNotContain("You have signed");
        // Coming back to the check finds nothing left to sign.
        (await _head.Open($"{Protocol}/{Check}")).Location.ShouldBe(Protocol);
    }

    [Fact]
    public async Task is_safe_however_often_the_button_is_pressed()
    {
        var check = await _head.Open($"{Protocol}/{Check}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _head.Send(check, $"{Protocol}/sign", Fields())));
        answers.Select(answer => answer.Status).ShouldBeSubsetOf([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        (await _head.Send(check, $"{Protocol}/sign", Fields())).Status.ShouldBe(HttpStatusCode.Redirect);
        (await SignaturesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task PRT_6_says_why_a_version_that_has_passed_cannot_be_signed()
    {
        var check = await _head.Open($"{Protocol}/{Check}");
        var refused = await _head.Send(check, $"{Protocol}/sign", Fields(version: 1));
        (refused.Status, refused.Errors).ShouldBe((HttpStatusCode.UnprocessableEntity, "Version 1 has been replaced. Go back and read version 2 before you sign."));
        refused.Heading.ShouldBe($"Sign for School {Schools[1]}");
        (await SignaturesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task is_for_the_head_and_the_chair_of_the_school()
    {
        var other = new Visitor(app, $"head-{Schools[2]}");
        var forbidden = await other.Open($"{Protocol}/{Check}");
        (forbidden.Status, forbidden.Heading).ShouldBe((HttpStatusCode.Forbidden, "Page not found"));
        (await other.Send(await other.Open("/me"), $"{Protocol}/sign", Fields())).Errors.ShouldContain("The ledger does not know this person in that capacity");
        var stranger = new Visitor(app, "stranger");
        foreach (var address in new[] { Protocol, $"{Protocol}/{Check}", $"/partnerships/{Guid.NewGuid()}/protocol" }) (await stranger.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await stranger.Send(await stranger.Open("/me"), $"{Protocol}/sign", Fields())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await new Visitor(app, null).Open(Protocol)).Location.ShouldNotBeNull().ShouldContain("sign-in");
        (await _head.Send(new(HttpStatusCode.OK, "", null), $"{Protocol}/sign", Fields())).Status.ShouldBe(HttpStatusCode.BadRequest, "without the token against forgery");
        (await _head.Send(await _head.Open("/me"), $"{Protocol}/sign")).Errors.ShouldStartWith("Something is missing");
        (await SignaturesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task is_found_by_a_lead_whose_own_page_names_the_partnership_they_lead()
    {
        var me = await new Visitor(app, "convenor").Open("/me");
        me.Status.ShouldBe(HttpStatusCode.OK);
        me.Text.ShouldContain("Partnership lead Triad ");
    }
}
