using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class The_school_year_and_its_ledger(Browser browser)
{
    [Theory, InlineData(320, true), InlineData(320, false)]
    public async Task show_terms_give_and_take_and_quality_at_any_width_and_without_JavaScript(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        var partnership = page.Url;

        await page.GotoAsync($"{partnership}/give-and-take");
        (await page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First.TextContentAsync())!.ShouldBe("Each school has hosted once and reviewed twice");
        (await page.GetByRole(AriaRole.Table, new() { Name = "Who reviewed whom" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(7);
        await page.GetByRole(AriaRole.Img, new() { Name = "Who reviewed whom" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByLabel("School year").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).FollowAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "What each school gave and took" }).WaitForAsync();
        page.Url.ShouldContain("year=20");
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "Quality of reviews", Exact = true }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Quality of reviews" }).WaitForAsync();
        // The demonstration plays in the school year before this one.
        await page.GetByLabel("School year").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).FollowAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "Findings that affirm and challenge" }).WaitForAsync();
        (await page.GetByRole(AriaRole.Table, new() { Name = "What followed, and what speaks for a cosy chat" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(4);
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "School terms", Exact = true }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!.ShouldStartWith("School terms 20");
        (await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(4);
        await page.ShouldReadWellAsync(javaScript);
        await page.GotoAsync($"{partnership}/terms?year=2024");
        await page.GetByText("2024/25 has 195 school days").First.WaitForAsync();
    }

    [Fact]
    public async Task look_like_nothing_to_a_stranger()
    {
        var lead = await browser.VisitorAsync();
        await lead.SignInAsync("Partnership lead");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await lead.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Three Rivers Triad" }).WaitForAsync();
        var stranger = await browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        foreach (var section in new[] { "give-and-take", "terms", "review-quality" }) (await stranger.GotoAsync($"{lead.Url}/{section}"))!.Status.ShouldBe(404, section);
    }
}
