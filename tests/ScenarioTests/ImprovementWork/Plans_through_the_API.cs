using System.Net;
using EssexImprovement.Brokerage;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using JasperFx.Events;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Plans_through_the_API(App app) : IClassFixture<App>
{
    private const string Plans = "/api/v1/plans", Drafts = "/api/v1/support-request-drafts", Requests = "/api/v1/support-requests", Secret = "Every pupil reasons like a woylie.";
    private static readonly DateOnly Opened = Ago(28);

    [Fact]
    public async Task of_a_school_are_followed_from_objective_to_closing_and_each_rule_refuses_and_allows()
    {
        var triad = await TriadAsync(990301);
        var (head, lead, peer) = (app.As("head-990301"), app.As("lead-of-plans"), app.As("head-990302"));
        var id = await OpenAsync(triad, 990301);
        var plan = $"{Plans}/{id}";

        (await head.Post($"{plan}/objectives", Objective([990301], null))).Refused(422, "IMP-25", "terms.measureId");
        var objective = (await head.Post($"{plan}/objectives", Objective([990301], "reasoning"))).Done().Id;
        var mistaken = (await head.Post($"{plan}/objectives", Objective([990301], "reasoning-spoken"))).Done().Id;
        (await peer.Post($"{plan}/objectives", Objective([990301], "third"))).Refused(403, "XCT-4");
        (await head.Post($"{plan}/objectives/removed", new { objectiveId = mistaken, why = "It is in the first.", occurredOn = Ago(19) })).Done();
        (await head.Post($"{plan}/objectives/revisions", new { objectiveId = objective, now = Terms("", "Nine in ten do."), why = "Two classes more.", occurredOn = Ago(18) })).Refused(422, "IMP-25", "now.measureId");
        (await head.Post($"{plan}/objectives/revisions", new { objectiveId = objective, now = Terms("reasoning", "Nine in ten do."), why = "Two classes more.", occurredOn = Ago(18) })).Done();
        var action = (await head.Post($"{plan}/actions", new { objectiveId = objective, text = "Read each other's books.", ownerRole = StaffRole.Teacher, due = Today, occurredOn = Ago(17) })).Done().Id;
        (await head.Post($"{plan}/actions/done", new { objectiveId = objective, actionId = action, occurredOn = Ago(16) })).Done();
        (await head.Post($"{plan}/objectives/removed", new { objectiveId = objective, why = "It is too much.", occurredOn = Ago(15) })).Refused(422, "IMP-24", "objectiveId");

        // Nobody rates in the place of the head, and not without saying why.
        (await lead.Post($"{plan}/progress-reviews", Progress(12, ["lead-of-plans"], objective, Rag.Green))).Refused(422, "XCT-6", "byPersons");
        (await head.Post($"{plan}/progress-reviews", Progress(12, ["head-990301"], objective, Rag.Red, details: ""))).Refused(422, "IMP-21", "ratings");
        (await head.Post($"{plan}/progress-reviews", Progress(12, ["head-990301"], objective, Rag.Red, nextOn: Ago(12)))).Refused(422, "IMP-23", "nextOn");
        (await head.Post($"{plan}/progress-reviews", Progress(12, ["head-990301"], objective, Rag.Red, nextOn: Ago(6)))).Done();
        (await head.Post($"{plan}/progress-reviews", Progress(12, ["head-990301"], objective, Rag.Green))).Refused(422, "IMP-22", "occurredOn");
        (await lead.Post($"{plan}/progress-reviews", Progress(6, ["head-990301"], objective, Rag.Green))).Done();
        var told = await app.ToldAsync(id);
        (await head.Post($"{plan}/progress-reviews/corrections", new { correctsEventId = told[^1].Id, objectiveId = objective, now = Rag.Amber, reason = "The wrong column.", occurredOn = Ago(5) })).Done();

        var read = (await head.Get(plan)).Done();
        read.ETag.ShouldBe("\"10\"");
        var seen = read.Json["inside"]!["objectives"]!.AsArray().ShouldHaveSingleItem()!;
        (seen["terms"]!["target"].Text(), seen["revisions"]![0]!["was"]!["target"].Text()).ShouldBe(("Nine in ten do.", "Eight in ten do."));
        seen["actions"]![0]!["doneOn"].Text().ShouldBe($"{Ago(16):yyyy-MM-dd}");
        var rating = read.Json["inside"]!["progress"]![1]!["ratings"]![0]!;
        (rating["rag"].Text(), rating["first"].Text()).ShouldBe(("amber", "green"));
        (await head.Get($"{plan}?format=csv")).Done().Body.ShouldContain("reasoning,amber,on-course,green");
        (await lead.Get(plan)).Done().Body.ShouldContain("woylie");
        (await peer.Get(plan)).Done().Body.ShouldNotContain("woylie");
        (await app.As("stranger").Get(plan)).Refused(404, "unknown").Json["detail"].Text().ShouldBe((await app.As("stranger").Get($"{Plans}/{Guid.NewGuid()}")).Refused(404, "unknown").Json["detail"].Text());

        await PagesShowItAsync(triad, id);

        object Achieved(int datedAgo) => new { objectiveId = objective, evidence = new[] { new { what = "Books of this month.", datedOn = Ago(datedAgo) } }, occurredOn = Ago(2) };
        (await head.Post($"{plan}/objectives/achieved", Achieved(20))).Refused(422, "IMP-27", "evidence");
        (await head.Post($"{plan}/close", new { occurredOn = Ago(1) })).Refused(400, "input");
        (await head.Post($"{plan}/objectives/achieved", Achieved(3))).Done();
        (await head.Post($"{plan}/close", new { occurredOn = Ago(1) }, ("If-Match", "\"10\""))).Refused(412, "XCT-2");
        (await head.Post($"{plan}/close", new { occurredOn = Ago(1) }, ("If-Match", "\"11\""))).Done();
        (await head.Post($"{plan}/objectives", Objective([990301], "late"))).Refused(422, "XCT-9");
        (await lead.Get($"{Plans}?partnershipId={triad}")).Done().Json["items"]![0]!["achieved"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task are_shared_by_schools_that_own_each_objective_together()
    {
        var triad = await TriadAsync(990311);
        var (lead, plan) = (app.As("lead-of-plans"), $"{Plans}/{await OpenAsync(triad, null)}");
        (await app.As("head-990311").Post($"{plan}/objectives", Objective([990311, 990312], "hiring"))).Refused(403, "XCT-4");
        (await lead.Post($"{plan}/objectives", Objective([990311], "hiring"))).Refused(422, "IMP-26", "ownerUrns");
        var objective = (await lead.Post($"{plan}/objectives", Objective([990311, 990312], "hiring"))).Done().Id;
        (await lead.Post($"{plan}/progress-reviews", Progress(10, ["head-990313"], objective, Rag.Green))).Refused(422, "XCT-6", "byPersons");
        (await lead.Post($"{plan}/progress-reviews", Progress(10, ["head-990312"], objective, Rag.Green))).Done();
        (await lead.Post($"{plan}/objectives/stopped", new { objectiveId = objective, why = "The county does it.", occurredOn = Ago(4) })).Done();
        (await lead.Post($"{plan}/progress-reviews", Progress(3, ["head-990312"], objective, Rag.Green))).Refused(400, "input", "ratings");
        (await app.As("head-990313").Get(plan)).Done().Body.ShouldContain("woylie");
        (await app.As("chair-990313").Get(plan)).Done().Body.ShouldNotContain("woylie");
    }

    [Fact]
    public async Task are_opened_from_a_review_by_hand_where_it_starts_none_by_itself()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990351), new(990352), new(990353), "lead-by-hand");
        object Open(ReviewId from, int urn = 990351) => new { partnershipId = review.PartnershipId, academicYear = AcademicYear.Of(Ago(4)), urn, reviewId = from, occurredOn = Ago(4) };
        await review.ToVisitEndedAsync();
        var head = app.As(review.HostHead);
        (await head.Post(Plans, Open(review.Id))).Refused(400, "input", "reviewId");
        await review.FeedbackAsync();
        await review.FinalAsync();
        (await head.Post(Plans, Open(ReviewId.New()))).Refused(400, "input", "reviewId");
        (await app.As(review.Lead).Post(Plans, Open(review.Id, 990352))).Refused(400, "input", "reviewId");
        var id = (await head.Post(Plans, Open(review.Id))).Done().Id;
        (await app.ToldAsync(id)).ShouldHaveSingleItem().Data.ShouldBe(new PlanOpened(new(id), review.PartnershipId, new(990351), AcademicYear.Of(Ago(4)), PlanSource.Review, review.Id, Ago(4)));
        var finding = (await app.FindingsAsync(review.Id))[0];
        (await head.Post($"{Plans}/{id}/objectives", Objective([990351], "talk", FindingId.New(), 3))).Refused(400, "input", "findingId");
        (await head.Post($"{Plans}/{id}/objectives", Objective([990351], "talk", finding, 3))).Done();
        var page = await new Visitor(app, review.HostHead).Open($"/plans/{id}");
        page.Html.ShouldContain($"href=\"/reviews/{review.Id}\"");
        page.Text.ShouldContain("a finding of the peer review");
    }

    [Fact]
    public async Task that_need_help_draft_a_request_for_the_head_who_words_and_sends_it()
    {
        var triad = await TriadAsync(990321);
        var (head, lead) = (app.As("head-990321"), app.As("lead-of-plans"));
        var (plan, objective) = await WithObjectiveAsync(triad, 990321);
        Task<Answer> AskAsync(Caller by, bool consents) => by.Post($"{Plans}/{plan}/help", Help(objective, consents));

        (await AskAsync(lead, consents: true)).Refused(422, "XCT-6", "headConsents");
        // An If-Match names the version of the plan, though nothing is added to the plan's own history.
        var version = (await head.Get($"{Plans}/{plan}")).Done().ETag!;
        (await lead.Post($"{Plans}/{plan}/help", Help(objective, consents: false), ("If-Match", "\"99\""))).Refused(412, "XCT-2");
        // The lead heads a school of their own by now, and asks as the lead all the same.
        (await app.As("administrator").Post("/api/v1/schools/990323/leaders", new { personId = App.Person("lead-of-plans"), capacity = Capacity.Headteacher, occurredOn = Ago(1) })).Done();
        await app.AndWaitAsync(async () => (await lead.Post($"{Plans}/{plan}/help", Help(objective, consents: false), ("If-Match", version))).Done());
        (await head.Get($"{Plans}/{plan}")).Done().ETag.ShouldBe(version, "a gap in the versions would tell that a school thinks of asking");
        (await app.ToldAsync(HelpOfPlan.StreamOf(new(plan))))[^1].GetHeader("capacity").ShouldBe(nameof(Capacity.PartnershipLead));
        (await DraftsOfAsync(head, triad)).ShouldBeEmpty("nobody drafts without the head's consent");
        await app.AndWaitAsync(async () => (await AskAsync(head, consents: true)).Done());
        (await AskAsync(head, consents: true)).Refused(400, "input", "objectiveId");
        var draft = (await DraftsOfAsync(head, triad)).ShouldHaveSingleItem();

        // Nothing is sent by it, and to nobody but the head is there a draft.
        (await lead.Get($"{Requests}?partnershipId={triad}")).Done().Json["items"]!.AsArray().ShouldBeEmpty();
        foreach (var other in new[] { "lead-of-plans", "chair-990321", "head-990322", "administrator" }) (await app.As(other).Get($"{Drafts}/{draft}")).Refused(404, "unknown");
        (await DraftsOfAsync(lead, triad)).ShouldBeEmpty();
        (await lead.Get($"/api/v1/partnerships/{triad}/timeline?limit=1000")).Done().Body.ShouldSatisfyAllConditions(told => told.ShouldNotContain("support_request_draft"), told => told.ShouldNotContain("objective_needs_help"));
        await HeardAgainNothingFollowsAsync(plan, draft);

        (await lead.Post(Requests, Request(triad, draft))).Refused(404, "unknown", "draftId");
        var request = (await head.Post(Requests, Request(triad, draft))).Done().Id;
        var sent = (await head.Get($"{Drafts}/{draft}")).Done().Json;
        (sent["state"].Text(), sent["supportRequestId"].Text(), sent["wantedOutcome"].Text()).ShouldBe(("sent", $"{request}", "All reason aloud."));
        (await head.Get($"{Requests}/{request}")).Done().Json["wantedOutcome"].Text().ShouldBe("All reason aloud, and in writing.");
        (await head.Post(Requests, Request(triad, draft, ImprovementArea.Attendance))).Refused(400, "input", "draftId");
        (await head.Post($"{Drafts}/{draft}/discard", new { occurredOn = Ago(1) })).Refused(400, "input", "supportRequestDraftId");
        (await new Visitor(app, "head-990321").Open($"/plans/{plan}")).Text.ShouldContain("and the head agreed to a draft of a request for support");
    }

    [Fact]
    public async Task that_need_help_leave_a_draft_that_the_head_may_put_away()
    {
        var triad = await TriadAsync(990331);
        var (plan, objective) = await WithObjectiveAsync(triad, 990331);
        var head = app.As("head-990331");
        await app.AndWaitAsync(async () => (await head.Post($"{Plans}/{plan}/help", Help(objective, consents: true))).Done());
        var draft = (await DraftsOfAsync(head, triad)).ShouldHaveSingleItem();
        (await app.As("lead-of-plans").Post($"{Drafts}/{draft}/discard", new { occurredOn = Ago(1) })).Refused(404, "unknown");
        (await head.Post($"{Drafts}/{draft}/discard", new { occurredOn = Ago(1) })).Done();
        (await head.Get($"{Drafts}/{draft}")).Done().Json["state"].Text().ShouldBe("discarded");
        (await head.Post(Requests, Request(triad, draft, urn: 990331))).Refused(400, "input", "draftId");
    }

    [Fact]
    public async Task go_over_to_each_school_that_took_the_place_of_theirs_however_late_they_are_entered()
    {
        var triad = await TriadAsync(990341);
        await app.RegisterSchoolsAsync(new(990348), new(990349));
        var (lead, newHead) = (app.As("lead-of-plans"), app.As("head-990349"));
        (await app.As("administrator").PostLate("/api/v1/schools/990349/leaders", new { personId = App.Person("head-990349"), capacity = Capacity.Headteacher, occurredOn = Ago(12) })).Done();
        var (plan, objective) = await WithObjectiveAsync(triad, 990342);
        await SucceedAsync(990342, 990348, 12);
        await SucceedAsync(990348, 990349, 5);
        var steps = new[] { new PlanPassedOn(new(plan), triad, new(990342), new(990348), Ago(12)), new(new(plan), triad, new(990348), new(990349), Ago(5)) };
        (await app.ToldAsync(plan)).Select(e => e.Data).OfType<PlanPassedOn>().ShouldBe(steps);

        // Entered after both were recorded, a plan of the first school takes both steps.
        var late = Guid.Empty;
        await app.AndWaitAsync(async () => late = (await lead.Post(Plans, new { partnershipId = triad, academicYear = AcademicYear.Of(Opened) + 1, urn = 990342, occurredOn = Ago(20) })).Done().Id);
        (await app.ToldAsync(late)).Select(e => e.Data.GetType()).ShouldBe([typeof(PlanOpened), typeof(PlanPassedOn), typeof(PlanPassedOn)]);

        // Heard again, nothing follows.
        await using (var session = app.Host.DocumentStore().LightweightSession())
        {
            foreach (var succeeded in (await app.ToldAsync(triad.Value)).OfType<IEvent<SchoolSucceeded>>()) await WhenSchoolSucceededPassOnPlansHandler.Handle(succeeded, session, CancellationToken.None);
            await WhenPlanOpenedPassOnPlansHandler.Handle((IEvent<PlanOpened>)(await app.ToldAsync(late))[0], session, CancellationToken.None);
            session.PendingChanges.Streams().ShouldBeEmpty();
        }
        foreach (var one in new[] { plan, late }) (await newHead.Get($"{Plans}/{one}")).Done().Json["urn"].Text().ShouldBe("990349");
        (await newHead.Post($"{Plans}/{plan}/progress-reviews", Progress(3, ["head-990349"], objective, Rag.Green))).Done();

        async Task SucceedAsync(int old, int now, int ago)
        {
            await app.CloseSchoolAsync(new(old), Ago(ago), new(now));
            await app.AndWaitAsync(async () => (await lead.Post(
                $"/api/v1/partnerships/{triad}/successions", new { oldUrn = old, newUrn = now, kind = SuccessionKind.Academisation, occurredOn = Ago(ago) })).Done());
        }
    }

    private async Task PagesShowItAsync(PartnershipId triad, Guid id)
    {
        var page = await new Visitor(app, "head-990301").Open($"/plans/{id}");
        page.Heading.ShouldBe($"Plan of School 990301, {AcademicYear.InWords(AcademicYear.Of(Opened))}");
        foreach (var said in new[] { "0 of 1 objective on track at the last progress review", "needs attention, corrected from on track", "off track", Secret, "Read each other's books.", "It was to be: Eight in ten do." })
            page.Text.ShouldContain(said);
        page.Html.ShouldContain("id=\"ratings\"");
        var outside = await new Visitor(app, "head-990302").Open($"/plans/{id}");
        outside.Text.ShouldContain("You see how many objectives there are, not what they say");
        foreach (var inside in new[] { "woylie", "off track", "Eight in ten" }) outside.Html.ShouldNotContain(inside);
        (await new Visitor(app, "head-990302").Open($"/partnerships/{triad}/plans")).Text.ShouldContain("School 990301");
        var ofOne = await new Visitor(app, "head-990302").Open($"/partnerships/{triad}/plans?urn=990302");
        (ofOne.Heading, ofOne.Text.Contains("No plan has been opened yet", StringComparison.Ordinal)).ShouldBe(("Plans of School 990302", true));
        foreach (var address in new[] { $"/plans/{id}", $"/partnerships/{triad}/plans" })
        {
            (await new Visitor(app, "stranger").Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await new Visitor(app, null).Open(address)).Status.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    private async Task HeardAgainNothingFollowsAsync(Guid plan, Guid draft)
    {
        var heard = (IEvent<ObjectiveNeedsHelp>)(await app.ToldAsync(HelpOfPlan.StreamOf(new(plan))))[^1];
        await using var session = app.Host.DocumentStore().LightweightSession();
        await WhenObjectiveNeedsHelpDraftSupportRequestHandler.Handle(heard, session, CancellationToken.None);
        session.PendingChanges.Streams().ShouldBeEmpty();
        var told = (await app.ToldAsync(draft)).ShouldHaveSingleItem();
        (told.CausationId, told.UserName).ShouldBe((heard.Id.ToString(), "system"));
    }

    private static async Task<IReadOnlyList<Guid>> DraftsOfAsync(Caller by, PartnershipId triad) =>
        [.. (await by.Get($"{Drafts}?partnershipId={triad}")).Done().Json["items"]!.AsArray().Select(draft => draft!["id"]!.GetValue<Guid>())];

    private async Task<PartnershipId> TriadAsync(int from)
    {
        Urn[] schools = [new(from), new(from + 1), new(from + 2)];
        await app.RegisterSchoolsAsync(schools);
        return await app.ATriadWithASignedProtocolAsync("lead-of-plans", schools);
    }

    private async Task<Guid> OpenAsync(PartnershipId triad, int? urn) =>
        (await app.As("lead-of-plans").Post(Plans, new { partnershipId = triad, academicYear = AcademicYear.Of(Opened), urn, occurredOn = Opened })).Done().Id;

    private async Task<(Guid Plan, Guid Objective)> WithObjectiveAsync(PartnershipId triad, int urn)
    {
        var plan = await OpenAsync(triad, urn);
        return (plan, (await app.As($"head-{urn}").Post($"{Plans}/{plan}/objectives", Objective([urn], "reasoning"))).Done().Id);
    }

    private static object Terms(string? measure, string target) => new { text = Secret, baseline = "Half do.", target, measureId = measure ?? "", due = Today.AddDays(100) };

    private static object Objective(int[] owners, string? measure, FindingId? finding = null, int ago = 20) => new
    {
        terms = Terms(measure, "Eight in ten do."), ownerRole = StaffRole.Teacher, ownerUrns = owners, area = ImprovementArea.CurriculumAndTeaching, findingId = finding, occurredOn = Ago(ago),
    };

    private static object Progress(int ago, string[] by, Guid objective, Rag rag, string details = "What we saw in books.", DateOnly? nextOn = null) => new
    {
        byPersons = by.Select(App.Person), ratings = new[] { new { objectiveId = objective, rag, details } }, overall = rag == Rag.Green ? OverallProgress.OnCourse : OverallProgress.OffCourse,
        nextSteps = "Go on.", nextOn, occurredOn = Ago(ago),
    };

    private static object Help(Guid objective, bool consents) => new
    {
        objectiveId = objective, area = ImprovementArea.CurriculumAndTeaching, wantedOutcome = "All reason aloud.", why = "Nobody here has taught it.", headConsents = consents, occurredOn = Ago(10),
    };

    private static object Request(PartnershipId triad, Guid draft, ImprovementArea area = ImprovementArea.CurriculumAndTeaching, int urn = 990321) => new
    {
        partnershipId = triad, urn, area, wantedOutcome = "All reason aloud, and in writing.", why = "Nobody here has taught it.", urgency = Urgency.NextTerm, origin = RequestOrigin.ReviewAction,
        headConsents = true, draftId = draft, occurredOn = Ago(2),
    };
}
