using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The second acceptance scenario, told once from the first question to the trace.</summary>
public class Where_does_the_outcome_go(App app) : IClassFixture<App>
{
    private ReviewThroughTheApi _review = null!;

    private Caller Head => app.As(_review.HostHead);

    private string Report => $"{_review.Url}/report";

    [Fact]
    public async Task is_the_host_heads_to_say_from_the_release_to_the_trace()
    {
        _review = await ReviewThroughTheApi.InATriadAsync(app, Ashdown, Birchwood, Cedars, "lead");
        await _review.ToFinalAsync();
        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("officer"), capacity = Capacity.LaSchoolEffectivenessPartner, occurredOn = Ago(20) })).Done();
        await TheOfficerSeesNothingAsync();

        // Summary to the governors, findings to the partnership for learning.
        await ReleasedAsync(Release(AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors));
        var summary = (await app.As(_review.HostChair).Get(Report)).Done();
        summary.Json["extent"]!.GetValue<string>().ShouldBe("summary");
        summary.Body.ShouldNotContain("antechinus");
        (await Head.Post($"{_review.Url}/releases", Release(AudienceRing.PartnershipHeads, Extent.FindingsOnly, ReleasePurpose.PartnershipLearning))).Refused(422, "IMP-12", "newConsent");
        await ReleasedAsync(Release(AudienceRing.PartnershipHeads, Extent.FindingsOnly, ReleasePurpose.PartnershipLearning, newConsent: true));
        (await app.As(_review.HostChair).Get(Report)).Done().Body.ShouldContain("antechinus");
        await TheOfficerSeesNothingAsync();

        // In full to the local authority: a finding is disputed, so not unless she insists.
        (await Head.Post($"{_review.Url}/releases", Release(AudienceRing.LaTrustDiocese, Extent.FullReport, ReleasePurpose.Scrutiny, newConsent: true))).Refused(422, "IMP-13", "insists");
        var outside = await ReleasedAsync(Release(AudienceRing.LaTrustDiocese, Extent.FullReport, ReleasePurpose.Scrutiny, newConsent: true, insists: true));
        (await app.As("officer").Get(Report)).Done().Body.ShouldContain("phascogale");

        // A category rests on findings only when they were released for that.
        var category = await OpenedAsync(DecisionKind.CategoryAgreement);
        (await app.As("lead").Post($"{category}/citations", await FindingAsync())).Refused(422, "INT-12", "eventId");
        (await app.As("lead").Post($"{category}/citations", await EventAsync<EvidenceRecorded>())).Refused(422, "ACC-3", "eventId");
        (await app.As("lead").Post($"{await OpenedAsync(DecisionKind.Other)}/citations", await FindingAsync())).Done();
        var forCategories = await ReleasedAsync(Release(AudienceRing.PartnershipHeads, Extent.FindingsOnly, ReleasePurpose.CategoryUse, newConsent: true));
        (await app.As("lead").Post($"{category}/citations", await FindingAsync())).Done();
        var cited = (await app.As("lead").Get(category)).Done().Json["citations"]![0]!;
        (cited["seenInRing"]!.GetValue<string>(), cited["seenByRelease"]!.GetValue<Guid>()).ShouldBe(("partnership-heads", forCategories));
        var trace = (await app.As("lead").Get($"{category}/trace")).Done();
        trace.Json["citations"]![0]!["seen"]!["releasedOn"]!.GetValue<string>().ShouldBe($"{Today:O}");
        trace.Json["citations"]![0]!["seen"]!["laterWithdrawnOn"].ShouldBeNull();

        // She takes both back: later reads are refused, the citation remains.
        await WithdrawnAsync(outside);
        await WithdrawnAsync(forCategories);
        (await Head.Post($"{_review.Url}/releases/{forCategories}/withdrawal", Why)).Refused(400, "input", "releaseId");
        (await app.As("officer").Get(Report)).Refused(403, "XCT-4").Body.ShouldNotContain("phascogale");
        trace = (await app.As("lead").Get($"{category}/trace")).Done();
        trace.Json["verdict"]!["finding"]!.GetValue<string>().ShouldBe("not-yet-made");
        trace.Json["citations"]![0]!["verdict"]!.GetValue<string>().ShouldBe("match");
        trace.Json["citations"]![0]!["seen"]!["laterWithdrawnOn"]!.GetValue<string>().ShouldBe($"{Today:O}");
        (await app.As("lead").Post($"{await OpenedAsync(DecisionKind.CategoryAgreement, "Which now?")}/citations", await FindingAsync())).Refused(422, "INT-12", "eventId");
        (await app.As("lead").Get($"/api/v1/partnerships/{_review.PartnershipId}/timeline?limit=1000")).Done().Body.ShouldContain("release_withdrawn");
        (await Head.Get(_review.Url)).Done().Json["inside"]!["releases"]!.AsArray().Count(release => release!["withdrawnOn"] is not null).ShouldBe(2);
    }

    private static object Why => new { why = "It has served its purpose.", occurredOn = Today };

    private async Task TheOfficerSeesNothingAsync()
    {
        var refused = (await app.As("officer").Get(Report)).Refused(403, "XCT-4");
        foreach (var secret in ReviewThroughTheApi.Secrets) refused.Body.ShouldNotContain(secret);
        (await app.As("officer").Get(_review.Url)).Refused(404, "unknown");
    }

    private static object Release(AudienceRing ring, Extent extent, ReleasePurpose purpose, bool newConsent = false, bool insists = false) =>
        new { ring, extent, purpose, occurredOn = Today, newConsent, insists };

    private async Task<Guid> ReleasedAsync(object release) => (await Head.Post($"{_review.Url}/releases", release)).Done().Id;

    private async Task WithdrawnAsync(Guid release)
    {
        (await app.As(_review.Lead).Post($"{_review.Url}/releases/{release}/withdrawal", Why)).Refused(403, "IMP-12");
        (await Head.Post($"{_review.Url}/releases/{ReleaseId.New()}/withdrawal", Why)).Refused(404, "unknown", "releaseId");
        (await Head.Post($"{_review.Url}/releases/{release}/withdrawal", Why)).Done();
    }

    private async Task<string> OpenedAsync(DecisionKind kind, string question = "Which category?") => $"/api/v1/decisions/{(await app.As("lead").Post("/api/v1/decisions", new
    {
        partnershipId = _review.PartnershipId, kind, direction = Direction.Internal, question, urns = new[] { Ashdown }, body = DecidingBody.Partnership, bodySize = 3, occurredOn = Ago(1),
    })).Done().Id}";

    private Task<object> FindingAsync() => EventAsync<FindingAgreed>();

    private async Task<object> EventAsync<T>()
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return new { eventId = (await session.Events.FetchStreamAsync(_review.Id.Value)).First(e => e.Data is T).Id, why = "It bears on it.", occurredOn = Today };
    }
}
