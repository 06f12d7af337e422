using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Releasing_on_a_page(App app) : IClassFixture<App>
{
    [Fact]
    public async Task is_checked_confirmed_seen_in_the_ledger_and_taken_back()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, Ashdown, Birchwood, Cedars, "lead");
        await review.ToFinalAsync();
        var (head, release) = (new Visitor(app, review.HostHead), $"/reviews/{review.Id}/release");
        var form = await head.Open(release);
        form.Heading.ShouldBe("Release the report");
        form.Text.ShouldContain("did not agree with one finding");

        var empty = await head.Send(form, release);
        (empty.Status, empty.Errors).ShouldBe((HttpStatusCode.BadRequest, "Choose who may see it Choose how much they may see Choose what it is for"));
        (await head.Send(form, release, [.. Fields(), ("expiresOnDay", "31"), ("expiresOnMonth", "2"), ("expiresOnYear", "2040")])).Errors.ShouldContain("real date");
        var further = await head.Send(form, release, Fields());
        (further.Status, (int)further.Status).ShouldBe((HttpStatusCode.UnprocessableEntity, 422));
        further.Errors.ShouldContain("wider than the route confirmed");
        further.Html.ShouldContain("href=\"#new-consent\"");
        further.Html.ShouldMatch("value=\"LaTrustDiocese\"[^>]*checked", "what was chosen is kept");
        (await head.Send(form, release, [.. Fields(), ("newConsent", "yes")])).Errors.ShouldContain("only if the head insists");

        (string, string)[] all = [.. Fields(), ("newConsent", "yes"), ("insists", "yes")];
        var check = await head.Send(form, release, all);
        check.Heading.ShouldBe("Check before you release");
        check.Text.ShouldContain("The local authority, trust or diocese: the whole report");
        check.Text.ShouldNotContain("Everybody who can sign in");
        (await ReleasesAsync(review)).ShouldBeEmpty("checking releases nothing");
        (await head.Send(check, release, [.. all, ("step", "change")])).Heading.ShouldBe("Release the report");

        var done = await head.Send(check, release, [.. all, ("step", "confirm")]);
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        (await head.Send(check, release, [.. all, ("step", "confirm")])).Location.ShouldBe(done.Location, "twice is once");
        (await ReleasesAsync(review)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(fact => fact.Ring.ShouldBe(AudienceRing.LaTrustDiocese), fact => fact.OccurredOn.ShouldBe(Today));
        (await head.Open(done.Location!)).Text.ShouldContain("The release is recorded");

        var ledger = await head.Open($"/schools/{Ashdown}/ledger");
        ledger.Text.ShouldContain("The whole report, to the local authority, trust or diocese");
        ledger.Text.ShouldContain("In force Withdraw");
        var withdrawal = $"{done.Location}/withdraw";
        ledger.Html.ShouldContain(withdrawal);
        var asking = await head.Open(withdrawal);
        (await head.Send(asking, withdrawal, ("why", " "))).Errors.ShouldContain("Between 1 and 1000 characters");
        (await head.Send(asking, withdrawal, ("why", "Enough."))).Location.ShouldBe(done.Location);
        (await head.Send(asking, withdrawal, ("why", "Enough."))).Location.ShouldBe(done.Location, "twice is once");
        (await head.Open(done.Location!)).Text.ShouldContain("The release is withdrawn");
        (await head.Open($"/schools/{Ashdown}/ledger")).Text.ShouldContain($"Withdrawn {Shell.When.InWords(Today)}");

        // For the host head alone, whoever else knows of the review; to strangers there is none.
        foreach (var page in new[] { release, done.Location!, withdrawal })
        {
            (await new Visitor(app, null).Open(page)).Status.ShouldBe(HttpStatusCode.Redirect);
            (await new Visitor(app, review.Lead).Open(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await new Visitor(app, "stranger").Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        (await head.Open($"/reviews/{ReviewId.New()}/release")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Open($"/reviews/{review.Id}/releases/{ReleaseId.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Send(new(HttpStatusCode.OK, "", null), release, [.. all, ("step", "confirm")])).Status.ShouldBe(HttpStatusCode.BadRequest, "without its token a form is refused");
        (await ReleasesAsync(review)).Count.ShouldBe(1);
    }

    private static (string, string)[] Fields() => [("ring", "LaTrustDiocese"), ("extent", "FullReport"), ("purpose", "Scrutiny")];

    private async Task<IReadOnlyList<ReportReleased>> ReleasesAsync(ReviewThroughTheApi review)
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return [.. (await session.Events.FetchStreamAsync(review.Id.Value)).Select(e => e.Data).OfType<ReportReleased>()];
    }
}
