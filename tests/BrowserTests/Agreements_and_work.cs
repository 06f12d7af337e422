using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Agreements_and_work(Browser browser)
{
    [Theory, InlineData(1280, true), InlineData(320, false)]
    public async Task are_read_at_any_width_and_without_JavaScript(int width, bool javaScript)
    {
        var page = await browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Partnership lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        var partnership = page.Url;

        await page.GotoAsync($"{partnership}/agreements");
        (await page.GetByRole(AriaRole.Table, new() { Name = "Who has signed version 1" }).GetByText("Signed on").CountAsync()).ShouldBe(6);
        (await page.GetByRole(AriaRole.Table, new() { Name = "Version 1: collaboration by" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(4);
        await page.ShouldReadWellAsync(javaScript);

        await page.GotoAsync($"{partnership}/work");
        await page.GetByText("One advertisement and one day of interviews for all three schools.").WaitForAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "Who came to the last meetings" }).WaitForAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "The eight areas by term" }).WaitForAsync();
        (await page.GetByRole(AriaRole.Table, new() { Name = "The eight areas by term" }).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(9);
        (await page.GetByRole(AriaRole.Table, new() { Name = "Who came" }).GetByText("away").CountAsync()).ShouldBe(1);
        await page.ShouldReadWellAsync(javaScript);

        var stranger = await browser.VisitorAsync();
        await stranger.SignInAsync("Stranger");
        foreach (var section in new[] { "agreements", "work" }) (await stranger.GotoAsync($"{partnership}/{section}"))!.Status.ShouldBe(404, section);
    }
}
