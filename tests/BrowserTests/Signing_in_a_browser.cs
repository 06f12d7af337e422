using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Signing_in_a_browser(Browser browser) : IClassFixture<Browser>
{
    [Theory, InlineData("Partnership lead", "Ashdown Academy", 320, false), InlineData("Headteacher", "Birchwood High School", 1280, true)]
    public async Task leads_a_head_from_the_timeline_to_a_signed_protocol(string persona, string school, int width, bool javaScript)
    {
        await AmendedAsync();
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync(persona);
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Agreements", Exact = true }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read the protocol in plain words, and sign it for your school" }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Protocol, version 2");
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Sign for {school}" }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe($"Sign for {school}");
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign the protocol" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = $"You have signed for {school}" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        (await page.GetByRole(AriaRole.Button, new() { Name = $"Sign for {school}" }).CountAsync()).ShouldBe(0);
    }

    [Theory, InlineData(320, false), InlineData(1280, true)]
    public async Task shows_everybody_their_own_details(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Analyst");
        await page.GetByRole(AriaRole.Link, new() { Name = "Your details" }).FollowAsync();
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByLabel("Email address (optional)").FillAsync("nobody");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).FollowAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "An email address looks like name@school.example." }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByLabel("Email address (optional)").FillAsync("noor@school.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Saved" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Erase my name and contact details" }).FollowAsync();
        await page.ShouldReadWellAsync(javaScript);
    }

    /// <summary>The lead adopts a second version through the API, which nobody has signed; once.</summary>
    private async Task AmendedAsync()
    {
        using var http = new HttpClient { BaseAddress = new(browser.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await http.GetStringAsync("/dev/token?persona=lead"));
        using var list = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("/api/v1/partnerships"));
        var triad = list.RootElement.GetProperty("items").EnumerateArray().First(item => item.GetProperty("name").GetString() == "Three Rivers Triad").GetProperty("id").GetString();
        using var read = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync($"/api/v1/partnerships/{triad}"));
        if (read.RootElement.GetProperty("protocol").GetProperty("version").GetInt32() > 1) return;
        var today = Samples.Today.ToString("yyyy-MM-dd", null);
        using var body = new StringContent($$"""
            {"defaultRoutes":[{"artefact":"findings","maxRing":"review-team","extent":"full-report"},{"artefact":"report","maxRing":"host-governors","extent":"full-report"}],
             "triggersAllowed":["workshop","host-plan"],"reviewDays":2,"workshopWithinSchoolDays":15,"checkInFromDays":60,"checkInToDays":120,
             "safeguardingRoute":"headteacher-or-lado-if-about-the-head","dataRetentionYears":6,"effectiveFrom":"{{today}}","occurredOn":"{{today}}"}
            """, System.Text.Encoding.UTF8, "application/json");
        (await http.PostAsync($"/api/v1/partnerships/{triad}/protocols", body)).EnsureSuccessStatusCode();
    }
}
