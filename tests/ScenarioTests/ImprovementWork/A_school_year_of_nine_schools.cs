using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;

namespace EssexImprovement.Tests;

/// <summary>What a lead records in a school year (B.13), played month by month in the next year that begins: the clock is moved on, and what follows by itself follows. Left out is what rooms do that
/// are not built yet: the category round, signals, deployments, inspections, the maturity round, impact.</summary>
public sealed class A_school_year_of_nine_schools : IAsyncLifetime
{
    private static readonly int Year = Samples.Today.Year + (Samples.Today.Month >= 9 ? 1 : 0);
    private static readonly Urn[] Schools = [.. Enumerable.Range(990401, 9).Select(urn => new Urn(urn))];

    private readonly MovedClock _clock = new();
    private readonly App _app;
    private readonly List<ReviewThroughTheApi> _reviews = [];
    private PartnershipId _id;
    private string _lead = "lead-of-nine";

    public A_school_year_of_nine_schools() => _app = new() { Clock = _clock };

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.RegisterSchoolsAsync(Schools);
        _clock.Reach(On(9, 6));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Caller Lead => _app.As(_lead);

    private string Url => $"/api/v1/partnerships/{_id}";

    private static DateOnly On(int month, int day) => new(Year + (month < 9 ? 1 : 0), month, day);

    private Caller Head(int at) => _app.As($"head-{Schools[at]}");

    private DateOnly Reach(int month, int day)
    {
        _clock.Reach(On(month, day));
        return On(month, day);
    }

    [Fact]
    public async Task is_recorded_month_by_month_and_can_be_replayed()
    {
        await SeptemberAsync();
        await OctoberAsync();
        await ReviewsAsync(0, Reach(11, 26));
        await DecemberAsync();
        await JanuaryAsync();
        await FebruaryAsync();
        await MarchAsync();
        await ReviewsAsync(6, Reach(5, 22));
        await SummerAsync();
        await LookingBackAsync();
    }

    private async Task SeptemberAsync()
    {
        var day = Reach(9, 6);
        foreach (var urn in Schools)
            foreach (var (post, capacity) in new[] { ("head", Capacity.Headteacher), ("chair", Capacity.ChairOfGovernors) })
                (await _app.As("administrator").PostLate($"/api/v1/schools/{urn}/leaders", new { personId = App.Person($"{post}-{urn}"), capacity, occurredOn = day.AddDays(-300) })).Done();
        _id = new((await Head(0).Post("/api/v1/partnerships", new
        {
            name = $"Nine of the estuary {Samples.Word()}", kind = PartnershipKind.Consortium, quadrant = Quadrant.South, districts = new[] { District.Rochford }, foundingUrns = Schools, occurredOn = day,
        })).Done().Id);
        (await Head(0).Post($"{Url}/leads", new { personId = App.Person(_lead), role = LeadRole.Lead, urn = Schools[0], from = day, occurredOn = day })).Done();
        (await Lead.Post($"{Url}/protocols", Samples.Protocol(day))).Done();

        // A school whose chair has not signed takes no part.
        foreach (var urn in Schools) await SignAsync(urn, Capacity.Headteacher);
        (await Lead.Post("/api/v1/reviews", new { partnershipId = _id, hostUrn = Schools[0], round = 1, model = ReviewModel.LocalTriad, plannedFrom = On(11, 12), plannedTo = On(11, 13), invitedBy = App.Person($"head-{Schools[0]}"), occurredOn = day }))
            .Refused(422, "PRT-6", "hostUrn");
        foreach (var urn in Schools) await SignAsync(urn, Capacity.ChairOfGovernors);

        (await Lead.Post($"{Url}/meetings", Meeting(day, Term.Autumn))).Done();
        var cover = (await Lead.Get($"{Url}/trained-reviewers")).Done().Json["cover"]!;
        (cover["schoolsWithReviewer"]!.GetValue<int>(), cover["schools"]!.GetValue<int>()).ShouldBe((0, 9));
        foreach (var urn in Schools)
            (await Lead.Post($"{Url}/training", new { personId = App.Person($"head-{urn}"), homeUrn = urn, trainedAs = TrainedAs.LeadReviewer, occurredOn = day })).Done();
        foreach (var urn in new[] { Schools[2], Schools[5], Schools[8] })
            (await Lead.Post($"{Url}/training", new { personId = App.Person($"champion-{urn}"), homeUrn = urn, trainedAs = TrainedAs.ImprovementChampion, occurredOn = day })).Done();
        (await Lead.Get($"{Url}/trained-reviewers")).Done().Json["cover"]!["schoolsWithReviewer"]!.GetValue<int>().ShouldBe(9);

        async Task SignAsync(Urn urn, Capacity capacity) => (await Lead.Post($"{Url}/signatures", new
        {
            protocolVersion = 1, urn, personId = App.Person($"{(capacity == Capacity.Headteacher ? "head" : "chair")}-{urn}"), capacity, occurredOn = day,
        })).Done();
    }

    private async Task OctoberAsync()
    {
        var day = Reach(10, 8);
        (await Head(1).Post($"{Url}/data-shared", new { urn = Schools[1], dataset = SharedDataset.Attendance, academicYear = Year, ring = AudienceRing.PartnershipHeads, occurredOn = day })).Done();
        (await Lead.Post($"{Url}/priorities", new { academicYear = Year, element = SystemElement.Brokerage, why = "Offers are not found.", occurredOn = day })).Done();
        var shared = (await Lead.Post("/api/v1/plans", new { partnershipId = _id, academicYear = Year, occurredOn = day })).Done().Location!;
        var objective = new
        {
            terms = new { text = "Every school finds a teacher.", baseline = "Four posts are open.", target = "None is.", measureId = "vacancies", due = On(7, 1) }, ownerRole = StaffRole.SeniorLeader,
            ownerUrns = new[] { Schools[0] }, area = ImprovementArea.LeadershipAndGovernance, occurredOn = day,
        };
        (await Lead.Post($"{shared}/objectives", objective)).Refused(422, "IMP-26", "ownerUrns");
        (await Lead.Post($"{shared}/objectives", objective with { ownerUrns = [Schools[0], Schools[4]] })).Done();
        var issue = (await Lead.Post($"{Url}/issues", new { area = HardWiredArea.HiringOfStaff, text = "Few apply.", occurredOn = day })).Done().Id;
        (await Lead.Post($"{Url}/issues/{issue}/responses", new { what = "One advertisement.", who = new[] { Schools[0], Schools[4] }, by = On(11, 1), occurredOn = day })).Done();
    }

    /// <summary>Three schools review each other: each hosts once and reviews twice. Each review ends in a final report, a workshop, and a plan that was opened by itself.</summary>
    private async Task ReviewsAsync(int from, DateOnly asOf)
    {
        foreach (var at in new[] { 0, 1, 2 })
        {
            Urn[] three = [.. new[] { at, (at + 1) % 3, (at + 2) % 3 }.Select(one => Schools[from + one])];
            var review = new ReviewThroughTheApi(_app, _id, three[0], three[1], three[2], _lead) { AsOf = asOf };
            _reviews.Add(review);
            await review.ToFinalAsync();
            (await BoardLineAsync(review))["next"].Text().ShouldBe("workshop");
            // A trained champion from a school that was not on the review.
            var home = Schools.First(urn => urn.Value % 3 == Schools[2].Value % 3 && !three.Contains(urn));
            await _app.AndWaitAsync(async () => (await Lead.Post($"{review.Url}/workshop", Workshop((await _app.FindingsAsync(review.Id))[0], asOf, Champion(home, $"champion-{home}")))).Done());
            (await BoardLineAsync(review))["next"].Text().ShouldBe("check-in");
            (await _app.As(review.HostHead).Get($"/api/v1/plans/{PlanId.OfSchool(_id, three[0], Year)}")).Done().Json["source"].Text().ShouldBe("review");
        }
    }

    private async Task DecemberAsync()
    {
        // One head releases nothing: the officer and the heads of the others are told nothing.
        var day = Reach(12, 10);
        (await _app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person("officer-of-nine"), capacity = Capacity.LaSchoolEffectivenessPartner, occurredOn = day })).Done();
        var (released, kept) = (_reviews[0], _reviews[1]);
        (await _app.As(released.HostHead).Post($"{released.Url}/releases", new { ring = AudienceRing.LaTrustDiocese, extent = Extent.Summary, purpose = ReleasePurpose.Scrutiny, newConsent = true, occurredOn = day })).Done();
        (await _app.As("officer-of-nine").Get($"{released.Url}/report")).Done();
        (await _app.As("officer-of-nine").Get(kept.Url)).Refused(404, "unknown");
        foreach (var secret in ReviewThroughTheApi.Secrets) (await Head(4).Get(kept.Url)).Body.ShouldNotContain(secret);
        (await _app.As(kept.HostHead).Get("/api/v1/reviews/to-release")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem()!["reviewId"].Text().ShouldBe($"{kept.Id}");

        // A request for support, two candidates weighed, one matched; pupils are heard.
        var request = $"/api/v1/support-requests/{(await Head(0).Post("/api/v1/support-requests", new
        {
            partnershipId = _id, urn = Schools[0], area = ImprovementArea.CurriculumAndTeaching, wantedOutcome = "All reason aloud.", why = "Few do.", urgency = Urgency.NextTerm, origin = RequestOrigin.ReviewAction,
            headConsents = true, occurredOn = day,
        })).Done().Id}";
        List<Guid> offers = [];
        foreach (var at in new[] { 4, 5 })
        {
            var offer = (await Head(at).Post("/api/v1/offers", new
            {
                partnershipId = _id, provider = ProviderKind.School, providerUrn = Schools[at], specialisms = new[] { ImprovementArea.CurriculumAndTeaching }, quarterDaysPerTerm = 12, from = day, to = On(7, 1), occurredOn = day,
            })).Done().Id;
            (await Head(at).Post($"{request}/interests", new { offerId = offer, nature = SupplierInterest.None, occurredOn = day })).Done();
            (await Lead.Post($"{request}/interest-assessments", new { offerId = offer, outcome = SupplierInterestOutcome.Clear, occurredOn = day })).Done();
            offers.Add(offer);
        }
        (await Lead.Post($"{request}/shortlist", new { offerId = offers[0], notes = "It fits.", occurredOn = day })).Done();
        (await Lead.Post($"{request}/match", new { offerId = offers[0], whyThis = "It has done it.", alternatives = new[] { new { offerId = offers[1], whyNot = "Too far away." } }, occurredOn = day })).Done();
        (await Head(0).Post($"{request}/match/acceptance", new { occurredOn = day })).Done();
        (await Lead.Post($"{Url}/voices", new { voice = Voice.Pupils, activity = "Council", count = 27, whatWeHeard = "More talk.", whatChanged = "Talk in every lesson.", occurredOn = day })).Done();

        // The objective of the host's plan is looked at: its head judges, and a colour has its reasons.
        var plan = $"/api/v1/plans/{PlanId.OfSchool(_id, Schools[0], Year)}";
        var objective = (await Head(0).Post($"{plan}/objectives", new
        {
            terms = new { text = "Every pupil reasons.", baseline = "Half do.", target = "All do.", measureId = "reasoning", due = On(6, 1) }, ownerRole = StaffRole.Teacher, ownerUrns = new[] { Schools[0] },
            area = ImprovementArea.CurriculumAndTeaching, occurredOn = day,
        })).Done().Id;
        (await Head(0).Post($"{plan}/progress-reviews", new
        {
            byPersons = new[] { App.Person($"head-{Schools[0]}") }, ratings = new[] { new { objectiveId = objective, rag = Rag.Amber, details = "Books of two classes." } }, overall = OverallProgress.OnCourse, nextSteps = "Go on.",
            occurredOn = day,
        })).Done();
    }

    private async Task JanuaryAsync()
    {
        // The lead stands down in mid-year and hands over: from the day after, the other records, and nobody else.
        var day = Reach(1, 14);
        (await Lead.Post($"{Url}/departing-leads", new { personId = App.Person(_lead), role = LeadRole.Lead, occurredOn = day, handover = new { to = App.Person("second-lead"), urn = Schools[3] } })).Done();
        var next = Reach(1, 15);
        (await Lead.Post($"{Url}/meetings", Meeting(next, Term.Spring))).Refused(404, "unknown");
        _lead = "second-lead";
        (await Lead.Post($"{Url}/meetings", Meeting(next, Term.Spring))).Done();
    }

    private async Task FebruaryAsync()
    {
        // Check-ins of the first three, in their windows; and three more reviews.
        var day = Reach(2, 24);
        foreach (var review in _reviews.ToList())
        {
            var due = (await Lead.Get($"{review.Url}/check-ins")).Done().Json["due"]!;
            DateOnly.Parse(due["from"].Text()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(day);
            (await _app.As(review.Reviewer).Post($"{review.Url}/check-ins", new
            {
                by = App.Person(review.Reviewer), whatChanged = (await _app.FindingsAsync(review.Id)).Select(finding => new ChangeSeen(finding, CheckInLevel.Started)), occurredOn = day,
            })).Done();
        }
        await ReviewsAsync(3, Reach(2, 26));
        (await Lead.Post($"{Url}/resources", new { area = HardWiredArea.UseOfResources, what = "A leader of mathematics", contributions = new[] { new { urn = Schools[0], cashPence = 500_000 } }, benefitExpected = "One scheme.", from = On(2, 26), occurredOn = On(2, 26) })).Done();
    }

    private async Task MarchAsync()
    {
        // A concern is settled by a conversation; the schools decide something against one voice.
        var day = Reach(3, 11);
        var concern = (await Head(1).Post("/api/v1/concerns", new { partnershipId = _id, urn = Schools[6], kind = ConcernKind.NoDataShared, summary = "The attendance of autumn has not come.", facts = "It was due in December.", occurredOn = day })).Done().Location!;
        (await Head(1).Post($"{concern}/response-requests", new { occurredOn = day })).Done();
        (await Head(6).Post($"{concern}/response", new { response = "It is on its way.", occurredOn = day })).Done();
        (await Lead.Post($"{concern}/conversation", new { outcome = "It comes this week.", occurredOn = day })).Done();
        (await Head(1).Post($"{concern}/resolution", new { how = "It came.", occurredOn = day })).Done();
        (await Head(2).Get(concern)).Refused(404, "unknown");

        var decision = $"/api/v1/decisions/{(await Lead.Post("/api/v1/decisions", new
        {
            partnershipId = _id, kind = DecisionKind.Other, direction = Direction.Lateral, question = "Do four days move to another school?", urns = new[] { Schools[0] }, body = DecidingBody.Partnership, bodySize = 9, occurredOn = day,
        })).Done().Id}";
        (await Lead.Post($"{decision}/citations", new { eventId = (await _app.ToldAsync(_id.Value)).First(e => e.Data is CommunityVoiceHeard).Id, why = "Pupils asked for it.", occurredOn = day })).Done();
        (await Lead.Post($"{decision}/options", new { text = "Move four days.", @for = "They are needed there.", against = "They were promised here.", occurredOn = day })).Done();
        (await Lead.Post($"{decision}/make", new
        {
            outcome = DecisionOutcome.Approved, option = 1, reasons = "The need moved, and eight of nine heads agree to it.", effectiveFrom = day,
            present = Schools.Select(urn => new Present(App.Person($"head-{urn}"), Capacity.Headteacher)).ToArray(), votes = new Votes(8, 1, 0), reviewBy = On(7, 1), occurredOn = day,
        })).Done();
        var trace = (await Lead.Get($"{decision}/trace")).Done().Json;
        trace["made"]!["votes"]!["against"]!.GetValue<int>().ShouldBe(1);
        trace["citations"]!.AsArray().ShouldHaveSingleItem()!["verdict"].Text().ShouldBe("match");
    }

    private async Task SummerAsync()
    {
        // What came of the element chosen is said, and the account is published.
        var day = Reach(7, 8);
        (await Lead.Post($"{Url}/priorities/{Year}/review", new { outcome = "Offers are found.", occurredOn = day })).Done();
        (await Lead.Post($"{Url}/accounts", new { academicYear = Year, ring = AudienceRing.Public, sections = new[] { new { heading = "What we did", text = "Nine reviews." } }, occurredOn = day })).Done();
        (await _app.As("stranger").Get($"{Url}/accounts")).Done().Body.ShouldContain("Nine reviews.");
        (await _app.As("stranger").Get(Url)).Refused(404, "unknown");

        // What is planned for the year to come stands on its board, and the calendar of all nine can be subscribed to.
        (await Lead.Post("/api/v1/reviews", new
        {
            partnershipId = _id, hostUrn = Schools[0], round = 2, model = ReviewModel.LocalTriad, followUpOf = _reviews[0].Id, plannedFrom = On(7, 8).AddDays(120), plannedTo = On(7, 8).AddDays(121),
            invitedBy = App.Person($"head-{Schools[0]}"), occurredOn = day,
        })).Done();
        (await Lead.Get($"{Url}/review-board")).Done().Json["reviews"]!.AsArray().Count.ShouldBe(10);
        var quality = (await Lead.Get($"{Url}/review-quality?year={Year}")).Done().Json["items"]!.AsArray();
        quality.Count.ShouldBe(9);
    }

    private async Task LookingBackAsync()
    {
        var given = (await Lead.Get($"{Url}/give-and-take?year={Year}")).Done().Json["items"]!.AsArray();
        given.Count.ShouldBe(9);
        given.ShouldAllBe(school => school!["contributed"]!["reviewsHosted"]!.GetValue<int>() == 1 && school["contributed"]!["reviewsJoined"]!.GetValue<int>() == 2);

        // At the turn of the year there were three reviews and one lead; in July nine, and another.
        async Task<JsonNode> AsAt(DateOnly day) => (await Lead.Get($"{Url}/replay?occurredUpTo={day:yyyy-MM-dd}&recordedUpTo={day:yyyy-MM-dd}")).Done().Json["state"]!;
        var (winter, summer) = (await AsAt(On(12, 31)), await AsAt(On(7, 7)));
        (winter["reviews"]!.AsArray().Count, summer["reviews"]!.AsArray().Count).ShouldBe((3, 9));
        summer["reviews"]!.AsArray().Select(review => review!["state"].Text()).Distinct().ShouldBe(["released", "finalised"], ignoreOrder: true);
        winter["leads"]!.AsArray().ShouldHaveSingleItem()!["to"].ShouldBeNull();
        summer["leads"]!.AsArray().Select(lead => lead!["to"].Text()).ShouldBe([$"{On(1, 14):yyyy-MM-dd}", null]);

        // Nothing that a school said under seal stands in the timeline of all nine.
        var timeline = (await Head(8).Get($"{Url}/timeline?limit=1000")).Done();
        foreach (var secret in ReviewThroughTheApi.Secrets) timeline.Body.ShouldNotContain(secret);
        timeline.Body.ShouldContain("workshop_held");
    }

    private async Task<JsonNode> BoardLineAsync(ReviewThroughTheApi review) =>
        (await Lead.Get($"{Url}/review-board")).Done().Json["reviews"]!.AsArray().Single(line => line!["id"].Text() == $"{review.Id}")!;

    private static object Meeting(DateOnly day, Term term) => new
    {
        term, attendance = Schools.Select(urn => new { urn, capacity = Capacity.Headteacher, present = urn != Schools[8] }), matters = new[] { "The year" }, issuesRaised = Array.Empty<Guid>(),
        decisionsReferred = Array.Empty<Guid>(), occurredOn = day,
    };
}
