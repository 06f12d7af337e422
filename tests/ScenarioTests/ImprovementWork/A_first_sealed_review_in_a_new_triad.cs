using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The first acceptance scenario. Nobody is confirmed before their interest is weighed (IMP-5), so the peers declare before the visit is tried, the facilitator after.</summary>
[Collection(nameof(FinalReview))]
public sealed class A_first_sealed_review_in_a_new_triad(FinalReview given)
{
    private static readonly Urn Host = new(990371), Second = new(990372), Third = new(990373);
    private readonly App _app = given.App;
    private ReviewThroughTheApi _review = null!;
    private int _sealedBefore;

    private Task<Answer> Post(string who, string what, object body) => _app.As(who).Post($"{_review.Url}/{what}", body);

    [Fact]
    public async Task is_held_by_its_circle_and_counted_by_the_rest()
    {
        _review = await ReviewThroughTheApi.InATriadAsync(_app, Host, Second, Third, "lead-371");
        await TheQuadrantIsCountedBeforeAsync();
        await ThePeersAreFoundAsync();
        await TheVisitWaitsForBriefingAndFacilitatorAsync();
        await EvidenceBecomesFindingsAsync();
        await TheHostAnswersAsync();

        var seen = (await _app.As(_review.HostHead).Get(_review.Url)).Done().Json;
        seen["state"].Text().ShouldBe("finalised");
        seen["counts"]!.ToJsonString().ShouldBe("""{"proposed":3,"confirmed":3,"evidence":14,"kindsOfEvidence":6,"findings":2,"findingsNotAgreed":0,"drafts":2,"releases":0}""");
        var timeline = await TimelineAsync(_review.HostHead);
        timeline["entries"]!.AsArray().Count(entry => entry!["details"]!["reviewId"].Text() == $"{_review.Id}").ShouldBeGreaterThanOrEqualTo(30);
        await OutsideItIsCountedAlone();
        await TheLedgerListsTwoReadersAsync();
    }

    private async Task ThePeersAreFoundAsync()
    {
        await _review.PlannedAsync();
        await _review.ScopedAsync();
        await ProposedAsync(_review.LeadReviewer, TeamRole.Lead, Second);
        await ProposedAsync(_review.Reviewer, TeamRole.Reviewer, Third);
        (await Post(_review.Lead, "team/confirmation", Team())).Refused(422, "IMP-5");
        await WeighedAsync(_review.LeadReviewer, InterestNature.None, null, InterestOutcome.Clear, null);
        await WeighedAsync(_review.Reviewer, InterestNature.Family, "A sister teaches the kowari class.", InterestOutcome.ClearWithSafeguards, "Sees no kowari lesson.");
        (await Post(_review.Lead, "team/confirmation", Team())).Done();
        _review.Present = [_review.LeadReviewer, _review.Reviewer];
        await _review.ProtocolConfirmedAsync();
        var line = (await _app.As(_review.HostHead).Get(_review.Url)).Done().Json["team"]!.AsArray().Single(member => member!["personId"].Text() == $"{App.Person(_review.Reviewer)}")!;
        (line["outcome"].Text(), line["safeguards"].Text()).ShouldBe(("clear-with-safeguards", "Sees no kowari lesson."));
    }

    private async Task TheVisitWaitsForBriefingAndFacilitatorAsync()
    {
        (await Post(_review.LeadReviewer, "visit/start", _review.Start)).Refused(422, "IMP-6");
        await _review.StaffBriefedAsync();
        (await Post(_review.LeadReviewer, "visit/start", _review.Start)).Refused(422, "IMP-7");
        await ProposedAsync("facilitator", TeamRole.Facilitator, null);
        await WeighedAsync("facilitator", InterestNature.None, null, InterestOutcome.Clear, null);
        (await Post(_review.Lead, "team/confirmation", Team("facilitator"))).Done();
        (await Post(_review.LeadReviewer, "visit/start", _review.Start)).Refused(422, "IMP-7", "reviewersPresent");
        _review.Present = [.. _review.Present, "facilitator"];
        (await Post(_review.LeadReviewer, "visit/start", _review.Start)).Done();
    }

    private async Task EvidenceBecomesFindingsAsync()
    {
        EvidenceKind[] kinds = [EvidenceKind.LearningWalk, EvidenceKind.LessonVisit, EvidenceKind.WorkScrutiny, EvidenceKind.PupilVoice, EvidenceKind.StaffVoice, EvidenceKind.LeaderDialogue];
        List<Guid> evidence = [];
        for (var at = 0; at < 14; at++)
        {
            var by = at % 2 == 0 ? _review.LeadReviewer : _review.Reviewer;
            evidence.Add((await Post(by, "evidence", new
            {
                kind = kinds[at % kinds.Length], line = 1 + at % 2, jointWithHost = at < 4, whatWasSeen = $"A bandicoot was asked why, time {at}.", byPerson = App.Person(by), occurredOn = Ago(14), peopleCount = 12,
            })).Done().Id);
        }
        (await Post(_review.LeadReviewer, "findings", _review.Finding("Good questions are asked of antechinus groups.", HostView.Agreed, evidence[0], evidence[1]))).Refused(422, "IMP-10", "statement");
        (await Post(_review.LeadReviewer, "findings", _review.Finding("Pupils reason about the antechinus.", HostView.Agreed, evidence[0], evidence[1]))).Done();
        (await Post(_review.LeadReviewer, "findings", _review.Finding("Books do not show the planigale yet.", HostView.Agreed, evidence[2], evidence[3]))).Done();
        (await Post(_review.LeadReviewer, "visit/end", new { occurredOn = Ago(13) })).Done();
        await _review.FeedbackAsync();
    }

    private async Task TheHostAnswersAsync()
    {
        object Draft(string report, int ago) => new { report, draftedBy = App.Person(_review.LeadReviewer), occurredOn = Ago(ago) };
        (await Post(_review.LeadReviewer, "drafts", Draft("A phascogale in each of three classes.", 10))).Done();
        (await Post(_review.HostHead, "accuracy", new { draft = 1, accurate = false, points = new[] { "It was two classes.", "One was a numbat." }, occurredOn = Ago(9) })).Done();
        (await Post(_review.Lead, "final", new { occurredOn = Ago(8) })).Refused(422, "IMP-11");
        (await Post(_review.LeadReviewer, "drafts", Draft("A phascogale and a numbat in two classes.", 8))).Done();
        (await Post(_review.HostHead, "accuracy", new { draft = 2, accurate = true, occurredOn = Ago(7) })).Done();
        (await Post(_review.Lead, "final", new { occurredOn = Ago(6) })).Done();
    }

    private static int SealedIn(Answer picture) => picture.Json["years"]!.AsArray().Sum(year => year!["sealed"]!.GetValue<int>());

    private async Task TheQuadrantIsCountedBeforeAsync()
    {
        foreach (var (name, capacity) in new[] { ("chair-of-quadrant-371", Capacity.QuadrantChair), ("board-371", Capacity.BoardMember) })
            (await _app.As("administrator").PostLate("/api/v1/capacities", new { personId = App.Person(name), capacity, quadrant = capacity == Capacity.QuadrantChair ? Quadrant.Mid : (Quadrant?)null, occurredOn = Ago(300) })).Done();
        _sealedBefore = SealedIn((await _app.As("chair-of-quadrant-371").Get("/api/v1/quadrants/mid/picture")).Done());
    }

    private async Task OutsideItIsCountedAlone()
    {
        (await _app.As("chair-of-quadrant-371").Get(_review.Url)).Refused(404, "unknown");
        (await _app.As("chair-of-quadrant-371").Get($"{_review.Url}/report")).Refused(403, "XCT-4");

        // The chair counts one sealed review more than before, and reads nothing of it; other quadrants are not theirs.
        var chair = _app.As("chair-of-quadrant-371");
        var picture = (await chair.Get("/api/v1/quadrants/mid/picture")).Done();
        SealedIn(picture).ShouldBe(_sealedBefore + 1);
        foreach (var (who, quadrant) in new[] { (chair, "west"), (chair, "nowhere"), (_app.As(_review.HostHead), "mid") }) (await who.Get($"/api/v1/quadrants/{quadrant}/picture")).Refused(404, "unknown");
        var page = await new Visitor(_app, "chair-of-quadrant-371").Open("/quadrants/mid");
        page.Text.ShouldContain($"{_sealedBefore + 1} sealed review");
        (await new Visitor(_app, "chair-of-quadrant-371").Open("/")).Html.ShouldContain("href=\"/quadrants/mid\"");

        var reviews = (await _app.As("board-371").Get($"/api/v1/reviews?partnershipId={_review.PartnershipId}")).Done();
        reviews.Json["items"]!.AsArray().ShouldHaveSingleItem();
        var review = (await _app.As("board-371").Get(_review.Url)).Done();
        (review.Json["inside"], review.Json["released"]).ShouldBe((null, null));
        var timeline = await TimelineAsync("board-371");
        timeline["sealed"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(20, "evidence, findings, drafts and answers");
        foreach (var secret in ReviewThroughTheApi.Secrets)
            foreach (var body in new[] { reviews.Body, review.Body, timeline.ToJsonString(), picture.Body, page.Html }) body.ShouldNotContain(secret, Case.Insensitive);
    }

    private async Task TheLedgerListsTwoReadersAsync()
    {
        foreach (var reader in new[] { _review.LeadReviewer, _review.Reviewer }) (await _app.As(reader).Get(_review.Url)).Done().Body.ShouldContain("antechinus");
        var ledger = (await _app.As(_review.HostHead).Get($"/api/v1/ledger/host/{Host}")).Done().Json;
        ledger["looks"]!.AsArray().Select(look => look!["person"]!["personId"].Text()).ShouldBe([$"{App.Person(_review.LeadReviewer)}", $"{App.Person(_review.Reviewer)}"], ignoreOrder: true);
        ledger["reviews"]![0]!["rings"]!.AsArray().Count(ring => ring!["sees"] is not null).ShouldBe(2, "host head and team");
    }

    private async Task<JsonNode> TimelineAsync(string who) => (await _app.As(who).Get($"/api/v1/partnerships/{_review.PartnershipId}/timeline?limit=1000")).Done().Json;

    private async Task ProposedAsync(string name, TeamRole role, Urn? home) =>
        (await Post(_review.Lead, "team", new { personId = App.Person(name), role, homeUrn = home, trainedOn = home is null ? (DateOnly?)null : Ago(400), occurredOn = Ago(26) })).Done();

    private async Task WeighedAsync(string name, InterestNature nature, string? text, InterestOutcome outcome, string? safeguards)
    {
        (await Post(name, "interests", new { personId = App.Person(name), nature, text, occurredOn = Ago(25) })).Done();
        (await Post(_review.Lead, "interest-assessments", new { personId = App.Person(name), outcome, safeguards, occurredOn = Ago(24) })).Done();
    }

    private object Team(params string[] more) => new { members = new[] { _review.LeadReviewer, _review.Reviewer }.Concat(more).Select(App.Person), occurredOn = Ago(20) };
}
