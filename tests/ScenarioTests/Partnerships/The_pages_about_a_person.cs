using System.Net;
using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class The_pages_about_a_person(App app) : IClassFixture<App>
{
    private readonly string _who = $"visitor-{Guid.NewGuid():N}";

    [Fact]
    public async Task keep_and_erase_ones_own_name()
    {
        var me = new Visitor(app, _who);
        var page = await me.Open("/me");
        page.Heading.ShouldBe("Your details");
        page.Text.ShouldContain("The ledger knows no capacity.");

        var refused = await me.Send(page, "/me", ("name", "Quentin Example"), ("email", "not an address"), ("phone", ""));
        (refused.Status, refused.Errors).ShouldBe((HttpStatusCode.BadRequest, "An email address looks like name@school.example."));
        refused.Html.ShouldContain("value=\"Quentin Example\"");

        var kept = await me.Send(page, "/me", ("name", "Quentin Example"), ("email", ""), ("phone", "01206 000000"));
        (kept.Status, kept.Location).ShouldBe((HttpStatusCode.Redirect, "/me?saved=true"));
        var again = await me.Open(kept.Location!);
        again.Text.ShouldContain("Saved");
        again.Html.ShouldContain("value=\"Quentin Example\"");

        var ask = await me.Open("/me/erasure");
        ask.Heading.ShouldBe("Erase your name");
        foreach (var _ in new[] { "once", "twice" }) (await me.Send(ask, "/me/erasure", ("confirmed", "yes"))).Location.ShouldBe("/me");
        var erased = await me.Open("/me");
        erased.Text.ShouldContain("former member, ref");
        erased.Html.ShouldNotContain("Quentin");
    }

    [Fact]
    public async Task are_open_to_data_stewards_and_look_like_nothing_to_others()
    {
        var steward = new Visitor(app, "administrator");
        var address = $"/people/{App.Person(_who)}";
        var page = await steward.Open(address);
        (await steward.Send(page, address, ("name", "Rosalind Example"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await steward.Open(address)).Html.ShouldContain("Rosalind Example");

        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("looker"), capacity = Capacity.Auditor, occurredOn = Ago(1) })).Done();
        foreach (var (who, status) in new[] { ("stranger", HttpStatusCode.NotFound), ("looker", HttpStatusCode.Forbidden) })
        {
            var shown = await new Visitor(app, who).Open(address);
            (shown.Status, shown.Heading).ShouldBe((status, "Page not found"));
            shown.Html.ShouldNotContain("Rosalind");
            var sender = new Visitor(app, who);
            (await sender.Send(await sender.Open("/me"), $"{address}/erasure", ("confirmed", "yes"))).Status.ShouldBe(status);
        }
        (await new Visitor(app, null).Open(address)).Status.ShouldBe(HttpStatusCode.Redirect); // To sign in.
        (await steward.Send(new(HttpStatusCode.OK, "", null), $"{address}/erasure", ("confirmed", "yes"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without the token against forgery");
        (await steward.Send(page, $"{address}/erasure", ("confirmed", "yes"))).Location.ShouldBe(address);
        (await steward.Open(address)).Html.ShouldNotContain("Rosalind");
    }
}
