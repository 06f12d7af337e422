using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Practice_in_a_browser(Browser browser)
{
    [Theory, InlineData(1280, true), InlineData(320, false)]
    public async Task travels_and_is_seen_to_at_any_width_and_without_JavaScript(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        var sections = page.GetByRole(AriaRole.Navigation, new() { Name = "This partnership" });
        await sections.GetByRole(AriaRole.Link, new() { Name = "Practice", Exact = true }).FollowAsync();
        (await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).Nth(1).TextContentAsync())!.ShouldContain("How do you know?");
        await page.GetByText("Answers grew longer where pupils had a minute to think.").WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await sections.GetByRole(AriaRole.Link, new() { Name = "Concerns", Exact = true }).FollowAsync();
        await page.GetByText("There is no concern that you may know of.").WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
    }
}
