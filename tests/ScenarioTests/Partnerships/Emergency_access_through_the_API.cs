using EssexImprovement.Contracts;
using EssexImprovement.History;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What the seventh acceptance scenario says of emergency access.</summary>
public class Emergency_access_through_the_API(App app) : IClassFixture<App>
{
    private const string Reason = "A parent says a child is at risk and the head cannot be reached today.", Door = "/api/v1/schools/990001/emergency-access";

    [Fact]
    public async Task is_refused_without_a_reason_opens_for_three_hours_and_is_told_to_the_host_the_same_day()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, Ashdown, Birchwood, Cedars, "lead");
        await review.ToFinalAsync();
        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("auditor"), capacity = Capacity.Auditor, occurredOn = Ago(1) })).Done();
        var (auditor, head) = (app.As("auditor"), app.As(review.HostHead));
        var facts = await app.FactsAsync();

        (await auditor.Post(Door, new { minutes = 180, occurredOn = Today })).Refused(400, "input", "reason");
        (await auditor.Post(Door, Asking(reason: "Because."))).Refused(400, "input", "reason");
        (await auditor.Post(Door, Asking(minutes: 181))).Refused(400, "input", "minutes");
        (await auditor.Post("/api/v1/schools/990777/emergency-access", Asking())).Refused(404, "unknown", "urn");
        foreach (var other in new[] { "stranger", "lead", review.HostHead, review.Reviewer }) (await app.As(other).Post(Door, Asking())).Refused(403, "XCT-4");
        (await app.FactsAsync()).ShouldBe(facts);
        (await auditor.Get(review.Url)).Done().Json["inside"].ShouldBeNull();
        (await head.Get("/api/v1/me")).Done().Json["emergencyNotices"]!.AsArray().ShouldBeEmpty();

        var access = (await auditor.Post(Door, Asking())).Done();
        access.Location.ShouldBe("/api/v1/ledger/host/990001");
        (await auditor.Post(Door, Asking())).Refused(400, "input", "urn");
        (await auditor.Get(review.Url)).Done().Body.ShouldContain("bandicoot");
        (await app.As("auditor").Get(review.Url, ("X-Acting-As", "auditor"))).Done().Body.ShouldContain("bandicoot");
        (await LooksAsync()).ShouldAllBe(look => look.EmergencyAccessId == new EmergencyAccessId(access.Id) && look.Capacity == Capacity.Auditor);
        (await LooksAsync()).Count.ShouldBe(2);

        // The host sees it the same day, and so does whoever heads the school, until they say so.
        var notice = (await head.Get("/api/v1/me")).Done();
        notice.Json["emergencyNotices"]![0]!["minutes"]!.GetValue<int>().ShouldBe(180);
        notice.Body.ShouldNotContain("child is at risk");
        (await new Visitor(app, review.HostHead).Open("/")).Text.ShouldContain("an auditor opened what school 990001 holds sealed, for 180 minutes.");
        (await new Visitor(app, review.Reviewer).Open("/")).Text.ShouldNotContain("holds sealed, for");
        var seen = $"{Door}/{access.Id}/acknowledgement";
        (await app.As(review.HostChair).Post(seen, new { occurredOn = Today })).Refused(403, "XCT-4");
        (await app.As(review.Reviewer).Post(seen, new { occurredOn = Today })).Refused(404, "unknown");
        (await head.Post(seen, new { occurredOn = Today })).Done();
        (await head.Post(seen, new { occurredOn = Today })).Refused(400, "input", "emergencyAccessId");
        (await head.Get("/api/v1/me")).Done().Json["emergencyNotices"]!.AsArray().ShouldBeEmpty();

        (await new Visitor(app, "auditor").Open("/")).Text.ShouldContain("You read what school 990001 holds sealed by emergency access, until ");

        // Three hours later it is over.
        await app.BehindItsBackAsync("update partnerships.mt_doc_emergencyopening set data = jsonb_set(data, '{until}', to_jsonb(now() - interval '1 second'))");
        (await auditor.Get(review.Url)).Done().Json["inside"].ShouldBeNull();
        (await auditor.Post(Door, Asking())).Done();
    }

    [Fact]
    public async Task opens_once_when_it_is_asked_for_twice_at_the_same_moment()
    {
        await app.RegisterSchoolsAsync(Downlands);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.As("administrator").Post($"/api/v1/schools/{Downlands}/emergency-access", Asking())));
        answers.Count(answer => (int)answer.Status == 201).ShouldBe(1);
        answers.Where(answer => (int)answer.Status != 201).ShouldAllBe(answer => (int)answer.Status == 409 || (int)answer.Status == 400);
    }

    private static object Asking(string reason = Reason, int minutes = 180) => new { reason, minutes, occurredOn = Today };

    private async Task<IReadOnlyList<Look>> LooksAsync()
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return [.. (await session.Query<Look>().ToListAsync()).Where(look => look.PersonId == App.Person("auditor"))];
    }
}
