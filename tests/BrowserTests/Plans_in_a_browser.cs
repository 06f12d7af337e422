using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Plans_in_a_browser(Browser browser)
{
    [Theory, InlineData(1280, true), InlineData(320, false)]
    public async Task are_read_at_any_width_and_without_JavaScript(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "This partnership" }).GetByRole(AriaRole.Link, new() { Name = "Plans" }).FollowAsync();
        (await page.GetByRole(AriaRole.Table, new() { Name = "Plans, the latest year first" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(2);
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!.ShouldStartWith("Plan of ");
        await page.GetByRole(AriaRole.Heading, new() { Name = "2 of 2 objectives on track at the last progress review" }).WaitForAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "Ratings over time" }).WaitForAsync();
        // The table says what the picture shows: three progress reviews of two objectives.
        var ratings = page.GetByRole(AriaRole.Table, new() { Name = "Ratings over time" });
        (await ratings.GetByRole(AriaRole.Row).CountAsync()).ShouldBe(7);
        (await ratings.GetByText("needs attention").CountAsync()).ShouldBe(2);
        await page.GetByText("It was to be: It grows in every book looked at.").WaitForAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "What is done for objective 1" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "All plans of" }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!.ShouldStartWith("Plans of ");
        await page.ShouldReadWellAsync(javaScript);
    }

    [Fact]
    public async Task say_to_an_analyst_that_there_are_some_and_to_a_stranger_nothing()
    {
        var lead = await browser.VisitorAsync();
        await lead.SignInAsync("Partnership lead");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        var list = $"{lead.Url}/plans";
        await lead.GotoAsync(list);
        await lead.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).FollowAsync();
        var analyst = await browser.VisitorAsync();
        await analyst.SignInAsync("Analyst");
        await analyst.GotoAsync(lead.Url);
        await analyst.GetByText("You see how many objectives there are, not what they say").WaitForAsync();
        (await analyst.ContentAsync()).ShouldNotContain("Every department plans");
        var stranger = await browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        foreach (var address in new[] { list, lead.Url }) (await stranger.GotoAsync(address))!.Status.ShouldBe(404, address);
    }
}
