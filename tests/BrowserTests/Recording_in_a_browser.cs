using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

[Collection(nameof(BrowserToRecord))]
public class Recording_in_a_browser(BrowserToRecord given)
{
    [Theory, InlineData(320, true, 3), InlineData(320, false, 4)]
    public async Task asks_one_thing_a_page_checks_and_says_what_comes_next(int width, bool javaScript, int round)
    {
        var review = await PlannedAsync(round);
        var page = await given.Browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Headteacher");
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Your reviews" }).FollowAsync();
        await page.ShouldReadWellAsync(javaScript);
        await page.Locator($"a[href='/reviews/{review}/record']").FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Review of Birchwood High School");
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Agree the enquiry question" }).FollowAsync();

        // Nothing said is refused above the question, by a link that leads to it; then it is answered, once by keyboard alone.
        await ContinueAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        var question = page.GetByLabel("What does the school want to find out?");
        if (javaScript)
        {
            await question.FocusAsync();
            await page.Keyboard.TypeAsync("How does talk deepen reasoning?");
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string>("document.activeElement.textContent")).Trim().ShouldBe("Continue");
            await page.FollowAsync(() => page.Keyboard.PressAsync("Enter"));
        }
        else
        {
            await question.FillAsync("How does talk deepen reasoning?");
            await ContinueAsync();
        }
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByLabel("Curriculum and teaching").CheckAsync();
        await ContinueAsync();
        await page.GetByLabel("Which lines of enquiry lie under it?").FillAsync("In lessons\nIn books");
        await ContinueAsync();
        await page.GetByLabel("Why now?").FillAsync("Answers are short.");
        await page.ShouldReadWellAsync(javaScript);
        await ContinueAsync();
        await ContinueAsync();

        // Every answer can be changed before it is recorded, and nothing is recorded before.
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Check your answers");
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change Why now?" }).FollowAsync();
        await page.GetByLabel("Why now?").FillAsync("Answers in books are short.");
        await ContinueAsync();
        await page.GetByText("Answers in books are short.").WaitForAsync();
        await page.GetByText("In books", new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm and record" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Recorded" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GotoAsync($"/reviews/{review}/record");
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Agree the enquiry question" }).GetByText("Completed").WaitForAsync();

        // The record of a review, as far as its host head may see it: this one, which has a question so far, and one of last year, which has everything.
        await page.GotoAsync($"/reviews/{review}");
        await page.GetByText("Answers in books are short.").WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        await page.GotoAsync("/partnerships");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "This partnership" }).GetByRole(AriaRole.Link, new() { Name = "Reviews", Exact = true }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Birchwood High School" }).First.FollowAsync();
        (await page.GetByRole(AriaRole.Table, new() { Name = "Findings" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBeGreaterThan(1);
        await page.ShouldReadWellAsync(javaScript);

        var stranger = await given.Browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        (await stranger.GotoAsync(page.Url))!.Status.ShouldBe(404);

        Task ContinueAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).FollowAsync();
    }

    [Fact]
    public async Task plans_a_review_proposes_its_days_and_asks_how_good_another_was()
    {
        const int width = 320, round = 5;
        const bool javaScript = true;
        var page = await given.Browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GotoAsync("/partnerships");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "This partnership" }).GetByRole(AriaRole.Link, new() { Name = "Reviews", Exact = true }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan a review" }).FollowAsync();
        await page.ShouldReadWellAsync(javaScript);
        foreach (var choice in new[] { "Birchwood High School", "Yes", "A triad's own" })
        {
            await page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
            await ContinueAsync();
        }
        foreach (var day in new[] { Samples.Today.AddDays(60), Samples.Today.AddDays(61) })
        {
            foreach (var (part, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) }) await page.GetByLabel(part, new() { Exact = true }).FillAsync($"{value}");
            await ContinueAsync();
        }
        foreach (var question in new[] { "Which peer group reviews?", "Which earlier review does it follow up?" })
        {
            await page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel("None").CheckAsync();
            await ContinueAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Change Which round is it?" }).FollowAsync();
        await page.GetByLabel("Which round is it?").FillAsync($"{round}");
        await ContinueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm and record" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Recorded" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What there is to record in it" }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Publish the timetable" }).FollowAsync();
        await page.ShouldReadWellAsync(javaScript);
        await ContinueAsync();
        await page.GetByText("On which day is the check-in?").First.WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm and record" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Recorded" }).WaitForAsync();

        var head = await given.Browser.VisitorAsync(width, javaScript);
        await head.SignInAsync("Headteacher");
        await head.GotoAsync("/reviews/mine");
        await head.Locator("tbody a[href$='/record']").First.FollowAsync();
        await head.GetByRole(AriaRole.Link, new() { Name = "Say how good the review was" }).FollowAsync();
        await head.ShouldReadWellAsync(javaScript);
        await head.GetByLabel("Partly", new() { Exact = true }).CheckAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Continue" }).FollowAsync();
        (await head.GetByRole(AriaRole.Alert).TextContentAsync()).ShouldNotBeNull().ShouldContain("Say it in words, too");
        await head.ShouldReadWellAsync(javaScript);

        var analyst = await given.Browser.VisitorAsync(width, javaScript);
        await analyst.SignInAsync("Analyst");
        await analyst.GotoAsync("/quadrants/mid");
        await analyst.GetByRole(AriaRole.Table, new() { Name = "Reviews of each year" }).WaitForAsync();
        await analyst.ShouldReadWellAsync(javaScript);

        Task ContinueAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).FollowAsync();
    }

    /// <summary>A review that the host head invited, and a self-review before it; each visitor records in a round of its own.</summary>
    private async Task<string> PlannedAsync(int round)
    {
        using HttpClient lead = await AsAsync("lead"), head = await AsAsync("head");
        var triad = (await lead.GetFromJsonAsync<JsonNode>("/api/v1/partnerships"))!["items"]!.AsArray().Single(item => item!["name"]!.GetValue<string>() == "Three Rivers Triad")!["id"]!.GetValue<string>();
        var (today, me) = ($"{Samples.Today:yyyy-MM-dd}", (await head.GetFromJsonAsync<JsonNode>("/api/v1/me"))!["personId"]!.GetValue<string>());
        var year = Contracts.AcademicYear.Of(Samples.Today);
        using var known = await head.GetAsync($"/api/v1/schools/990002/self-reviews/{year}");
        if (!known.IsSuccessStatusCode)
        {
            await PostAsync(head, "/api/v1/schools/990002/self-reviews", $$"""{"academicYear":{{year}},"frameworkId":"essex-self-review","frameworkVersion":1,"occurredOn":"{{today}}"}""");
            await PostAsync(head, $"/api/v1/schools/990002/self-reviews/{year}/areas", $$"""{"area":"curriculum-and-teaching","judgement":"Pupils answer well.","confidence":"medium","evidence":["Books."],"occurredOn":"{{today}}"}""");
            await PostAsync(head, $"/api/v1/schools/990002/self-reviews/{year}/submission", $$"""{"occurredOn":"{{today}}"}""");
        }
        return (await PostAsync(lead, "/api/v1/reviews", $$"""
            {"partnershipId":"{{triad}}","hostUrn":"990002","round":{{round}},"model":"local-triad","plannedFrom":"{{Samples.Today.AddDays(30):yyyy-MM-dd}}","plannedTo":"{{Samples.Today.AddDays(31):yyyy-MM-dd}}",
             "invitedBy":"{{me}}","occurredOn":"{{today}}"}
            """))["id"]!.GetValue<string>();
    }

    private async Task<HttpClient> AsAsync(string persona)
    {
        var http = new HttpClient { BaseAddress = new(given.Browser.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await http.GetStringAsync($"/dev/token?persona={persona}"));
        return http;
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string address, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(address, body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
