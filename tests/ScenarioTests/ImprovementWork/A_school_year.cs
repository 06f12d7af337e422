using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What a lead records in a school year (B.13), in a triad and from September to the September after, each month on its own days: what the board, the lists and the timeline show
/// after each step, what the service does by itself, and who sees what. Categories, signals and impact are not played: their rooms are not built.</summary>
public sealed class A_school_year : IAsyncLifetime
{
    /// <summary>Stands in every text of the year that is not for everybody.</summary>
    private const string Secret = "pademelon";

    private static readonly int Year = AcademicYear.Of(Today) + 1;
    private static readonly Urn Host = Ashdown, Second = Birchwood, Third = Cedars;
    private static readonly DateOnly Visit = On(9, 11), VisitEnd = On(10, 11), WorkshopDay = On(24, 11), Answered = On(6, 12);
    private static readonly DateOnly WorkshopBy = TermCalendar.Shipped.After(VisitEnd, 15), CheckInOn = TermCalendar.Shipped.FirstSchoolDayOnOrAfter(VisitEnd.AddDays(90));

    private readonly MovedClock _clock = new();
    private readonly App _app;
    private PartnershipId _triad;
    private PeerGroupId _group;
    private string _lead = "lead";

    public A_school_year() => _app = new() { Clock = _clock };

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.RegisterSchoolsAsync(Host, Second, Third);
        _triad = await _app.ATriadWithASignedProtocolAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Caller Lead => _app.As(_lead);

    private Caller HostHead => _app.As($"head-{Host}");

    private Caller SecondHead => _app.As($"head-{Second}");

    private Caller ThirdHead => _app.As($"head-{Third}");

    private string Partnership => $"/api/v1/partnerships/{_triad}";

    [Fact]
    public async Task is_recorded_month_by_month_and_kept_honest()
    {
        var review = await InSeptemberReviewersAreTrainedAndTheVisitIsPlannedAsync();
        var shared = await InOctoberSchoolsLookAtThemselvesAndAimTogetherAsync(review);
        await InNovemberPeersVisitAsync(review);
        var findings = await _app.FindingsAsync(review.Id);
        var plan = await TheWorkshopOpensAPlanAsync(review, findings);
        await InDecemberTheHostAnswersLateAndKeepsItsReportAsync(review);
        var objective = await TheWorkshopsActionsBecomeObjectivesAsync(review, plan, findings[1]);
        await TheTermEndsWithAReviewOfProgressAndTheHeadAsksForHelpAsync(plan, objective);
        await InJanuaryTheLeadHandsOverAsync();
        await InFebruaryPeersCheckInAsync(review, findings);
        await InMarchAConcernIsTalkedOverAsync();
        await InJuneTheYearIsJudgedAndTheReviewClosedAsync(review, plan, objective, shared);
        await InTheNextYearTheSchoolIsLookedAtAgainAsync(review, findings);
        await TheTimelineTellsAllOfItAndNoTextAsync();
    }

    private async Task<(ReviewId Id, string Url)> InSeptemberReviewersAreTrainedAndTheVisitIsPlannedAsync()
    {
        _clock.Reach(On(8, 9));
        (await Lead.Post($"{Partnership}/meetings", new
        {
            term = Term.Autumn, attendance = new[] { Host, Second, Third }.Select(urn => new { urn, capacity = Capacity.Headteacher, present = true }), matters = new[] { "The year ahead" }, issuesRaised = Array.Empty<Guid>(),
            decisionsReferred = Array.Empty<Guid>(), occurredOn = On(8, 9),
        })).Done();
        _group = new((await Lead.Post($"{Partnership}/peer-groups", new { name = "The three heads", urns = new[] { Host, Second, Third }, from = On(8, 9), occurredOn = On(8, 9) })).Done().Id);
        (await CoverAsync()).ShouldBe((0, false));
        foreach (var (name, home, trainedAs) in new[] { ($"head-{Host}", Host, TrainedAs.PeerReviewer), ($"head-{Second}", Second, TrainedAs.LeadReviewer), ($"head-{Third}", Third, TrainedAs.LeadReviewer), ("champion", Third, TrainedAs.ImprovementChampion) })
            (await Lead.Post($"{Partnership}/training", new { personId = App.Person(name), homeUrn = home, trainedAs, occurredOn = On(7, 9) })).Done();
        (await CoverAsync()).ShouldBe((3, true));

        var id = new ReviewId((await Lead.Post("/api/v1/reviews", Planned(1, Visit, VisitEnd, On(8, 9)))).Done().Id);
        var url = $"/api/v1/reviews/{id}";
        var proposed = (await Lead.Get($"{url}/timetable-proposal")).Done().Json;
        (proposed["workshopBy"].Text(), proposed["checkIn"]!["on"].Text()).ShouldBe(($"{WorkshopBy:yyyy-MM-dd}", $"{CheckInOn:yyyy-MM-dd}"));
        (await Lead.Post($"{url}/timetable", new
        {
            dataSharingBy = On(2, 11), visitFrom = Visit, visitTo = VisitEnd, workshopBy = WorkshopBy, checkInOn = CheckInOn, champions = new[] { App.Person("champion") }, occurredOn = On(8, 9),
        })).Done();
        await BoardAsync(id, "planned", "visit", Visit, overdue: 0);
        return (id, url);

        async Task<(int Schools, bool Met)> CoverAsync()
        {
            var cover = (await Lead.Get($"{Partnership}/trained-reviewers?on={On(8, 9):yyyy-MM-dd}")).Done().Json["cover"]!;
            return (cover["schoolsWithReviewer"]!.GetValue<int>(), cover["met"]!.GetValue<bool>());
        }
    }

    private async Task<(Guid Plan, Guid Objective)> InOctoberSchoolsLookAtThemselvesAndAimTogetherAsync((ReviewId Id, string Url) review)
    {
        _clock.Reach(On(5, 10));
        (await HostHead.Post($"{review.Url}/enquiry", Enquiry(On(5, 10)))).Refused(422, "IMP-2");
        await SelfReviewedAsync(Year, On(5, 10));
        (await SecondHead.Get($"/api/v1/schools/{Host}/self-reviews/{Year}")).Done().Body.ShouldNotContain(Secret);
        (await HostHead.Post($"/api/v1/schools/{Host}/self-reviews/{Year}/sharing", new { ring = AudienceRing.PartnershipHeads, occurredOn = On(5, 10) })).Done();
        (await SecondHead.Get($"/api/v1/schools/{Host}/self-reviews/{Year}")).Done().Body.ShouldContain(Secret);
        (await HostHead.Post($"{review.Url}/enquiry", Enquiry(On(5, 10)))).Done();
        await ProposedAsync(review.Url, On(5, 10), ($"head-{Second}", TeamRole.Lead, Second), ($"head-{Third}", TeamRole.Reviewer, Third), ("facilitator", TeamRole.Facilitator, null));
        (await Lead.Post($"{review.Url}/team/confirmation", Confirmation(On(5, 10)))).Done();

        var plan = (await Lead.Post("/api/v1/plans", new { partnershipId = _triad, academicYear = Year, occurredOn = On(5, 10) })).Done().Id;
        var objective = (await Lead.Post($"/api/v1/plans/{plan}/objectives", Objective("hiring", On(5, 10), null, Host, Second))).Done().Id;
        (await ThirdHead.Get($"/api/v1/plans/{plan}")).Done().Body.ShouldContain(Secret, Case.Sensitive, "what schools aim at together is all heads' to read");
        return (plan, objective);
    }

    private async Task InNovemberPeersVisitAsync((ReviewId Id, string Url) review)
    {
        _clock.Reach(On(2, 11));
        (await Lead.Post($"{review.Url}/protocol", new { protocolVersion = 1, safeguardingUnderstood = true, occurredOn = On(2, 11) })).Done();
        (await HostHead.Post($"{review.Url}/data", new { items = new[] { new { kind = PreReviewDataKind.SelfReview, title = $"What a {Secret} wrote", contentHash = new string('a', 64) } }, ring = AudienceRing.ReviewTeam, occurredOn = On(2, 11) })).Done();
        _clock.Reach(VisitEnd);
        (await SecondHead.Post($"{review.Url}/visit/start", Start(Visit))).Refused(422, "IMP-6");
        (await HostHead.Post($"{review.Url}/staff-briefing", new { occurredOn = On(3, 11) })).Done();
        (await SecondHead.Post($"{review.Url}/visit/start", Start(Visit))).Done();
        var (walk, voice) = (await SeenAsync(review.Url, EvidenceKind.LearningWalk, Visit), await SeenAsync(review.Url, EvidenceKind.PupilVoice, VisitEnd));
        (await SecondHead.Post($"{review.Url}/visit/end", new { occurredOn = VisitEnd })).Done();
        (await SecondHead.Post($"{review.Url}/findings", Finding(FindingKind.Strength, walk))).Refused(422, "IMP-10", "evidenceIds");
        (await SecondHead.Post($"{review.Url}/findings", Finding(FindingKind.Strength, walk, voice))).Done();
        (await SecondHead.Post($"{review.Url}/findings", Finding(FindingKind.ToDevelop, walk, voice))).Done();
        await _app.AndWaitAsync(async () => (await SecondHead.Post($"{review.Url}/feedback", new { toRoles = new[] { Capacity.Headteacher }, withStaff = true, occurredOn = VisitEnd })).Done());

        (await _app.WorkshopOfAsync(review.Id)).ShouldHaveSingleItem().Data.ShouldBe(new WorkshopDue(review.Id, _triad, Host, WorkshopBy, ReviewPolicy.Version, VisitEnd));
        (await _app.CheckInsOfAsync(review.Id)).ShouldHaveSingleItem().Data.ShouldBe(new CheckInDue(review.Id, _triad, Host, CheckInOn, VisitEnd.AddDays(60), VisitEnd.AddDays(120), ReviewPolicy.Version, VisitEnd));
        await BoardAsync(review.Id, "fed-back", "workshop", WorkshopBy, overdue: 0);

        object Finding(FindingKind kind, params Guid[] evidenceIds) => new { kind, line = 1, statement = $"Pupils ask a {Secret} why, {Words.Of(kind)}.", evidenceIds, hostView = HostView.Agreed, occurredOn = VisitEnd };
    }

    private async Task<Guid> TheWorkshopOpensAPlanAsync((ReviewId Id, string Url) review, IReadOnlyList<FindingId> findings)
    {
        _clock.Reach(On(16, 11));
        (await SecondHead.Post($"{review.Url}/drafts", new { report = $"A {Secret} was seen.", draftedBy = App.Person($"head-{Second}"), occurredOn = On(16, 11) })).Done();
        _clock.Reach(WorkshopDay);
        (await Lead.Post($"{review.Url}/workshop", Workshop(findings[1], WorkshopDay, Champion(Second, $"head-{Second}")))).Refused(422, "IMP-18", "champions");
        (await Lead.Post($"{review.Url}/workshop/schedule", new { champions = new[] { Champion(Third) }, plannedOn = WorkshopDay, occurredOn = On(20, 11) })).Done();
        await _app.AndWaitAsync(async () => (await Lead.Post($"{review.Url}/workshop", Workshop(findings[1], WorkshopDay, Champion(Third)))).Done());
        var held = (await HostHead.Get($"{review.Url}/workshop")).Done().Json;
        (held["late"]!.GetValue<bool>(), held["dueBy"].Text()).ShouldBe((false, $"{WorkshopBy:yyyy-MM-dd}"));

        var id = PlanId.OfSchool(_triad, Host, Year);
        (await _app.ToldAsync(id.Value)).ShouldHaveSingleItem().Data.ShouldBe(new PlanOpened(id, _triad, Host, Year, PlanSource.Review, review.Id, WorkshopDay));
        return id.Value;
    }

    private async Task InDecemberTheHostAnswersLateAndKeepsItsReportAsync((ReviewId Id, string Url) review)
    {
        var due = TermCalendar.Shipped.After(On(16, 11), ReviewPolicy.SchoolDaysToAnswer);
        _clock.Reach(Answered);
        var overdue = TermCalendar.Shipped.Between(due, Answered);
        overdue.ShouldBePositive();
        await BoardAsync(review.Id, "drafted", "answer-to-draft", due, overdue);
        (await Lead.Post($"{review.Url}/accuracy", new { draft = 1, accurate = true, occurredOn = Answered })).Refused(403, "XCT-4");
        (await HostHead.Post($"{review.Url}/accuracy", new { draft = 1, accurate = true, occurredOn = Answered })).Done();
        (await ToReleaseAsync()).ShouldBe(0);
        (await SecondHead.Post($"{review.Url}/final", new { occurredOn = Answered })).Done();
        await BoardAsync(review.Id, "finalised", "check-in", CheckInOn, overdue: 0);

        // The head alone is asked, refuses the wider world by not asking it, and releases to the governors.
        (await ToReleaseAsync()).ShouldBe(1);
        (await _app.As($"chair-{Host}").Get($"{review.Url}/report")).Refused(403, "XCT-4");
        (await Lead.Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors))).Refused(403, "IMP-12");
        (await HostHead.Post($"{review.Url}/releases", Release(AudienceRing.PartnershipHeads))).Refused(422, "IMP-12", "newConsent");
        (await HostHead.Post($"{review.Url}/releases", Release(AudienceRing.HostGovernors))).Done();
        (await _app.As($"chair-{Host}").Get($"{review.Url}/report")).Done().Body.ShouldContain(Secret);
        (await _app.As($"chair-{Second}").Get($"{review.Url}/report")).Refused(403, "XCT-4");
        (await ToReleaseAsync()).ShouldBe(0);

        async Task<int> ToReleaseAsync() => (await HostHead.Get("/api/v1/reviews/to-release")).Done().Json["items"]!.AsArray().Count;

        object Release(AudienceRing ring) => new { ring, extent = Extent.FullReport, purpose = ReleasePurpose.Governors, occurredOn = Answered };
    }

    private async Task<Guid> TheWorkshopsActionsBecomeObjectivesAsync((ReviewId Id, string Url) review, Guid plan, FindingId finding)
    {
        (await HostHead.Post($"/api/v1/plans/{plan}/objectives", Objective("talk", Answered, FindingId.New(), Host))).Refused(400, "input", "findingId");
        var objective = (await HostHead.Post($"/api/v1/plans/{plan}/objectives", Objective("talk", Answered, finding, Host))).Done().Id;
        (await HostHead.Post($"{review.Url}/workshop/actions", new { planId = plan, objectiveIds = new[] { objective }, occurredOn = Answered })).Done();
        (await HostHead.Post($"/api/v1/plans/{plan}/actions", new { objectiveId = objective, text = $"Watch a {Secret} teach.", ownerRole = StaffRole.Teacher, due = On(31, 3), occurredOn = Answered })).Done();
        // What began from a review is the peers' to read too, and nobody's beyond them.
        (await ThirdHead.Get($"/api/v1/plans/{plan}")).Done().Body.ShouldContain(Secret);
        (await _app.As($"chair-{Host}").Get($"/api/v1/plans/{plan}")).Done().Body.ShouldNotContain(Secret);
        (await _app.As("stranger").Get($"/api/v1/plans/{plan}")).Refused(404, "unknown");
        return objective;
    }

    private async Task TheTermEndsWithAReviewOfProgressAndTheHeadAsksForHelpAsync(Guid plan, Guid objective)
    {
        var day = On(14, 12);
        _clock.Reach(day);
        (await HostHead.Post($"/api/v1/plans/{plan}/progress-reviews", Progress(objective, Rag.Red, day, On(10, 5), $"head-{Host}"))).Done();
        await _app.AndWaitAsync(async () => (await HostHead.Post($"/api/v1/plans/{plan}/help", new
        {
            objectiveId = objective, area = ImprovementArea.CurriculumAndTeaching, wantedOutcome = $"All talk like a {Secret}.", why = "Nobody here has done it.", headConsents = true, occurredOn = day,
        })).Done());
        (await RequestsAsync()).ShouldBeEmpty("nothing is sent by itself");
        var draft = (await HostHead.Get($"/api/v1/support-request-drafts?partnershipId={_triad}")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        (await Lead.Get($"/api/v1/support-request-drafts/{draft["id"].Text()}")).Refused(404, "unknown");
        var request = (await HostHead.Post("/api/v1/support-requests", new
        {
            partnershipId = _triad, urn = Host, area = ImprovementArea.CurriculumAndTeaching, wantedOutcome = draft["wantedOutcome"].Text(), why = draft["why"].Text(), urgency = "this-term", origin = "review-action",
            headConsents = true, draftId = draft["id"].Text(), occurredOn = day,
        })).Done().Id;
        (await RequestsAsync()).ShouldHaveSingleItem()!["id"].Text().ShouldBe($"{request}");
        (await ThirdHead.Get($"/api/v1/support-requests/{request}")).Done().Body.ShouldNotContain(Secret);

        async Task<JsonArray> RequestsAsync() => (await Lead.Get($"/api/v1/support-requests?partnershipId={_triad}")).Done().Json["items"]!.AsArray();
    }

    private async Task InJanuaryTheLeadHandsOverAsync()
    {
        _clock.Reach(On(11, 1));
        (await Lead.Post($"{Partnership}/departing-leads", new { personId = App.Person("lead"), role = LeadRole.Lead, occurredOn = On(11, 1) })).Refused(422, "PRT-9");
        (await Lead.Post($"{Partnership}/departing-leads", new { personId = App.Person("lead"), role = LeadRole.Lead, handover = new { to = App.Person("second-lead"), urn = Second }, occurredOn = On(11, 1) })).Done();
        _clock.Reach(On(12, 1));
        (await Lead.Get($"{Partnership}/review-board")).Refused(404, "unknown", "partnershipId");
        _lead = "second-lead";
        (await Lead.Get($"{Partnership}/review-board")).Done();
    }

    private async Task InFebruaryPeersCheckInAsync((ReviewId Id, string Url) review, IReadOnlyList<FindingId> findings)
    {
        _clock.Reach(CheckInOn.AddDays(1));
        await BoardAsync(review.Id, "finalised", "check-in", CheckInOn, overdue: TermCalendar.Shipped.Between(CheckInOn, CheckInOn.AddDays(1)));
        object Held(DateOnly day) => new
        {
            by = App.Person($"head-{Third}"), whatChanged = new ChangeSeen[] { new(findings[0], CheckInLevel.MakingDifference), new(findings[1], CheckInLevel.Started) }, helpNeeded = $"Time with a {Secret}.", occurredOn = day,
        };
        (await Lead.Post($"{review.Url}/closing", new { occurredOn = CheckInOn })).Refused(422, "IMP-15");
        (await ThirdHead.Post($"{review.Url}/check-ins", Held(VisitEnd.AddDays(59)), ("Lateness-Reason", "overlooked"))).Refused(400, "input", "occurredOn");
        (await ThirdHead.Post($"{review.Url}/check-ins", Held(CheckInOn))).Done();
        (await HostHead.Get($"{review.Url}/check-ins")).Done().Body.ShouldContain(Secret);
        var counts = (await SecondHead.Get($"{review.Url}/check-ins")).Done().Json["items"]![0]!;
        counts["findingsByLevel"]!.AsObject().Count.ShouldBe(2);
        (await _app.As($"chair-{Second}").Get($"{review.Url}/check-ins")).Done().Body.ShouldNotContain("making-difference");
        await BoardAsync(review.Id, "finalised", "closing", null, overdue: 0);

        // Long after its day the service wakes, and finds it held.
        _clock.Reach(CheckInOn.AddDays(ReviewPolicy.CheckInMissedAfterDays + 1));
        await _app.SendAsync(new CheckInLongDue(review.Id));
        (await _app.CheckInsOfAsync(review.Id)).Names().ShouldBe([nameof(CheckInDue), nameof(CheckInHeld)]);
    }

    private async Task InMarchAConcernIsTalkedOverAsync()
    {
        _clock.Reach(On(22, 3));
        var concern = (await SecondHead.Post("/api/v1/concerns", new { partnershipId = _triad, urn = Third, kind = ConcernKind.NoDataShared, summary = $"The {Secret} data has not come.", facts = "It was due in the autumn.", occurredOn = On(15, 3) })).Done().Location!;
        (await SecondHead.Post($"{concern}/response-requests", new { occurredOn = On(16, 3) })).Done();
        (await ThirdHead.Post($"{concern}/response", new { response = "It is on its way.", occurredOn = On(18, 3) })).Done();
        (await Lead.Post($"{concern}/conversation", new { outcome = "It comes each half-term.", occurredOn = On(20, 3) })).Done();
        (await SecondHead.Post($"{concern}/resolution", new { how = "It came.", occurredOn = On(22, 3) })).Done();
        (await HostHead.Get(concern)).Refused(404, "unknown");
    }

    private async Task InJuneTheYearIsJudgedAndTheReviewClosedAsync((ReviewId Id, string Url) review, Guid plan, Guid objective, (Guid Plan, Guid Objective) shared)
    {
        var day = On(14, 6);
        _clock.Reach(day);
        var url = $"/api/v1/plans/{plan}";
        (await Lead.Post($"{url}/progress-reviews", Progress(objective, Rag.Green, day, null, _lead))).Refused(422, "XCT-6", "byPersons");
        (await Lead.Post($"{url}/progress-reviews", Progress(objective, Rag.Green, day, null, $"head-{Host}"))).Done();
        (await HostHead.Post($"{url}/objectives/achieved", Achieved(objective, Answered))).Refused(422, "IMP-27", "evidence");
        (await HostHead.Post($"{url}/objectives/achieved", Achieved(objective, On(7, 6)))).Done();
        (await HostHead.Post($"{url}/close", new { occurredOn = day })).Done();
        (await Lead.Post($"/api/v1/plans/{shared.Plan}/progress-reviews", Progress(shared.Objective, Rag.Amber, day, null, $"head-{Second}"))).Done();
        (await HostHead.Get($"{url}?format=csv")).Done().Body.ShouldContain("talk,red,off-course");
        var plans = (await Lead.Get($"/api/v1/plans?partnershipId={_triad}&academicYear={Year}")).Done().Json["items"]!.AsArray();
        plans.Select(line => (line!["urn"].Text(), line["achieved"]!.GetValue<int>(), line["progressReviews"]!.GetValue<int>(), line["closedOn"].Text())).ShouldBe([(null, 0, 1, null), ($"{Host}", 1, 2, $"{day:yyyy-MM-dd}")]);

        var nine = Enum.GetValues<PeerReviewPrinciple>().Select(principle => new { principle, met = PrincipleMet.Yes, evidence = $"A {Secret} shows it." }).ToArray();
        object Quality(QualitySide? side) => side is { } one ? new { side = one, principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = day } : new { principles = nine, strengthenNext = PeerReviewPrinciple.ActionFocused, occurredOn = day };
        (await HostHead.Post($"{review.Url}/quality/views", Quality(QualitySide.Host))).Done();
        (await HostHead.Post($"{review.Url}/quality", Quality(null))).Refused(422, "IMP-17");
        (await SecondHead.Post($"{review.Url}/quality/views", Quality(QualitySide.LeadReviewer))).Done();
        (await HostHead.Post($"{review.Url}/quality", Quality(null))).Done();
        (await Lead.Post($"{review.Url}/closing", new { occurredOn = day })).Done();
        await BoardAsync(review.Id, "closed", null, null, overdue: 0);

        object Achieved(Guid id, DateOnly datedOn) => new { objectiveId = id, evidence = new[] { new { what = $"Books of the {Secret}.", datedOn } }, occurredOn = day };
    }

    private async Task InTheNextYearTheSchoolIsLookedAtAgainAsync((ReviewId Id, string Url) first, IReadOnlyList<FindingId> findings)
    {
        var (day, visit) = (On(14, 9, 1), On(8, 11, 1));
        _clock.Reach(On(5, 7));
        var planned = (await Lead.Post("/api/v1/reviews", Planned(2, visit, visit.AddDays(1), On(5, 7), first.Id))).Done().Id;
        var url = $"/api/v1/reviews/{planned}";
        _clock.Reach(day);
        (await HostHead.Post($"{url}/enquiry", Enquiry(day))).Refused(422, "IMP-2");
        await SelfReviewedAsync(Year + 1, day);
        (await HostHead.Post($"{url}/enquiry", Enquiry(day))).Done();

        // The same peers with the same lead would be a cosy chat; in a triad the lead rotates.
        await ProposedAsync(url, day, ($"head-{Second}", TeamRole.Lead, Second), ($"head-{Third}", TeamRole.Reviewer, Third), ("facilitator", TeamRole.Facilitator, null));
        (await Lead.Post($"{url}/team/confirmation", Confirmation(day))).Refused(422, "IMP-14", "members");
        foreach (var (home, role) in new[] { (Second, TeamRole.Reviewer), (Third, TeamRole.Lead) })
            (await Lead.Post($"{url}/team", new { personId = App.Person($"head-{home}"), role, homeUrn = home, occurredOn = day })).Done();
        (await Lead.Post($"{url}/team/confirmation", Confirmation(day))).Done();
        (await Lead.Post($"{url}/protocol", new { protocolVersion = 1, safeguardingUnderstood = true, staffBriefedOn = day, occurredOn = day })).Done();
        _clock.Reach(visit);
        (await ThirdHead.Post($"{url}/visit/start", Start(visit))).Done();
        var seen = await SeenAsync(url, EvidenceKind.LearningWalk, visit);
        (await ThirdHead.Post($"{url}/follow-up", new { priorFindingId = FindingId.New(), status = FollowUpStatus.Improved, evidenceIds = new[] { seen }, occurredOn = visit })).Refused(400, "input", "priorFindingId");
        (await ThirdHead.Post($"{url}/follow-up", new { priorFindingId = findings[1], status = FollowUpStatus.Improved, evidenceIds = new[] { seen }, occurredOn = visit })).Done();
        await BoardAsync(new(planned), "visiting", null, null, overdue: 0);
    }

    private async Task TheTimelineTellsAllOfItAndNoTextAsync()
    {
        Answer told = (await HostHead.Get($"{Partnership}/timeline?limit=1000&order=occurred")).Done();
        told.Body.ShouldNotContain(Secret, Case.Insensitive);
        told.Body.ShouldNotContain("support_request_draft");
        var entries = told.Json["entries"]!.AsArray().Select(entry => (Fact: entry!["fact"].Text()!, On: entry["occurredOn"].Text(), ByTheService: entry["capacity"].Text() == "system")).ToList();
        foreach (var (fact, day) in new[]
        {
            ("training_completed", On(7, 9)), ("review_planned", On(8, 9)), ("timetable_published", On(8, 9)), ("enquiry_agreed", On(5, 10)), ("visit_started", Visit), ("feedback_given", VisitEnd), ("workshop_held", WorkshopDay),
            ("report_finalised", Answered), ("report_released", Answered), ("support_requested", On(14, 12)), ("lead_stood_down", On(11, 1)), ("check_in_held", CheckInOn), ("concern_resolved", On(22, 3)),
            ("objective_achieved", On(14, 6)), ("review_closed", On(14, 6)), ("follow_up_status_set", On(8, 11, 1)),
        })
            entries.ShouldContain((fact, $"{day:yyyy-MM-dd}", false), fact);
        entries.Where(entry => entry.ByTheService).Select(entry => (entry.Fact, entry.On)).Order().ShouldBe(
            [("check_in_due", $"{VisitEnd:yyyy-MM-dd}"), ("plan_opened", $"{WorkshopDay:yyyy-MM-dd}"), ("workshop_due", $"{VisitEnd:yyyy-MM-dd}")]);
    }

    private async Task BoardAsync(ReviewId review, string state, string? next, DateOnly? dueOn, int overdue)
    {
        var line = (await Lead.Get($"{Partnership}/review-board")).Done().Json["reviews"]!.AsArray().Single(one => one!["id"].Text() == $"{review}")!;
        (line["state"].Text(), line["next"].Text(), line["dueOn"].Text(), line["overdueSchoolDays"]!.GetValue<int>()).ShouldBe((state, next, dueOn is { } day ? $"{day:yyyy-MM-dd}" : null, overdue));
    }

    private async Task SelfReviewedAsync(int year, DateOnly day)
    {
        var url = $"/api/v1/schools/{Host}/self-reviews";
        (await HostHead.Post(url, new { academicYear = year, frameworkId = "essex-self-review", frameworkVersion = 1, occurredOn = day })).Done();
        (await HostHead.Post($"{url}/{year}/areas", new { area = ImprovementArea.CurriculumAndTeaching, judgement = $"A {Secret} says it is nearly there.", confidence = "medium", evidence = new[] { "Books of three classes." }, occurredOn = day })).Done();
        (await HostHead.Post($"{url}/{year}/submission", new { occurredOn = day })).Done();
    }

    private async Task ProposedAsync(string url, DateOnly day, params (string Name, TeamRole Role, Urn? Home)[] team)
    {
        foreach (var (name, role, home) in team)
        {
            (await Lead.Post($"{url}/team", new { personId = App.Person(name), role, homeUrn = home, occurredOn = day })).Done();
            (await _app.As(name).Post($"{url}/interests", new { personId = App.Person(name), nature = InterestNature.None, occurredOn = day })).Done();
            (await HostHead.Post($"{url}/interest-assessments", new { personId = App.Person(name), outcome = InterestOutcome.Clear, occurredOn = day })).Done();
        }
    }

    private async Task<Guid> SeenAsync(string url, EvidenceKind kind, DateOnly day) => (await ThirdHead.Post($"{url}/evidence", new
    {
        kind, line = 1, jointWithHost = true, whatWasSeen = $"A {Secret} asked why.", byPerson = App.Person($"head-{Third}"), occurredOn = day, peopleCount = 12,
    })).Done().Id;

    private object Planned(int round, DateOnly from, DateOnly to, DateOnly day, ReviewId? followUpOf = null) => new
    {
        partnershipId = _triad, hostUrn = Host, round, model = ReviewModel.LocalTriad, plannedFrom = from, plannedTo = to, invitedBy = App.Person($"head-{Host}"), peerGroupId = _group, followUpOf, occurredOn = day,
    };

    private static object Enquiry(DateOnly day) => new
    {
        question = $"How do pupils explain a {Secret}?", area = ImprovementArea.CurriculumAndTeaching, linesOfEnquiry = new[] { "In lessons" }, whyNow = "The unit is new.", occurredOn = day,
    };

    private static object Confirmation(DateOnly day) => new { members = new[] { $"head-{Second}", $"head-{Third}", "facilitator" }.Select(App.Person), occurredOn = day };

    private static object Start(DateOnly day) => new { reviewersPresent = new[] { $"head-{Second}", $"head-{Third}", "facilitator" }.Select(App.Person), occurredOn = day };

    private static object Objective(string measure, DateOnly day, FindingId? finding, params Urn[] owners) => new
    {
        terms = new { text = $"Every {Secret} reasons.", baseline = "Half do.", target = "All do.", measureId = measure, due = On(14, 7) }, ownerRole = StaffRole.SeniorLeader, ownerUrns = owners,
        area = ImprovementArea.CurriculumAndTeaching, findingId = finding, occurredOn = day,
    };

    private static object Progress(Guid objective, Rag rag, DateOnly day, DateOnly? nextOn, params string[] by) => new
    {
        byPersons = by.Select(App.Person), ratings = new[] { new { objectiveId = objective, rag, details = $"What a {Secret} wrote." } }, overall = rag == Rag.Red ? OverallProgress.OffCourse : OverallProgress.OnCourse, nextOn, occurredOn = day,
    };

    /// <summary>A day of the school year: from September it is in its first calendar year, before that in its second; <paramref name="later"/> so many years on.</summary>
    private static DateOnly On(int day, int month, int later = 0) => new(Year + later + (month >= 9 ? 0 : 1), month, day);
}
