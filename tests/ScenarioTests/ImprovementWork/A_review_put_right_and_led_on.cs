using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>One review from the visit to what became of it: a finding is said otherwise and cited in its last words alone, a referral goes past the head, practice travels, both sides look at the
/// quality, and the next review follows it up.</summary>
[Collection(nameof(FinalReview))]
public sealed class A_review_put_right_and_led_on(FinalReview given)
{
    private static readonly Urn Host = new(990361), Second = new(990362), Third = new(990363);
    private readonly App _app = given.App;
    private ReviewThroughTheApi _review = null!;

    private Task<Answer> Post(string who, string what, object body) => _app.As(who).Post($"{_review.Url}/{what}", body);

    private async Task<Answer> SeenBy(string who) => (await _app.As(who).Get(_review.Url)).Done();

    [Fact]
    public async Task shows_each_of_it_to_those_it_is_for()
    {
        _review = await ReviewThroughTheApi.InATriadAsync(_app, Host, Second, Third, "lead-361");
        await _review.PlannedAsync();
        await _review.ScopedAsync();
        await _review.TeamConfirmedAsync("facilitator");
        await _review.ProtocolConfirmedAsync();
        await _review.StaffBriefedAsync();
        (await Post(_review.LeadReviewer, "visit/start", _review.Start)).Done();
        var finding = await FindingIsSaidOtherwiseAsync();
        await ReferralGoesPastTheHeadAsync();
        (await Post(_review.LeadReviewer, "visit/end", new { occurredOn = Ago(13) })).Done();
        await _review.FeedbackAsync();
        await _review.FinalAsync();
        await FindingIsCitedInItsLastWordsAsync();
        await PracticeTravelsAsync(finding);
        await QualityIsReadAsync();
        await TheNextReviewFollowsItUpAsync(finding);
    }

    private async Task<Guid> FindingIsSaidOtherwiseAsync()
    {
        var walk = await _review.EvidenceAsync(EvidenceKind.LearningWalk, "A bandicoot was on every wall.");
        var voice = await _review.EvidenceAsync(EvidenceKind.PupilVoice, "Pupils spoke of the kowari.");
        var finding = (await Post(_review.Reviewer, "findings", Found(FindingKind.AreaOfExcellence, "Pupils ask about wombats."))).Done().Id;
        (await Post(_review.Reviewer, "findings", Found(FindingKind.ToDevelop, "Talk of quolls is rare."))).Done();
        (await Post(_review.Reviewer, "findings/corrections", new { findingId = finding, now = "Pupils ask each other about wombats.", reason = "To whom was missing.", occurredOn = Ago(13) })).Done();
        return finding;

        object Found(FindingKind kind, string statement) => new { kind, line = 1, statement, evidenceIds = new[] { walk, voice }, hostView = HostView.Agreed, occurredOn = Ago(13) };
    }

    private async Task ReferralGoesPastTheHeadAsync()
    {
        (await Post(_review.Reviewer, "safeguarding-referrals", new { to = SafeguardingRecipient.Lado, acknowledged = true, occurredOn = Ago(13) })).Done();
        foreach (var knows in new[] { _review.Reviewer, _review.Lead }) (await SeenBy(knows)).Json["safeguarding"]![0]!["to"].Text().ShouldBe("lado", knows);
        foreach (var other in new[] { _review.HostHead, _review.HostChair, _review.LeadReviewer, "facilitator" }) (await SeenBy(other)).Json["safeguarding"].ShouldBeNull(other);
        (await _app.As(_review.HostHead).Get($"/api/v1/ledger/host/{Host}")).Done().Body.ShouldNotContain("safeguarding");
        // That the lead has looked at a referral would tell of it, too: auditors see that line, no lead does, for a deputy may head that school.
        (await _app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("auditor-of-referrals"), capacity = Capacity.Auditor, occurredOn = Ago(3) })).Done();
        (await _app.As(_review.Lead).Get($"/api/v1/partnerships/{_review.PartnershipId}/looks")).Done().Body.ShouldNotContain("peer-review");
        (await _app.As("auditor-of-referrals").Get($"/api/v1/partnerships/{_review.PartnershipId}/looks")).Done().Body.ShouldContain("peer-review");
        var line = (await _app.As(_review.HostHead).Get($"/api/v1/partnerships/{_review.PartnershipId}/timeline?limit=1000")).Done().Json["entries"]!.AsArray()
            .Single(entry => entry!["fact"].Text() == "safeguarding_referred")!;
        (line["actor"], line["capacity"], line["details"]!["to"]).ShouldBe((null, null, null));
        (await new Visitor(_app, _review.HostHead).Open($"/partnerships/{_review.PartnershipId}")).Text.ShouldContain("safeguarding", Case.Insensitive);
    }

    private async Task FindingIsCitedInItsLastWordsAsync()
    {
        (await Post(_review.HostHead, "releases", new { ring = AudienceRing.PartnershipHeads, extent = Extent.FindingsOnly, purpose = ReleasePurpose.PartnershipLearning, newConsent = true, occurredOn = Ago(5) })).Done();
        var told = await _app.ToldAsync(_review.Id.Value);
        var (first, last) = (told.OfType<IEvent<FindingAgreed>>().First().Id, told.OfType<IEvent<FindingCorrected>>().Single().Id);
        var decision = $"/api/v1/decisions/{(await _app.As(_review.Lead).Post("/api/v1/decisions", new
        {
            partnershipId = _review.PartnershipId, kind = DecisionKind.Other, direction = Direction.Internal, question = "Do we learn from it together?", urns = Array.Empty<Urn>(),
            body = DecidingBody.Partnership, bodySize = 3, occurredOn = Ago(4),
        })).Done().Id}/citations";
        (await _app.As(_review.Lead).Post(decision, new { eventId = first, why = "It shows the habit.", occurredOn = Ago(4) })).Refused(422, "ACC-3", "eventId");
        (await _app.As(_review.Lead).Post(decision, new { eventId = last, why = "It shows the habit.", occurredOn = Ago(4) })).Done();
    }

    private async Task PracticeTravelsAsync(Guid finding)
    {
        var practice = (await Post(_review.HostHead, "practices", new
        {
            findingId = finding, title = "A wombat a day", description = "Pupils put one question a day.", contactRole = Capacity.Headteacher, occurredOn = Ago(5),
        })).Done().Id;
        (await Post(_review.LeadReviewer, "practices/taken-up", new { practiceId = practice, takenUpBy = Second, occurredOn = Ago(3) })).Done();
        var read = (await _app.As(_review.Reviewer).Get($"{_review.Url}/follow-up")).Done().Json;
        read["practices"]![0]!["title"].Text().ShouldBe("A wombat a day");
        read["practices"]![0]!["takenUpBy"]!.AsArray().Select(urn => urn.Text()).ShouldBe([$"{Second}"]);
        var page = $"/partnerships/{_review.PartnershipId}/practice";
        (await new Visitor(_app, _review.Reviewer).Open(page)).Text.ShouldContain("A practice was taken up once.");
        (await new Visitor(_app, _review.Reviewer).Open(page)).Text.ShouldContain("A wombat a day");
        (await new Visitor(_app, "administrator").Open(page)).Text.ShouldNotContain("wombat");
        (await _app.As("administrator").Get($"{_review.Url}/follow-up")).Done().Body.ShouldNotContain("wombat", Case.Insensitive, "a data steward sees structure");
    }

    private async Task QualityIsReadAsync()
    {
        PrincipleCheck[] nine = [.. Enum.GetValues<PeerReviewPrinciple>().Select(principle => new PrincipleCheck(principle, PrincipleMet.Partly, new("A dunnart showed it.")))];
        foreach (var (side, who) in new[] { (QualitySide.Host, _review.HostHead), (QualitySide.LeadReviewer, _review.LeadReviewer) })
            (await Post(who, "quality/views", new { side, principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = Ago(4) })).Done();
        (await Post(_review.Lead, "quality", new { principles = nine, strengthenNext = PeerReviewPrinciple.OpenAndTrustBased, occurredOn = Ago(3) })).Done();

        var year = AcademicYear.Of(Ago(14));
        var url = $"/api/v1/partnerships/{_review.PartnershipId}/review-quality?year={year}";
        var quality = (await _app.As(_review.Lead).Get(url)).Done();
        var line = quality.Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        line["challenge"]!.ToJsonString().ShouldBe("""{"findings":2,"challenging":1,"challengePercent":50,"agreed":2,"agreedWithComment":0,"notAgreed":0}""");
        (line["qualityCheckedOn"].Text(), line["signs"]!.AsArray().Count).ShouldBe(($"{Ago(3):yyyy-MM-dd}", 0));
        quality.Body.ShouldNotContain("wombat");
        (await _app.As("administrator").Get(url)).Done().Json["items"]![0]!["challenge"].ShouldBeNull("how far findings challenge goes to the heads and the lead");
        (await _app.As(_review.Lead).Get($"{url}&format=csv")).Done().Body.ShouldContain("challenge_challenge_percent");
        (await _app.As("stranger").Get(url)).Refused(404, "unknown");
        (await _app.As(_review.Lead).Get(url.Replace($"{year}", "7", StringComparison.Ordinal))).Refused(400, "input", "year");

        var page = await new Visitor(_app, _review.Lead).Open($"/partnerships/{_review.PartnershipId}/review-quality?year={year}");
        page.Heading.ShouldBe("Quality of reviews");
        page.Text.ShouldContain("The review shows no sign of a cosy chat");
        (await new Visitor(_app, _review.Lead).Open($"/partnerships/{_review.PartnershipId}/members")).Html.ShouldContain($"href=\"/partnerships/{_review.PartnershipId}/review-quality\"");
        (await new Visitor(_app, "stranger").Open($"/partnerships/{_review.PartnershipId}/review-quality")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task TheNextReviewFollowsItUpAsync(Guid finding)
    {
        _review = new(_app, _review.PartnershipId, Host, Third, Second, "lead-361") { Round = 2, FollowUpOf = _review.Id };
        await _review.PlannedAsync();
        await _review.ScopedAsync();
        await _review.TeamConfirmedAsync();
        await _review.ProtocolConfirmedAsync();
        await _review.StaffBriefedAsync();
        (await Post(_review.LeadReviewer, "visit/start", _review.Start)).Done();
        var voice = await _review.EvidenceAsync(EvidenceKind.PupilVoice, "Pupils still speak of the kowari.");
        (await Post(_review.Reviewer, "follow-up", new { priorFindingId = finding, status = FollowUpStatus.Embedded, evidenceIds = new[] { voice }, occurredOn = Ago(13) })).Done();

        var followUp = $"{_review.Url}/follow-up";
        var read = (await _app.As(_review.HostHead).Get(followUp)).Done().Json;
        (read["findings"]!.GetValue<int>(), read["lookedAt"]!.GetValue<int>()).ShouldBe((2, 1));
        read["items"]!.AsArray().Select(item => (item!["statement"].Text(), item["status"].Text())).ShouldBe([("Pupils ask each other about wombats.", "embedded"), ("Talk of quolls is rare.", null)]);
        var csv = (await _app.As(_review.HostHead).Get($"{followUp}?format=csv")).Done();
        csv.ContentType.ShouldBe("text/csv");
        csv.Body.ShouldContain("embedded");
        (await _app.As(_review.Lead).Get(followUp)).Done().Json["items"]!.AsArray().ShouldBeEmpty("the lead knows how many, not which");
        (await _app.As("stranger").Get(followUp)).Refused(404, "unknown");
    }
}
