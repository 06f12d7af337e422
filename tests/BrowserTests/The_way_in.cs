using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class The_way_in(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task leads_a_newcomer_from_the_start_page_to_their_partnerships(int width)
    {
        var page = await browser.VisitorAsync(width);
        await page.GotoAsync("/");
        await page.ShouldReadWellAsync();

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).FollowAsync();
        await page.ShouldReadWellAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).FollowAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "Choose who you want to be" }).WaitForAsync();
        (await page.TitleAsync()).ShouldStartWith("Error: ");
        await page.ShouldReadWellAsync();

        await page.GetByLabel("Headteacher", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).FollowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).WaitForAsync();
        await page.ShouldReadWellAsync();
    }

    [Fact]
    public async Task by_keyboard_alone_works_without_JavaScript()
    {
        var page = await browser.VisitorAsync(320, javaScript: false);
        await page.GotoAsync("/dev/sign-in?returnUrl=/partnerships");
        await page.GetByLabel("Partnership lead", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).WaitForAsync();
    }

    [Fact]
    public async Task shows_a_stranger_no_partnership_and_the_same_page_for_forbidden_and_unknown()
    {
        var lead = await browser.VisitorAsync();
        await lead.SignInAsync("Partnership lead");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Three Rivers Triad" }).FollowAsync();
        var theirs = new Uri(lead.Url).AbsolutePath;

        var page = await browser.VisitorAsync();
        await page.SignInAsync("Stranger");
        await page.GetByText("There is no partnership that you can see.").WaitForAsync();
        (await page.GotoAsync(theirs))!.Status.ShouldBe(404);
        var forbidden = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        await page.ShouldReadWellAsync();
        (await page.GotoAsync($"/partnerships/{Guid.NewGuid()}"))!.Status.ShouldBe(404);
        Words(await page.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldBe(Words(forbidden));
    }

    [Fact]
    public async Task refuses_a_form_without_its_token()
    {
        var page = await browser.VisitorAsync();
        var answer = await page.APIRequest.PostAsync("/dev/sign-in", new() { Form = page.APIRequest.CreateFormData().Append("persona", "lead"), MaxRedirects = 0 });
        answer.Status.ShouldBe(400);
    }

    [Fact]
    public async Task says_how_accessible_it_is()
    {
        var page = await browser.VisitorAsync(320);
        await page.GotoAsync("/accessibility");
        await page.ShouldReadWellAsync();
    }

    // The technical reference differs from page to page.
    private static string Words(string text) => text.Split("Technical reference")[0].Trim();
}
