using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

[Collection(nameof(FinalReview))]
public class A_peer_review_through_the_API(FinalReview given)
{
    private readonly App _app = given.App;

    [Fact]
    public async Task runs_from_the_plan_to_the_release()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(_app, new(990011), new(990012), new(990013), "second-lead");
        await review.PlannedAsync();
        (await _app.As(review.Lead).Post("/api/v1/reviews", review.Plan)).Refused(400, "input", "round");
        await review.ScopedAsync();
        await review.TeamConfirmedAsync();
        await review.ProtocolConfirmedAsync();
        (await _app.As(review.LeadReviewer).Post($"{review.Url}/visit/start", review.Start)).Refused(422, "IMP-6");
        await review.StaffBriefedAsync();
        (await _app.As(review.LeadReviewer).Post($"{review.Url}/visit/start", review.Start)).Refused(422, "IMP-7");
        await review.ProposedAsync("facilitator", TeamRole.Facilitator, null);
        await review.ConfirmAsync(review.LeadReviewer, review.Reviewer, "facilitator");
        await review.VisitedAsync();
        await review.FinalAsync();

        (await _app.As(review.Lead).Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors, Extent.FullReport))).Refused(403, "IMP-12");
        var released = (await _app.As(review.HostHead).Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors, Extent.FullReport))).Done();
        released.Status.ShouldBe(HttpStatusCode.Created);
        released.Location.ShouldBe(review.Url);
        (await _app.As(review.HostHead).Post($"{review.Url}/releases", Release(AudienceRing.LaTrustDiocese, Extent.FullReport))).Refused(422, "IMP-12", "newConsent");
        (await _app.As(review.HostHead).Post($"{review.Url}/releases", Release(AudienceRing.LaTrustDiocese, Extent.FullReport, newConsent: true))).Refused(422, "IMP-13", "insists");

        var read = (await _app.As(review.HostHead).Get(review.Url)).Done();
        read.ETag.ShouldBe("\"28\"");
        read.Json["state"]!.GetValue<string>().ShouldBe("finalised");
        read.Json["counts"]!["findingsNotAgreed"]!.GetValue<int>().ShouldBe(1);
        read.Json["inside"]!["draft"]!["draft"]!.GetValue<int>().ShouldBe(2);
        read.Json["days"]!["retainUntil"]!.GetValue<string>().ShouldBe($"{Ago(6).AddYears(6):yyyy-MM-dd}");
    }

    [Fact]
    public async Task is_planned_once_when_two_plan_it_at_the_same_moment()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(_app, new(990031), new(990032), new(990033), "fourth-lead");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _app.As(review.Lead).Post("/api/v1/reviews", review.Plan)));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.Conflict || answer.Status == HttpStatusCode.BadRequest);
        (await _app.As(review.Lead).Get($"/api/v1/reviews?partnershipId={review.PartnershipId}")).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task stores_nothing_of_what_it_refuses()
    {
        var (review, before) = (given.Review, await _app.FactsAsync());
        var unknown = $"/api/v1/reviews/{ReviewId.New()}";

        (await _app.As(review.Lead).Post($"{unknown}/staff-briefing", new { occurredOn = Today })).Refused(404, "unknown");
        (await _app.As(review.Lead).Get(unknown)).Refused(404, "unknown");
        (await _app.As(review.Lead).Get("/api/v1/reviews/not-an-id")).Refused(404, "unknown");
        (await _app.As("stranger").Post($"{review.Url}/staff-briefing", new { occurredOn = Today })).Refused(404, "unknown");
        (await _app.As("stranger").Post("/api/v1/reviews", review.Plan)).Refused(404, "unknown", "partnershipId");
        (await _app.With(null).Post($"{review.Url}/staff-briefing", new { occurredOn = Today })).Refused(401, "sign-in");
        (await _app.As(review.Reviewer).Post($"{review.Url}/team/confirmation", new { members = Array.Empty<Guid>(), occurredOn = Today })).Refused(403, "XCT-4");
        (await _app.As(review.Lead).Post("/api/v1/reviews", """{"partnershipId": "not-an-id"}""")).Refused(400, "input");
        (await _app.As(review.Lead).Post($"{review.Url}/staff-briefing", new { occurredOn = Today.AddDays(1) })).Refused(422, "XCT-1", "occurredOn");
        (await _app.As(review.Lead).Post($"{review.Url}/staff-briefing", new { occurredOn = Ago(1), why = "?" })).Refused(400, "input");
        (await _app.As(review.Lead).Post($"{review.Url}/staff-briefing", new { occurredOn = Ago(1) })).Refused(422, "XCT-9");
        (await _app.As(review.HostHead).Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors, Extent.Summary), ("If-Match", "\"1\""))).Refused(412, "XCT-2");

        (await _app.FactsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task refuses_a_finding_that_grades_or_names()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(_app, new(990021), new(990022), new(990023), "third-lead");
        await review.PlannedAsync();
        await review.ScopedAsync();
        await review.TeamConfirmedAsync("facilitator");
        await review.ProtocolConfirmedAsync();
        await review.StaffBriefedAsync();
        (await _app.As(review.LeadReviewer).Post($"{review.Url}/visit/start", review.Start)).Done();
        var walk = await review.EvidenceAsync(EvidenceKind.LearningWalk, "Pupils asked each other why.");
        var voice = await review.EvidenceAsync(EvidenceKind.PupilVoice, "Pupils said they like to be asked why.");
        var again = await review.EvidenceAsync(EvidenceKind.PupilVoice, "Pupils said so again.");
        var before = await _app.FactsAsync();

        await Refused("Teaching here is good.", walk, voice);
        await Refused("Miss Example asks pupils why.", walk, voice);
        await Refused("Pupils ask each other why.", walk);
        await Refused("Pupils ask each other why.", voice, again);
        await Refused("Pupils ask each other why.", walk, Guid.NewGuid());
        (await _app.FactsAsync()).ShouldBe(before);
        (await _app.As(review.LeadReviewer).Post($"{review.Url}/findings", review.Finding("Pupils ask each other why.", HostView.Agreed, walk, voice))).Done();

        async Task Refused(string statement, params Guid[] evidence) =>
            (await _app.As(review.LeadReviewer).Post($"{review.Url}/findings", review.Finding(statement, HostView.Agreed, evidence))).Refused(422, "IMP-10");
    }

    private static object Release(AudienceRing ring, Extent extent, bool newConsent = false) =>
        new { ring, extent, purpose = ReleasePurpose.Governors, occurredOn = Ago(5), newConsent };
}
