using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Names_on_a_trace(ATriad triad) : IClassFixture<ATriad>
{
    [Fact]
    public async Task are_for_whoever_may_see_them_and_go_when_erased()
    {
        var app = triad.App;
        var partnership = await triad.FormedAsync();
        var review = await app.AReviewAsync(partnership);
        var page = $"/decisions/{await app.ADecisionAsync(partnership, review.Events[2])}/trace";
        var member = $"/api/v1/people/{App.Person("member")}";
        (await app.As("administrator").Post(member, new { name = "Winifred Layer" })).Done();

        (await new Visitor(app, "auditor").Open(page)).Text.ShouldContain("Winifred Layer, board member");
        var led = (await new Visitor(app, "lead").Open(page)).Text; // A member of the board has no post in the partnership.
        led.ShouldContain("Present board member");
        led.ShouldNotContain("Winifred");
        (await app.As("auditor").Get($"/api/v1{page}")).Done().Body.ShouldNotContain("Winifred");

        (await app.As("administrator").Post($"{member}/erasure", new { occurredOn = Today })).Done();
        var after = (await new Visitor(app, "auditor").Open(page)).Text;
        after.ShouldContain($"former member, ref {App.Person("member").ToString()[..8]}, board member");
        after.ShouldNotContain("Winifred");
    }
}
