using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Training_in_a_browser(Browser browser)
{
    [Theory, InlineData(1280, true), InlineData(320, false)]
    public async Task is_read_at_any_width_and_without_JavaScript(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        var partnership = page.Url;
        await page.GotoAsync($"{partnership}/members");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "This partnership" }).GetByRole(AriaRole.Link, new() { Name = "Training" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Every school has a trained reviewer, and there are champions enough" }).WaitForAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "Training at each school" }).WaitForAsync();
        (await page.GetByRole(AriaRole.Table, new() { Name = "Training at each school" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(4);
        await page.GetByRole(AriaRole.Table, new() { Name = "Who is trained, and until when it counts" }).GetByText("Amina Fairweather").WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByLabel("Trained on").FillAsync("2015-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).FollowAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "No school was a member on that day" }).WaitForAsync();

        var stranger = await browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        (await stranger.GotoAsync($"{partnership}/training"))!.Status.ShouldBe(404);
    }
}
