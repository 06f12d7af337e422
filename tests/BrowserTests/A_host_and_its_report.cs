using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

[Collection(nameof(BrowserToRecord))]
public class A_host_and_its_report(BrowserToRecord given)
{
    [Theory, InlineData(320, true), InlineData(320, false)]
    public async Task shows_who_can_see_it_releases_it_and_takes_it_back(int width, bool javaScript)
    {
        var page = await given.Browser.VisitorAsync(width, javaScript);
        await page.SignInAsync("Headteacher");
        await page.GotoAsync("/");
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "holds, and who has looked" }).First.FollowAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!.ShouldBe("Who can see this, and who has");
        await page.GetByRole(AriaRole.Img, new() { Name = "What each ring sees now" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "Release the report" }).First.FollowAsync();
        await page.ShouldReadWellAsync(javaScript);
        await Press(page, "Check your answers");
        (await page.GetByRole(AriaRole.Alert).TextContentAsync())!.ShouldContain("Choose who may see it");
        await page.ShouldReadWellAsync(javaScript);
        await page.GetByLabel("Heads of the partnership").CheckAsync();
        await page.GetByLabel("A summary").CheckAsync();
        await page.GetByLabel("For learning in the partnership").CheckAsync();
        // Each visitor releases until another year, so that none finds theirs recorded already.
        await page.GetByLabel("Day").FillAsync("1");
        await page.GetByLabel("Month").FillAsync("5");
        await page.GetByLabel("Year").FillAsync(javaScript ? "2040" : "2041");
        await page.GetByLabel("I agree anew to go wider").CheckAsync();
        await Press(page, "Check your answers");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Check what you are about to release" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
        await Press(page, "Release");
        await page.GetByRole(AriaRole.Heading, new() { Name = "A summary: released" }).WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "Take this release back" }).FollowAsync();
        await page.GetByLabel("Why do you take it back?").FillAsync("It has been read.");
        await page.ShouldReadWellAsync(javaScript);
        await Press(page, "Take it back");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Release taken back" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Who can see your school's reviews, and who has" }).FollowAsync();
        await page.GetByText("Withdrawn ").First.WaitForAsync();
        await page.ShouldReadWellAsync(javaScript);
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).FollowAsync();
}
