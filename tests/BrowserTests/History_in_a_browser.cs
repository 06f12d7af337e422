using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class History_in_a_browser(Browser browser)
{
    [Theory, InlineData(1280, true), InlineData(320, false)]
    public async Task leads_from_the_timeline_to_a_replay_and_to_the_trace_of_the_decision(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Three Rivers Triad");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Collaboration confirmed" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        var timeline = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "Trace of the decision (Collaboration confirmed)" }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First.TextContentAsync())!.Trim().ShouldStartWith("Verified. The ");
        await page.ShouldReadWellAsync(javaScript);

        await page.GotoAsync(timeline);
        await page.GetByRole(AriaRole.Link, new() { Name = "View in replay (Collaboration confirmed)" }).FollowAsync();
        await page.GetByText("Viewing: as happened by").First.WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GotoAsync($"{timeline}?lane=evaluation&recordedUpTo=2001-01-01");
        await page.GetByText("Nothing had happened and was known from here.").WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
    }

    [Fact]
    public async Task looks_like_nothing_to_a_stranger()
    {
        var lead = await browser.VisitorAsync();
        await lead.SignInAsync("Partnership lead");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await lead.GetByRole(AriaRole.Heading, new() { Name = "Collaboration confirmed" }).WaitForAsync();
        var trace = await lead.GetByRole(AriaRole.Link, new() { Name = "Trace of the decision (Collaboration confirmed)" }).GetAttributeAsync("href");

        var stranger = await browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        foreach (var address in new[] { lead.Url, $"{lead.Url}/replay", trace!, $"/partnerships/{Guid.CreateVersion7()}" })
        {
            var answer = await stranger.GotoAsync(address);
            answer!.Status.ShouldBe(404, address);
            (await stranger.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Page not found");
        }
    }
}
