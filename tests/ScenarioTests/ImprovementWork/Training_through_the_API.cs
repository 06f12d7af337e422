using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Npgsql;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Training_through_the_API(App app) : IClassFixture<App>
{
    private static Urn[] Schools(int from) => [new(from), new(from + 1), new(from + 2)];

    private async Task<string> ATriadAsync(int from, string lead)
    {
        await app.RegisterSchoolsAsync(Schools(from));
        return $"/api/v1/partnerships/{await app.ATriadWithASignedProtocolAsync(lead, Schools(from))}";
    }

    private static object Trained(string person, Urn home, TrainedAs what, int ago = 20) => new { personId = App.Person(person), homeUrn = home, trainedAs = what, occurredOn = Ago(ago) };

    [Fact]
    public async Task is_recorded_counted_and_taken_back()
    {
        var (url, schools, lead) = (await ATriadAsync(990201, "trainer"), Schools(990201), app.As("trainer"));
        (await app.As("administrator").Post($"/api/v1/people/{App.Person($"head-{schools[0]}")}", new { name = "Robin Trained" })).Done();

        (await app.As($"head-{schools[1]}").Post($"{url}/training", Trained("learner", schools[1], TrainedAs.PeerReviewer))).Refused(403, "XCT-4");
        (await app.As("stranger").Post($"{url}/training", Trained("learner", schools[1], TrainedAs.PeerReviewer))).Refused(404, "unknown");
        (await lead.Post($"{url}/training", Trained("learner", Downlands, TrainedAs.PeerReviewer))).Refused(422, "XCT-8", "homeUrn");
        (await lead.Post($"{url}/training", Trained($"head-{schools[0]}", schools[0], TrainedAs.LeadReviewer))).Done().Json["version"]!.GetValue<int>().ShouldBe(1);
        (await lead.Post($"{url}/training", Trained($"head-{schools[0]}", schools[0], TrainedAs.LeadReviewer))).Refused(400, "input", "occurredOn");
        (await lead.Post($"{url}/training", Trained($"head-{schools[0]}", schools[0], TrainedAs.ImprovementChampion))).Done().Json["version"]!.GetValue<int>().ShouldBe(2);
        (await app.As("administrator").Post($"{url}/training", Trained("learner", schools[1], TrainedAs.PeerReviewer))).Done();

        var read = (await lead.Get($"{url}/trained-reviewers")).Done().Json;
        read["cover"]!.ToJsonString().ShouldBe("""{"schools":3,"schoolsWithReviewer":2,"champions":1,"championsNeeded":1,"met":false}""");
        var first = read["schools"]![0]!;
        (first["urn"]!.GetValue<string>(), first["school"]!.GetValue<string>(), first["reviewers"]!.GetValue<int>()).ShouldBe(($"{schools[0]}", $"School {schools[0]}", 1));
        first["people"]!.AsArray().Select(person => person!["name"]?.GetValue<string>()).ShouldBe(["Robin Trained", "Robin Trained"]);
        first["people"]![0]!["countsUntil"]!.GetValue<string>().ShouldBe($"{Ago(20).AddMonths(36):yyyy-MM-dd}");
        (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("counting"), capacity = Capacity.Analyst, occurredOn = Ago(3) })).Done();
        (await app.As("counting").Get($"{url}/trained-reviewers")).Done().Body.ShouldNotContain("Robin");
        (await lead.Get($"{url}/trained-reviewers?on={Ago(21):yyyy-MM-dd}")).Done().Json["cover"]!["schoolsWithReviewer"]!.GetValue<int>().ShouldBe(0);
        (await lead.Get($"{url}/trained-reviewers?on={Today.AddMonths(37):yyyy-MM-dd}")).Done().Json["cover"]!["schoolsWithReviewer"]!.GetValue<int>().ShouldBe(0);
        (await app.As("stranger").Get($"{url}/trained-reviewers")).Refused(404, "unknown");
        (await lead.Get($"/api/v1/partnerships/{PartnershipId.New()}/trained-reviewers")).Refused(404, "unknown");

        var csv = (await lead.Get($"{url}/trained-reviewers?format=csv")).Done();
        csv.ContentType.ShouldBe("text/csv");
        csv.Body.ShouldContain("urn,school,reviewers,lead_reviewers,champions,trained_person_id,trained_name,trained_erased,trained_trained_as,trained_trained_on,trained_counts_until,trained_counts,trained_event_id");
        csv.Body.ShouldContain($"{schools[2]},School {schools[2]},0,0,0,,,,,,,,");
        csv.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);

        var training = read["schools"]![1]!["people"]![0]!["eventId"]!.GetValue<Guid>();
        var withdrawal = new { personId = App.Person("learner"), withdrawsEventId = training, reason = "It was somebody else.", occurredOn = Ago(5) };
        (await lead.Post($"{url}/training/withdrawals", withdrawal with { withdrawsEventId = Guid.NewGuid() })).Refused(404, "unknown", "withdrawsEventId");
        (await lead.Post($"{url}/training/withdrawals", withdrawal with { personId = App.Person("nobody") })).Refused(404, "unknown", "withdrawsEventId");
        (await lead.Post($"{url}/training/withdrawals", withdrawal)).Done().Json["version"]!.GetValue<int>().ShouldBe(2);
        (await lead.Post($"{url}/training/withdrawals", withdrawal)).Refused(400, "input", "withdrawsEventId");
        (await lead.Get($"{url}/trained-reviewers")).Json["cover"]!["schoolsWithReviewer"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task goes_with_a_school_to_the_one_that_takes_its_place()
    {
        var (url, schools, lead) = (await ATriadAsync(990211, "successor"), Schools(990211), app.As("successor"));
        await app.RegisterSchoolsAsync(new Urn(990219));
        (await lead.Post($"{url}/training", Trained("mover", schools[2], TrainedAs.PeerReviewer))).Done();
        await app.CloseSchoolAsync(schools[2], Ago(2), new(990219));
        (await lead.Post($"{url}/successions", new { oldUrn = schools[2], newUrn = 990219, kind = "academisation", occurredOn = Ago(2) })).Done();
        var read = (await lead.Get($"{url}/trained-reviewers")).Done().Json["schools"]!.AsArray().Single(school => school!["urn"]!.GetValue<string>() == "990219")!;
        read["reviewers"]!.GetValue<int>().ShouldBe(1);
        (await lead.Get($"{url}/trained-reviewers?on={Ago(10):yyyy-MM-dd}")).Json["schools"]![2]!["reviewers"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task IMP_4_decides_who_is_on_a_team()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990221), new(990222), new(990223), "team-lead");
        var url = $"/api/v1/partnerships/{review.PartnershipId}";
        await review.PlannedAsync();
        await review.ScopedAsync();
        foreach (var (name, role, home) in new[] { (review.LeadReviewer, TeamRole.Lead, 990222), (review.Reviewer, TeamRole.Reviewer, 990223) })
        {
            (await app.As(review.Lead).Post($"{review.Url}/team", new { personId = App.Person(name), role, homeUrn = home, occurredOn = Ago(26) })).Done();
            (await app.As(name).Post($"{review.Url}/interests", new { personId = App.Person(name), nature = InterestNature.None, occurredOn = Ago(25) })).Done();
            (await app.As(review.HostHead).Post($"{review.Url}/interest-assessments", new { personId = App.Person(name), outcome = InterestOutcome.Clear, occurredOn = Ago(24) })).Done();
        }
        var team = new { members = new[] { App.Person(review.LeadReviewer), App.Person(review.Reviewer) }, occurredOn = Ago(20) };
        (await app.As(review.Lead).Post($"{review.Url}/team/confirmation", team)).Refused(422, "IMP-4", "members");
        (await app.As(review.Lead).Post($"{url}/training", Trained(review.LeadReviewer, new(990222), TrainedAs.LeadReviewer))).Done();
        (await app.As(review.Lead).Post($"{review.Url}/team/confirmation", team)).Refused(422, "IMP-4", "members");
        (await app.As(review.Lead).Post($"{url}/training", Trained(review.Reviewer, new(990223), TrainedAs.PeerReviewer))).Done();
        (await app.As(review.Lead).Post($"{review.Url}/team/confirmation", team)).Done();
    }

    [Fact]
    public async Task is_shown_on_a_page()
    {
        var (api, schools) = (await ATriadAsync(990231, "page-lead"), Schools(990231));
        var url = api["/api/v1".Length..] + "/training";
        (await app.As("page-lead").Post($"{api}/training", Trained($"head-{schools[0]}", schools[0], TrainedAs.PeerReviewer))).Done();
        var page = await new Visitor(app, "page-lead").Open(url);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe($"Training on {Shell.When.InWords(Today)}");
        page.Text.ShouldContain("1 of 3 schools have a trained reviewer, and 0 of 1 champions needed are trained");
        page.Text.ShouldContain($"somebody School {schools[0]} peer reviewer {Shell.When.InWords(Ago(20))} {Shell.When.InWords(Ago(20).AddMonths(36))}");
        (await new Visitor(app, "page-lead").Open($"{url}?on={Today.AddMonths(37):yyyy-MM-dd}")).Text.ShouldContain(", no longer");
        (await new Visitor(app, "stranger").Open(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await new Visitor(app, null).Open(url)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task is_found_by_index()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "set enable_seqscan = off; explain select d.data from improvement.mt_doc_trainingrecord d where CAST(d.data ->> 'homes' as jsonb) ?| array['990201']", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        string.Join('\n', plan).ShouldContain("mt_doc_trainingrecord_idx_homes");
    }
}
