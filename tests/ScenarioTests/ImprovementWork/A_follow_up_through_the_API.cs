using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.ImprovementWork;
using JasperFx.Events;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>From workshop to check-in and closing: what the service does by itself on the way, and what is put right.</summary>
public sealed class A_follow_up_through_the_API : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private readonly App _app;
    private ReviewThroughTheApi _review = null!;

    public A_follow_up_through_the_API() => _app = new() { Clock = _clock };

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _review = await ReviewThroughTheApi.InATriadAsync(_app, Ashdown, Birchwood, Cedars, "lead");
        await _app.TrainAChampionAsync(_review, Cedars);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Caller Lead => _app.As("lead");

    [Fact]
    public async Task runs_from_the_feedback_to_the_closing()
    {
        await _review.ToFinalAsync();
        var findings = await _app.FindingsAsync(_review.Id);
        await TheServiceToldWhenBothAreDueAsync();

        // A champion who reviewed is refused; another runs it, ten days after the feedback.
        var workshop = $"{_review.Url}/workshop";
        (await Lead.Post($"{workshop}/schedule", new { champions = new[] { Champion(Birchwood, _review.LeadReviewer) }, plannedOn = Ago(3), occurredOn = Ago(6) })).Refused(422, "IMP-18", "champions");
        (await Lead.Post($"{workshop}/schedule", new { champions = new[] { Champion(Cedars, "untrained") }, plannedOn = Ago(3), occurredOn = Ago(6) })).Refused(422, "IMP-4", "champions");
        (await Lead.Post($"{workshop}/schedule", new { champions = new[] { Champion(Cedars) }, plannedOn = Ago(3), occurredOn = Ago(6) })).Done().ETag.ShouldBe("\"2\"");
        (await Lead.Post(workshop, Workshop(findings[0], Ago(3), Champion(Cedars)), ("If-Match", "\"1\""))).Refused(412, "XCT-2");
        await _app.AndWaitAsync(async () => (await Lead.Post(workshop, Workshop(findings[0], Ago(3), Champion(Cedars)), ("If-Match", "\"2\""))).Done());
        (await Lead.Post(workshop, Workshop(findings[0], Ago(3), Champion(Cedars)))).Refused(400, "input", "occurredOn");
        var plan = await ThePlanWasOpenedAsync();
        await ItsObjectivesCarryTheActionsAsync(workshop, plan, findings[0]);

        // At day 96 the first finding is in practice, the second has begun; one level is put right.
        (await Lead.Post($"{_review.Url}/closing", new { occurredOn = Today })).Refused(422, "IMP-15");
        var checkIns = $"{_review.Url}/check-ins";
        (await _app.As(_review.Reviewer).Post(checkIns, CheckedIn(Today))).Refused(400, "input", "occurredOn");
        var day = Feedback.AddDays(96);
        _clock.Reach(day);
        (await _app.As(_review.Reviewer).Post(checkIns, CheckedIn(day))).Done();
        var held = (await _app.As(_review.HostHead).Get(checkIns)).Done();
        held.Json["due"]!["on"].Text().ShouldBe($"{CheckInDay:yyyy-MM-dd}");
        held.Json["items"]![0]!["helpNeeded"].Text().ShouldBe("More time with a bettong.");
        (await _app.As(_review.LeadReviewer).Post($"{checkIns}/corrections", Corrected(held))).Refused(403, "XCT-6");
        (await _app.As(_review.Reviewer).Post($"{checkIns}/corrections", Corrected(held))).Done();
        (await _app.As(_review.HostHead).Get(checkIns)).Done().Json["items"]![0]!["findingsByLevel"]!.ToJsonString().ShouldBe("""{"in-practice":2}""");

        (await _app.As(_review.HostHead).Get($"{checkIns}?format=csv")).Done().Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ShouldAllBe(line => line.EndsWith(",in-practice"));

        (await Lead.Post($"{_review.Url}/closing", new { occurredOn = day })).Done();
        (await Lead.Post($"{_review.Url}/closing", new { occurredOn = day })).Refused(422, "XCT-9");
        (await _app.As(_review.Reviewer).Post(checkIns, CheckedIn(day))).Refused(422, "XCT-9");
        (await Lead.Get(_review.Url)).Done().Json["state"].Text().ShouldBe("closed");
        (await Lead.Get($"/api/v1/partnerships/{_review.PartnershipId}/timeline?limit=1000")).Done().Body.ShouldContain("review_closed");

        object CheckedIn(DateOnly on) => new
        {
            by = App.Person(_review.Reviewer), whatChanged = new ChangeSeen[] { new(findings[0], CheckInLevel.InPractice), new(findings[1], CheckInLevel.Started) }, helpNeeded = "More time with a bettong.",
            occurredOn = on,
        };

        object Corrected(Answer read) => new
        {
            correctsEventId = read.Json["items"]![0]!["eventId"]!.GetValue<Guid>(), findingId = findings[1], now = CheckInLevel.InPractice, reason = "The second subject had begun too.", occurredOn = day,
        };
    }

    [Fact]
    public async Task tells_what_was_not_done_in_time_once_and_nothing_of_what_was()
    {
        await _review.ToVisitEndedAsync();
        var feedback = await _review.FeedbackAsync();
        var seen = feedback.Scheduled.MessagesOf<LastDayForWorkshopPassed>().ShouldHaveSingleItem();
        feedback.Scheduled.MessagesOf<CheckInLongDue>().ShouldHaveSingleItem().ReviewId.ShouldBe(_review.Id);

        // Woken on the last day itself it goes back to sleep.
        _clock.Reach(LastDay);
        var early = await _app.SendAsync(seen);
        (await _app.WorkshopOfAsync(_review.Id)).Names().ShouldBe([nameof(WorkshopDue)]);
        early.Scheduled.MessagesOf<LastDayForWorkshopPassed>().ShouldHaveSingleItem();

        _clock.Reach(LastDay.AddDays(1));
        for (var times = 0; times < 2; times++) await _app.SendAsync(seen);
        var workshop = await _app.WorkshopOfAsync(_review.Id);
        workshop.Names().ShouldBe([nameof(WorkshopDue), nameof(WorkshopOverdue)]);
        workshop[1].Data.ShouldBe(new WorkshopOverdue(_review.Id, _review.PartnershipId, LastDay, LastDay.AddDays(1)));
        ToldByTheService(workshop[1], workshop[0]);

        // A late workshop is told as late, and the missed check-in as missed.
        var finding = (await _app.FindingsAsync(_review.Id))[0];
        await _app.AndWaitAsync(async () => (await Lead.Post($"{_review.Url}/workshop", Workshop(finding, LastDay.AddDays(1), Champion(Cedars)))).Done());
        (await Lead.Get($"{_review.Url}/workshop")).Done().Json["late"]!.GetValue<bool>().ShouldBeTrue();
        var missed = CheckInDay.AddDays(30);
        _clock.Reach(missed);
        await _app.SendAsync(new CheckInLongDue(_review.Id));
        (await _app.CheckInsOfAsync(_review.Id)).Names().ShouldBe([nameof(CheckInDue)]);
        _clock.Reach(missed.AddDays(1));
        for (var times = 0; times < 2; times++) await _app.SendAsync(new CheckInLongDue(_review.Id));
        var checkIns = await _app.CheckInsOfAsync(_review.Id);
        checkIns.Names().ShouldBe([nameof(CheckInDue), nameof(CheckInMissed)]);
        checkIns[1].Data.ShouldBe(new CheckInMissed(_review.Id, _review.PartnershipId, 30, missed));
        ToldByTheService(checkIns[1], checkIns[0]);

        // Peers are asked to nudge the host; nothing is sent.
        var line = (await Lead.Get($"/api/v1/partnerships/{_review.PartnershipId}/review-board")).Done().Json["reviews"]!.AsArray().Single(one => one!["id"].Text() == $"{_review.Id}")!;
        line["checkInMissedOn"].Text().ShouldBe($"{missed:yyyy-MM-dd}");
        foreach (var person in new[] { _review.HostHead, _review.Reviewer }) (await new Visitor(_app, person).Open("/reviews/mine")).Text.ShouldContain("nobody has looked back yet");
    }

    [Fact]
    public async Task is_overdue_at_once_when_the_feedback_is_recorded_long_after()
    {
        await _review.ToVisitEndedAsync();
        _clock.Reach(CheckInDay.AddDays(40));
        await _review.FeedbackAsync();

        (await _app.WorkshopOfAsync(_review.Id)).Select(e => ((IFact)e.Data).OccurredOn).ShouldBe([Feedback, LastDay.AddDays(1)]);
        (await _app.CheckInsOfAsync(_review.Id)).Select(e => ((IFact)e.Data).OccurredOn).ShouldBe([Feedback, CheckInDay.AddDays(30)]);
        (await _app.WorkshopOfAsync(_review.Id)).Names().ShouldBe([nameof(WorkshopDue), nameof(WorkshopOverdue)]);
        (await _app.CheckInsOfAsync(_review.Id)).Names().ShouldBe([nameof(CheckInDue), nameof(CheckInMissed)]);
    }

    [Fact]
    public async Task is_due_no_more_once_it_was_held_or_the_review_is_closed()
    {
        await _review.ToFinalAsync();
        (await Lead.Post($"{_review.Url}/closing-without-follow-up", new { why = "The school closes.", occurredOn = Today })).Done();
        _clock.Reach(CheckInDay.AddDays(60));
        await _app.SendAsync(new LastDayForWorkshopPassed(_review.Id));
        await _app.SendAsync(new CheckInLongDue(_review.Id));
        (await _app.WorkshopOfAsync(_review.Id)).Names().ShouldBe([nameof(WorkshopDue)]);
        (await _app.CheckInsOfAsync(_review.Id)).Names().ShouldBe([nameof(CheckInDue)]);
        (await Lead.Get($"/api/v1/partnerships/{_review.PartnershipId}/timeline?limit=1000")).Done().Body.ShouldContain("review_closed_without_follow_up");
    }

    [Fact]
    public async Task is_proposed_with_the_plan_and_asks_the_head_alone_about_a_release()
    {
        await _review.PlannedAsync();
        var before = await _app.FactsAsync();
        var proposal = (await Lead.Get($"{_review.Url}/timetable-proposal")).Done();
        proposal.Json["workshopBy"].Text().ShouldBe($"{LastDay:yyyy-MM-dd}");
        proposal.Json["checkIn"]!["on"].Text().ShouldBe($"{CheckInDay:yyyy-MM-dd}");
        proposal.Json["cover"]!.ToJsonString().ShouldBe("""{"needed":2,"proposed":0,"trained":0}""");
        (await _app.As("stranger").Get($"{_review.Url}/timetable-proposal")).Refused(404, "unknown");
        (await _app.FactsAsync()).ShouldBe(before);

        await _review.ScopedAsync();
        await _review.TeamConfirmedAsync("facilitator");
        (await Lead.Get($"{_review.Url}/timetable-proposal")).Done().Json["cover"]!.ToJsonString().ShouldBe("""{"needed":2,"proposed":2,"trained":2}""");
        await _review.ProtocolConfirmedAsync();
        await _review.StaffBriefedAsync();
        await _review.VisitedAsync();
        await AskedAsync(_review.HostHead, 0);
        await _review.FinalAsync();
        await AskedAsync(_review.HostHead, 1);
        foreach (var other in new[] { _review.HostChair, _review.LeadReviewer, "lead", "administrator", "stranger" }) await AskedAsync(other, 0);
        (await PageAsync(_review.HostHead, "/")).ShouldContain("href=\"/reviews/to-release\"");
        (await PageAsync(_review.HostChair, "/")).ShouldNotContain("href=\"/reviews/to-release\"");
        (await PageAsync(_review.HostHead, "/reviews/to-release")).ShouldContain($"href=\"/reviews/{_review.Id}/release\"");
        (await PageAsync(_review.HostHead, "/reviews/to-release")).ShouldContain("Final reports nobody has been told of</h1>");
        (await PageAsync(_review.LeadReviewer, "/reviews/to-release")).ShouldContain("No final report of a school you head waits");
        (await _app.As(_review.HostHead).Post($"{_review.Url}/releases", new { ring = AudienceRing.HostGovernors, extent = Extent.Summary, purpose = ReleasePurpose.Governors, occurredOn = Today })).Done();
        await AskedAsync(_review.HostHead, 0);

        async Task<string> PageAsync(string name, string address) => (await new Visitor(_app, name).Open(address)).Html;

        async Task AskedAsync(string name, int reports) => (await _app.As(name).Get("/api/v1/reviews/to-release")).Done().Json["items"]!.AsArray().Count.ShouldBe(reports, name);
    }

    private async Task TheServiceToldWhenBothAreDueAsync()
    {
        var heard = (IEvent<FeedbackGiven>)(await _app.ToldAsync(_review.Id.Value)).Single(e => e.Data is FeedbackGiven);
        var workshop = (await _app.WorkshopOfAsync(_review.Id)).ShouldHaveSingleItem();
        workshop.Data.ShouldBe(new WorkshopDue(_review.Id, _review.PartnershipId, Ashdown, LastDay, ReviewPolicy.Version, Feedback));
        ToldByTheService(workshop, heard);
        var checkIn = (await _app.CheckInsOfAsync(_review.Id)).ShouldHaveSingleItem();
        checkIn.Data.ShouldBe(new CheckInDue(_review.Id, _review.PartnershipId, Ashdown, CheckInDay, Feedback.AddDays(60), Feedback.AddDays(120), ReviewPolicy.Version, Feedback));
        ToldByTheService(checkIn, heard);

        // Heard again nothing follows, neither a fact nor a message.
        await using var session = _app.Host.DocumentStore().LightweightSession();
        (await WhenFeedbackGivenWorkshopIsDueHandler.Handle(heard, session, _clock, CancellationToken.None)).ShouldBeEmpty();
        (await WhenFeedbackGivenCheckInIsDueHandler.Handle(heard, session, _clock, CancellationToken.None)).ShouldBeEmpty();
        session.PendingChanges.Streams().ShouldBeEmpty();
    }

    private async Task<PlanId> ThePlanWasOpenedAsync()
    {
        var heard = (IEvent<WorkshopHeld>)(await _app.WorkshopOfAsync(_review.Id)).Single(e => e.Data is WorkshopHeld);
        var (year, id) = (AcademicYear.Of(Ago(3)), PlanId.OfSchool(_review.PartnershipId, Ashdown, AcademicYear.Of(Ago(3))));
        var opened = (await _app.ToldAsync(id.Value)).ShouldHaveSingleItem();
        opened.Data.ShouldBe(new PlanOpened(id, _review.PartnershipId, Ashdown, year, PlanSource.Review, _review.Id, Ago(3)));
        ToldByTheService(opened, heard);

        await using var session = _app.Host.DocumentStore().LightweightSession();
        await WhenWorkshopHeldOpenPlanHandler.Handle(heard, session, CancellationToken.None);
        session.PendingChanges.Streams().ShouldBeEmpty();
        return id;
    }

    private async Task ItsObjectivesCarryTheActionsAsync(string workshop, PlanId plan, FindingId finding)
    {
        var objective = ObjectiveId.New();
        var terms = new ObjectiveTerms(new("More reasons in books."), new("Few."), new("Many."), "books", Today.AddDays(200));
        await using (var session = _app.Host.DocumentStore().LightweightSession())
        {
            session.Events.Append(plan.Value, new ObjectiveSet(plan, _review.PartnershipId, objective, ImprovementArea.CurriculumAndTeaching, null, terms, null, StaffRole.SeniorLeader, [Ashdown], null, finding, Ago(2)));
            await session.SaveChangesAsync();
        }
        (await Lead.Post($"{workshop}/actions", new { planId = plan, objectiveIds = new[] { ObjectiveId.New() }, occurredOn = Ago(2) })).Refused(400, "input", "objectiveIds");
        (await Lead.Post($"{workshop}/actions", new { planId = PlanId.Shared(_review.PartnershipId, 2026), objectiveIds = new[] { objective }, occurredOn = Ago(2) })).Refused(400, "input", "planId");
        (await _app.As(_review.HostHead).Post($"{workshop}/actions", new { planId = plan, objectiveIds = new[] { objective }, occurredOn = Ago(2) })).Done();
        var read = (await _app.As(_review.HostHead).Get(workshop)).Done();
        read.Json["inside"]!["objectiveIds"]![0].Text().ShouldBe($"{objective}");
        read.Body.ShouldContain("quoll");
        (await _app.As(_review.HostChair).Get(workshop)).Done().Body.ShouldNotContain("quoll");
        (await _app.As("stranger").Get(workshop)).Refused(404, "unknown");
    }

    private static void ToldByTheService(IEvent told, IEvent because)
    {
        told.CausationId.ShouldBe(because.Id.ToString());
        new[] { "actor", "capacity", "source" }.Select(name => told.Headers![name].ToString()).ShouldBe(["system", "System", "Policy"]);
    }
}
