using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class The_days_of_a_review_through_the_API(App app) : IClassFixture<App>
{
    private static readonly object Data = new
    {
        items = new[] { new { kind = PreReviewDataKind.SelfReview, title = "What a kultarr wrote", contentHash = new string('a', 64) } }, ring = AudienceRing.ReviewTeam, occurredOn = Ago(19),
    };

    [Fact]
    public async Task are_published_and_put_off_and_begin_with_shared_data()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990341), new(990342), new(990343), "lead-341");
        await review.PlannedAsync();
        await review.ScopedAsync();
        await review.TeamConfirmedAsync("facilitator");
        (await app.As(review.HostHead).Post($"{review.Url}/timetable", Timetable(14))).Refused(403, "XCT-4");
        (await app.As(review.Lead).Post($"{review.Url}/timetable", Timetable(14, review.Reviewer))).Refused(422, "IMP-18", "champions");
        (await app.As(review.Lead).Post($"{review.Url}/timetable", Timetable(14, "champion"))).Done();
        (await ReadAsync(review, review.Reviewer))["cycle"]!["timetable"]!["champions"]![0]!.GetValue<Guid>().ShouldBe(App.Person("champion").Value);

        (await app.As(review.HostHead).Post($"{review.Url}/data", Data)).Refused(422, "IMP-6");
        await review.ProtocolConfirmedAsync();
        (await app.As(review.Lead).Post($"{review.Url}/data", Data)).Refused(403, "XCT-4");
        (await app.As(review.HostHead).Post($"{review.Url}/data", Data)).Done();
        (await app.As(review.HostHead).Post($"{review.Url}/data", Data)).Refused(400, "input", "items");
        var seen = await ReadAsync(review, review.Reviewer);
        seen["state"]!.GetValue<string>().ShouldBe("data-shared");
        seen["cycle"]!["sharedData"]![0]!["items"]![0]!["title"]!.GetValue<string>().ShouldBe("What a kultarr wrote");
        (await ReadAsync(review, review.HostChair))["cycle"]!["sharedData"]!.AsArray().ShouldBeEmpty();

        (await app.As(review.Reviewer).Post($"{review.Url}/postponement", PutOff())).Refused(403, "XCT-4");
        (await app.As(review.HostHead).Post($"{review.Url}/postponement", PutOff(days: 4))).Refused(422, "IMP-8", "plannedTo");
        (await app.As(review.HostHead).Post($"{review.Url}/postponement", PutOff())).Done();
        var put = await ReadAsync(review, review.Lead);
        put["days"]!["plannedFrom"]!.GetValue<string>().ShouldBe($"{Ago(13):yyyy-MM-dd}");
        put["cycle"]!["timetable"].ShouldBeNull();
        put["cycle"]!["postponedOn"]!.GetValue<string>().ShouldBe($"{Ago(15):yyyy-MM-dd}");
        put["cycle"]!["postponedBecause"].ShouldBeNull("why is for host head and team");
        (await ReadAsync(review, review.LeadReviewer))["cycle"]!["postponedBecause"]!.GetValue<string>().ShouldBe("A mulgara is ill.");

        await review.StaffBriefedAsync();
        (await app.As(review.LeadReviewer).Post($"{review.Url}/visit/start", Start(review))).Done();
        (await app.As(review.HostHead).Post($"{review.Url}/postponement", PutOff())).Refused(400, "input", "plannedFrom");
    }

    [Fact]
    public async Task end_with_a_cancellation_that_leaves_the_round_free()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990351), new(990352), new(990353), "lead-351");
        await review.PlannedAsync();
        var cancelled = review.Url;
        (await app.As(review.Reviewer).Post($"{cancelled}/cancellation", Off)).Refused(403, "XCT-4");
        (await app.As("stranger").Post($"{cancelled}/cancellation", Off)).Refused(404, "unknown");
        (await app.As(review.HostHead).Post($"{cancelled}/cancellation", Off)).Done();
        var before = await app.FactsAsync();
        foreach (var (who, what, body) in new (string, string, object)[]
        {
            (review.HostHead, "cancellation", Off), (review.HostHead, "postponement", PutOff()), (review.Lead, "timetable", Timetable(14)), (review.HostHead, "data", Data),
            (review.HostHead, "staff-briefing", new { occurredOn = Ago(10) }), (review.Lead, "visit/start", Start(review)), (review.Lead, "protocol", new { protocolVersion = 1, safeguardingUnderstood = true, occurredOn = Ago(10) }),
            (review.Lead, "team", new { personId = App.Person("facilitator"), role = TeamRole.Facilitator, occurredOn = Ago(10) }),
            (review.HostHead, "releases", new { ring = AudienceRing.HostGovernors, extent = Extent.Summary, purpose = ReleasePurpose.Governors, occurredOn = Ago(10) }),
            (review.Lead, "closing", new { occurredOn = Ago(10) }), (review.Lead, "final", new { occurredOn = Ago(10) }),
        })
            (await app.As(who).Post($"{cancelled}/{what}", body)).Refused(422, "XCT-9");
        (await app.FactsAsync()).ShouldBe(before);

        var read = await ReadAsync(review, review.HostHead);
        (read["state"]!.GetValue<string>(), read["cycle"]!["cancelledBecause"]!.GetValue<string>()).ShouldBe(("cancelled", "The ningaui moved out."));
        (await ReadAsync(review, review.Lead))["cycle"]!["cancelledBecause"].ShouldBeNull();

        var again = (await app.As(review.Lead).Post("/api/v1/reviews", review.Plan)).Done();
        again.Status.ShouldBe(HttpStatusCode.Created);
        (await app.As(review.Lead).Post("/api/v1/reviews", review.Plan)).Refused(400, "input", "round");
        (await app.As(review.HostHead).Post($"/api/v1/reviews/{again.Id}/cancellation", Off)).Done();
        (await app.As(review.Lead).Post("/api/v1/reviews", review.Plan)).Done();
        var replayed = (await app.As(review.Lead).Get($"/api/v1/partnerships/{review.PartnershipId}/replay")).Done().Json["state"]!["reviews"]!.AsArray();
        replayed.Select(one => one!["state"]!.GetValue<string>()).ShouldBe(["cancelled", "cancelled", "planned"]);
    }

    [Fact]
    public async Task XCT_8_bring_a_peer_from_another_partnership_only_where_a_link_for_scrutiny_is_in_force()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990361), new(990362), new(990363), "lead-361");
        var other = await ReviewThroughTheApi.InATriadAsync(app, new(990371), new(990372), new(990373), "lead-371");
        object scrutiny = new
        {
            partnershipId = review.PartnershipId, hostUrn = 990361, round = 1, model = ReviewModel.PartnershipScrutiny, plannedFrom = Ago(14), plannedTo = Ago(13), invitedBy = App.Person(review.HostHead), occurredOn = Ago(28),
        };
        (await app.As(review.Lead).Post("/api/v1/reviews", scrutiny)).Refused(400, "input", "model");
        await LinkedAsync(LinkPurpose.Support);
        (await app.As(review.Lead).Post("/api/v1/reviews", scrutiny)).Refused(400, "input", "model");
        await review.PlannedAsync();
        await review.ScopedAsync();
        (await ProposedAsync(review.Url)).Refused(422, "XCT-8", "homeUrn");
        await LinkedAsync(LinkPurpose.Scrutiny);
        (await ProposedAsync(review.Url)).Done();
        (await app.As(other.HostHead).Get(review.Url)).Done().Json["inside"].ShouldBeNull("proposed is not confirmed");

        Task<Answer> ProposedAsync(string url) => app.As(review.Lead).Post($"{url}/team",
            new { personId = App.Person(other.HostHead), role = TeamRole.Reviewer, homeUrn = 990371, trainedOn = Ago(400), occurredOn = Ago(26) });

        async Task LinkedAsync(LinkPurpose purpose) => (await app.As(review.Lead).PostLate($"/api/v1/partnerships/{review.PartnershipId}/links",
            new { otherId = other.PartnershipId, purposes = new[] { purpose }, from = Ago(60), occurredOn = Ago(60) })).Done();
    }

    private static readonly object Off = new { reason = "The ningaui moved out.", occurredOn = Ago(20) };

    private static object PutOff(int days = 2) => new { plannedFrom = Ago(13), plannedTo = Ago(14 - days), reason = "A mulgara is ill.", occurredOn = Ago(15) };

    private static object Timetable(int from, params string[] champions) => new
    {
        dataSharingBy = Ago(from + 4), visitFrom = Ago(from), visitTo = Ago(from - 1), workshopBy = Ago(from - 8), checkInOn = Today.AddDays(80), champions = champions.Select(App.Person), occurredOn = Ago(21),
    };

    private static object Start(ReviewThroughTheApi review) => new { reviewersPresent = new[] { App.Person(review.LeadReviewer), App.Person(review.Reviewer), App.Person("facilitator") }, occurredOn = Ago(13) };

    private async Task<System.Text.Json.Nodes.JsonNode> ReadAsync(ReviewThroughTheApi review, string reader) => (await app.As(reader).Get(review.Url)).Done().Json;
}
