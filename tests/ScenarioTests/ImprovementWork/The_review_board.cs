using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Ical.Net;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class The_review_board(App app) : IClassFixture<App>
{
    private static readonly Urn[] Schools = [new(990411), new(990412), new(990413)];

    [Fact]
    public async Task says_what_each_review_waits_for_and_goes_into_a_calendar()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, Schools[0], Schools[1], Schools[2], "lead-of-board");
        await review.ToFinalAsync();
        var url = $"/api/v1/partnerships/{review.PartnershipId}";
        var line = (await app.As("lead-of-board").Get($"{url}/review-board")).Done().Json["reviews"]!.AsArray().ShouldHaveSingleItem()!;
        (line["state"]!.GetValue<string>(), line["next"]!.GetValue<string>()).ShouldBe(("finalised", "workshop"));
        line["dueOn"].ShouldNotBeNull();
        (await app.As(review.Reviewer).Get($"{url}/review-board?format=csv")).Done().Body.ShouldContain("finalised");

        var calendar = Ical.Net.Calendar.Load((await app.As(review.HostHead).Get($"{url}/reviews.ics")).Done().Body).ShouldNotBeNull();
        calendar.Events.Select(day => day.Summary).ShouldBe([$"Peer review of School {Schools[0]}", $"Last day for the improvement workshop at School {Schools[0]}", $"Check-in at School {Schools[0]}"], ignoreOrder: true);
        calendar.Events[0]!.Start!.Date.ShouldBe(Ago(14));

        var page = await new Visitor(app, review.HostHead).Open($"/partnerships/{review.PartnershipId}/reviews");
        page.Heading.ShouldBe("Reviews");
        page.Text.ShouldContain("School What comes next Round Visit How far it has come");
        page.Text.ShouldContain("The improvement workshop by");
        foreach (var address in new[] { "review-board", "reviews.ics" }) (await app.As("stranger").Get($"{url}/{address}")).Refused(404, "unknown");
        ((int)(await new Visitor(app, "stranger").Open($"/partnerships/{review.PartnershipId}/reviews")).Status).ShouldBe(404);
        (await app.With(null).Get($"{url}/review-board")).Refused(401, "sign-in");
    }

    [Fact]
    public async Task shows_a_plan_and_the_quality_of_a_review_through_the_API()
    {
        Urn[] schools = [new(990414), new(990415), new(990416)];
        var review = await ReviewThroughTheApi.InATriadAsync(app, schools[0], schools[1], schools[2], "lead-of-plans");
        await review.ToFinalAsync();
        var (lead, head) = (app.As("lead-of-plans"), app.As(review.HostHead));
        var year = AcademicYear.Of(Ago(4));
        var plan = (await head.Post("/api/v1/plans", new { partnershipId = review.PartnershipId, urn = schools[0], academicYear = year, occurredOn = Ago(4) })).Done().Id;
        (await head.Post("/api/v1/plans", new { partnershipId = review.PartnershipId, urn = schools[0], academicYear = year, occurredOn = Ago(4) })).Refused(400, "input", "academicYear");
        object Objective(string measure) => new
        {
            terms = new { text = "A numbat reasons in writing.", baseline = "Two in ten.", target = "Eight in ten.", measureId = measure, due = Today.AddDays(100) }, ownerRole = "senior-leader", ownerUrns = new[] { schools[0] },
            area = ImprovementArea.Achievement, occurredOn = Ago(4),
        };
        (await head.Post($"/api/v1/plans/{plan}/objectives", Objective(""))).Refused(422, "IMP-25", "terms.measureId");
        var objective = (await head.Post($"/api/v1/plans/{plan}/objectives", Objective("year-7-writing"))).Done().Id;
        (await head.Post($"/api/v1/plans/{plan}/progress-reviews", new
        {
            byPersons = new[] { App.Person(review.HostHead) }, ratings = new[] { new { objectiveId = objective, rag = Rag.Amber, details = "Books of three classes." } }, overall = OverallProgress.OnCourse, occurredOn = Ago(2),
        })).Done();
        var own = (await head.Get($"/api/v1/plans/{plan}")).Done();
        own.ETag.ShouldBe("\"3\"");
        own.Json["inside"]!["objectives"]![0]!["rag"]!.GetValue<string>().ShouldBe("amber");
        (await lead.Get($"/api/v1/plans?partnershipId={review.PartnershipId}")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem();
        (await head.Get($"/api/v1/plans/{plan}?format=csv")).Done().Body.ShouldContain("year-7-writing,amber,on-course");
        (await app.As(review.Reviewer).Get($"/api/v1/plans/{plan}")).Done().Body.ShouldNotContain("numbat reasons");
        (await app.As("stranger").Get($"/api/v1/plans/{plan}")).Refused(404, "unknown");

        var nine = Enum.GetValues<PeerReviewPrinciple>().Select(principle => new { principle, met = PrincipleMet.Yes, evidence = "A bilby shows it." }).ToArray();
        (await head.Post($"{review.Url}/quality", new { principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = Ago(1) })).Refused(422, "IMP-17");
        (await head.Post($"{review.Url}/quality/views", new { side = QualitySide.Host, principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = Ago(1) })).Done();
        (await app.As(review.LeadReviewer).Get(review.Url)).Done().Json["inside"]!["quality"]!.AsArray().ShouldBeEmpty("neither side reads the other's view before both are given");
        (await app.As(review.LeadReviewer).Post($"{review.Url}/quality/views", new { side = QualitySide.LeadReviewer, principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = Ago(1) })).Done();
        (await head.Post($"{review.Url}/quality", new { principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = Ago(1) })).Done();
        (await head.Get(review.Url)).Done().Json["inside"]!["quality"]!.AsArray().Count.ShouldBe(3);
        (await head.Get($"{review.Url}?format=csv")).Done().Body.ShouldContain("inside_findings_statement");
        (await lead.Get($"{review.Url}?format=csv")).Done().Body.ShouldNotContain("bilby");
        var reviews = $"/api/v1/reviews?partnershipId={review.PartnershipId}";
        async Task<int> CountAsync(string filter) => (await lead.Get(reviews + filter)).Done().Json["items"]!.AsArray().Count;
        var host = review.HostHead["head-".Length..];
        (await CountAsync(""), await CountAsync($"&hostUrn={host}&state=finalised"), await CountAsync("&state=planned"), await CountAsync("&academicYear=1999"), await CountAsync("&hostUrn=990999")).ShouldBe((1, 1, 0, 0, 0));
        (await lead.Get($"{reviews}&state=Finalised")).Refused(400, "input", "state");
        (await lead.Get($"/api/v1/practices?partnershipId={review.PartnershipId}")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
    }
}
