using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class A_self_review_through_the_API(App app) : IClassFixture<App>
{
    [Fact]
    public async Task is_the_heads_until_it_is_shared_and_then_goes_no_further()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990401), new(990402), new(990403), "lead");
        await review.PlannedAsync();
        (await app.As(review.HostHead).Post($"{review.Url}/enquiry", new
        {
            question = "Why?", area = ImprovementArea.Inclusion, linesOfEnquiry = new[] { "One" }, whyNow = "Now.", occurredOn = Ago(27),
        })).Refused(422, "IMP-2");
        await review.SelfReviewedAsync();
        await review.ScopedAsync();

        var url = $"/api/v1/schools/990401/self-reviews/{AcademicYear.Of(Ago(29))}";
        var own = (await app.As(review.HostHead).Get(url)).Done();
        own.Body.ShouldContain("marten");
        own.ETag.ShouldBe("\"3\"");
        foreach (var other in new[] { review.HostChair, review.LeadReviewer, "lead" }) (await app.As(other).Get(url)).Done().Body.ShouldNotContain("marten");
        (await app.As("stranger").Get(url)).Refused(404, "unknown");
        (await app.As(review.LeadReviewer).Post($"{url}/submission", new { occurredOn = Ago(20) })).Refused(403, "INT-9");
        (await app.As(review.HostHead).Post($"{url}/submission", new { occurredOn = Ago(20) })).Refused(400, "input");
        (await app.As(review.HostHead).Post($"{url}/sharing", new { ring = AudienceRing.LaTrustDiocese, occurredOn = Ago(20) })).Refused(400, "input", "ring");
        (await app.As(review.HostHead).Post($"{url}/sharing", new { ring = AudienceRing.PartnershipHeads, occurredOn = Ago(20) })).Done();
        (await app.As(review.Reviewer).Get(url)).Done().Body.ShouldContain("marten");
        (await app.As("lead").Get(url)).Done().Body.ShouldNotContain("marten");
    }
}
