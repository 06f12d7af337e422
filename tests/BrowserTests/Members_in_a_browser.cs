using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Members_in_a_browser(Browser browser)
{
    [Theory, InlineData(1280, true), InlineData(320, false)]
    public async Task are_read_on_any_day_by_name(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Members", Exact = true }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!.ShouldStartWith("Members on ");
        var members = page.GetByRole(AriaRole.Table, new() { Name = "3 members" });
        (await Row(members, "Ashdown Academy").InnerTextAsync()).ShouldContain("Amina Fairweather\tDesmond Pike\tfull");
        (await Row(page.GetByRole(AriaRole.Table, new() { Name = "Leads" }), "Deputy").InnerTextAsync()).ShouldContain("Rhys Applegarth\tBirchwood High School");
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Members on" }).FillAsync("2001-02-03");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).ShouldBe("Members on 3 February 2001");
        (await page.GetByText("No school was a member on that day.").CountAsync()).ShouldBe(1);
        await page.ShouldReadWellAsync(javaScript);
    }

    [Fact]
    public async Task are_nameless_to_an_analyst_and_unknown_to_a_stranger()
    {
        var analyst = await browser.VisitorAsync();
        await analyst.SignInAsync("Analyst");
        await analyst.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        await analyst.GetByRole(AriaRole.Link, new() { Name = "Members", Exact = true }).FollowAsync();
        (await Row(analyst.GetByRole(AriaRole.Table, new() { Name = "3 members" }), "Ashdown Academy").InnerTextAsync()).ShouldContain("in post\tin post\tfull");
        (await analyst.ContentAsync()).ShouldNotContain("Fairweather");

        var stranger = await browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        (await stranger.GotoAsync(analyst.Url))!.Status.ShouldBe(404);
    }

    private static ILocator Row(ILocator table, string name) => table.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
}
