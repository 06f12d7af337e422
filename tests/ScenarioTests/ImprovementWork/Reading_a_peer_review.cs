using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

[Collection(nameof(FinalReview))]
public class Reading_a_peer_review(FinalReview given)
{
    private readonly App _app = given.App;
    private readonly ReviewThroughTheApi _review = given.Review;

    [Theory]
    [InlineData("head-990001")]
    [InlineData("head-990002")]
    [InlineData("head-990003")]
    [InlineData("facilitator")]
    public async Task host_head_and_team_read_every_text(string reader)
    {
        var read = (await _app.As(reader).Get(_review.Url)).Done();
        foreach (var secret in ReviewThroughTheApi.Secrets.Except(["phascogale"])) read.Body.ShouldContain(secret);
        read.Json["inside"]!["draft"]!["report"]!.GetValue<string>().ShouldBe("A better phascogale.");
        var page = await new Visitor(_app, reader).Open($"/reviews/{_review.Id}");
        page.Heading.ShouldBe($"Review of School {Ashdown}");
        // What reviewers declared is for those who weigh it, and stands in the API alone.
        foreach (var secret in ReviewThroughTheApi.Secrets.Except(["dunnart"])) page.Text.ShouldContain(secret);
    }

    [Theory]
    [InlineData(Capacity.Analyst)]
    [InlineData(Capacity.Auditor)]
    [InlineData(Capacity.BoardMember)]
    [InlineData(Capacity.DataSteward)]
    public async Task whoever_reads_everywhere_sees_structure_and_no_word(Capacity capacity)
    {
        var name = $"a-{capacity}";
        (await _app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person(name), capacity, occurredOn = Ago(20) })).Done();

        var read = (await _app.As(name).Get(_review.Url)).Done();
        read.Json["counts"]!["evidence"]!.GetValue<int>().ShouldBe(2);
        read.Json["inside"].ShouldBeNull();
        var page = await new Visitor(_app, name).Open($"/reviews/{_review.Id}");
        page.Text.ShouldContain("You see that there is a review, not what it says.");
        foreach (var secret in ReviewThroughTheApi.Secrets) page.Text.ShouldNotContain(secret);
        read.Json["released"].ShouldBeNull();
        Wordless(read, ReviewThroughTheApi.Secrets);
        Wordless((await _app.As(name).Get($"/api/v1/reviews?partnershipId={_review.PartnershipId}")).Done(), ReviewThroughTheApi.Secrets);
    }

    [Fact]
    public async Task the_partnership_lead_weighs_interests_and_reads_no_other_word()
    {
        var read = (await _app.As(_review.Lead).Get(_review.Url)).Done();
        read.Json["team"]![0]!["interest"]!["text"]!.GetValue<string>().ShouldContain("dunnart");
        Wordless(read, ReviewThroughTheApi.Secrets.Except(["dunnart"]));
    }

    [Fact]
    public async Task whoever_may_not_know_of_it_is_told_nothing()
    {
        (await _app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("officer"), capacity = Capacity.LaSchoolEffectivenessPartner, occurredOn = Ago(20) })).Done();
        foreach (var outsider in new[] { "stranger", "officer" })
        {
            var refused = (await _app.As(outsider).Get(_review.Url)).Refused(404, "unknown");
            (await new Visitor(_app, outsider).Open($"/reviews/{_review.Id}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
            var unknown = await _app.As(outsider).Get($"/api/v1/reviews/{ReviewId.New()}");
            Traceless(refused).ShouldBe(Traceless(unknown), "an unknown review and a forbidden one look the same");
            Wordless(refused, [.. ReviewThroughTheApi.Secrets, "990001"]);
            (await _app.As(outsider).Get($"/api/v1/reviews?partnershipId={_review.PartnershipId}")).Refused(404, "unknown", "partnershipId");
        }
    }

    [Fact]
    public async Task a_release_opens_its_extent_to_its_ring_and_to_no_one_beyond()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(_app, new(990041), new(990042), new(990043), "fifth-lead");
        await review.ToFinalAsync();
        var readers = new[] { (Name: review.HostChair, Ring: AudienceRing.HostGovernors), (Name: "fifth-board", Ring: AudienceRing.QuadrantAndBoard), (Name: "fifth-officer", Ring: AudienceRing.LaTrustDiocese) };
        await GrantAsync("fifth-board", Capacity.BoardMember);
        await GrantAsync("fifth-officer", Capacity.LaSchoolEffectivenessPartner);
        Wordless((await _app.As(review.HostChair).Get(review.Url)).Done(), ReviewThroughTheApi.Secrets);

        await ReleaseAsync(AudienceRing.LaTrustDiocese, Extent.Summary);
        await ReleaseAsync(AudienceRing.HostGovernors, Extent.FindingsOnly);
        var findings = new[] { "antechinus", "planigale" };
        foreach (var reader in readers)
        {
            var read = (await _app.As(reader.Name).Get(review.Url)).Done();
            read.Json["released"]!["findingsByKind"]!["strength"]!.GetValue<int>().ShouldBe(2);
            Wordless(read, reader.Ring == AudienceRing.HostGovernors ? ReviewThroughTheApi.Secrets.Except(findings) : ReviewThroughTheApi.Secrets);
            if (reader.Ring == AudienceRing.HostGovernors) foreach (var word in findings) read.Body.ShouldContain(word);
        }
        (await _app.As("fifth-officer").Get(review.Url)).Json["team"].ShouldBeNull();
        (await _app.As("stranger").Get(review.Url)).Refused(404, "unknown");

        await ReleaseAsync(AudienceRing.QuadrantAndBoard, Extent.FullReport);
        (await _app.As("fifth-board").Get(review.Url)).Body.ShouldContain("A better phascogale.");
        Wordless((await _app.As("fifth-officer").Get(review.Url)).Done(), ReviewThroughTheApi.Secrets);

        async Task GrantAsync(string name, Capacity capacity) =>
            (await _app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person(name), capacity, occurredOn = Ago(20) })).Done();

        async Task ReleaseAsync(AudienceRing ring, Extent extent) => (await _app.As(review.HostHead).Post($"{review.Url}/releases",
            new { ring, extent, purpose = ReleasePurpose.Scrutiny, occurredOn = Ago(5), newConsent = true })).Done();
    }

    [Fact]
    public async Task the_list_is_paged_and_malformed_pages_are_refused()
    {
        var url = $"/api/v1/reviews?partnershipId={_review.PartnershipId}";
        var list = (await _app.As(_review.Lead).Get($"{url}&limit=1")).Done();
        list.Json["items"]![0]!["id"]!.GetValue<Guid>().ShouldBe(_review.Id.Value);
        list.Json["next"].ShouldBeNull();
        (await _app.As(_review.Lead).Get($"{url}&limit=1&after={_review.Id}")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await _app.As(_review.Lead).Get($"{url}&limit=0")).Refused(400, "input", "limit");
        (await _app.As(_review.Lead).Get($"{url}&after={ReviewId.New()}")).Refused(404, "unknown", "after");
        (await _app.As(_review.Lead).Get("/api/v1/reviews?partnershipId=no-id")).Refused(400, "input");
        (await _app.As(_review.Lead).Get("/api/v1/reviews")).Refused(400, "input", "partnershipId");
    }

    private static string Traceless(Answer answer) => answer.Body.Replace(answer.Json["traceId"]!.GetValue<string>(), "", StringComparison.Ordinal);

    private static void Wordless(Answer answer, IEnumerable<string> words)
    {
        foreach (var word in words) answer.Body.ShouldNotContain(word, Case.Insensitive);
    }
}
