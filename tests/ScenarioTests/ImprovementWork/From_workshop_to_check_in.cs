using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The third acceptance scenario, told in the next autumn whose check-in falls in February half-term: the service's clock is moved there, and its terms are published.</summary>
public sealed class From_workshop_to_check_in : IAsyncLifetime
{
    /// <summary>The Monday of the half-term: the third in February, of the first year in which the story can begin today or later.</summary>
    private static readonly DateOnly HalfTerm = Enumerable.Range(Today.Year, 3).Select(year => new DateOnly(year, 2, 15)).Select(day => day.AddDays((8 - (int)day.DayOfWeek) % 7)).First(monday => monday.AddDays(-76) >= Today);

    private static readonly DateOnly VisitEnd = HalfTerm.AddDays(1 - 90), Feedback = VisitEnd, AsOf = VisitEnd.AddDays(13);

    private readonly MovedClock _clock = new();
    private readonly App _app;
    private ReviewThroughTheApi _review = null!;

    public From_workshop_to_check_in() => _app = new() { Clock = _clock };

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars);
        _review = new(_app, await _app.ATriadWithASignedProtocolAsync("lead", Ashdown, Birchwood, Cedars), Ashdown, Birchwood, Cedars, "lead") { AsOf = AsOf };
        await _app.TrainAChampionAsync(_review, Cedars);
        _clock.Reach(VisitEnd.AddDays(-20));
        (await _app.As("administrator").Post("/api/v1/term-calendars", new { academicYear = HalfTerm.Year - 1, terms = Terms, closedDays = Array.Empty<DateOnly>(), occurredOn = VisitEnd.AddDays(-20) })).Done();
        _clock.Reach(AsOf);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static TermDates[] Terms =>
    [
        new(Term.Autumn, new(HalfTerm.Year - 1, 9, 3), Weeks(-8).AddDays(-3), Weeks(-16), Weeks(-16).AddDays(4)), new(Term.Spring, Weeks(-6), Weeks(5).AddDays(3), HalfTerm, HalfTerm.AddDays(4)),
        new(Term.Summer, Weeks(8), Weeks(22).AddDays(2), Weeks(15), Weeks(15).AddDays(4)),
    ];

    private Caller Lead => _app.As("lead");

    [Fact]
    public async Task what_was_found_is_worked_on_and_looked_at_again()
    {
        await _review.ToFinalAsync();
        var findings = await _app.FindingsAsync(_review.Id);

        // A member of the review team is no champion; another runs it nine school days after the feedback, with six teachers.
        var workshop = $"{_review.Url}/workshop";
        (await Lead.Post(workshop, Workshop(findings[0], AsOf, Champion(Birchwood, _review.LeadReviewer)))).Refused(422, "IMP-18", "champions");
        await _app.AndWaitAsync(async () => (await Lead.Post(workshop, Workshop(findings[0], AsOf, Champion(Cedars)))).Done());
        var held = (await Lead.Get(workshop)).Done().Json;
        (held["schoolDaysAfterFeedback"]!.GetValue<int>(), held["late"]!.GetValue<bool>()).ShouldBe((9, false));
        held["attendance"]!.AsArray().Single(people => people!["role"].Text() == "teacher")!["count"]!.GetValue<int>().ShouldBe(6);

        await ThePlanGetsThreeObjectivesAsync(workshop, findings);

        // The check-in would fall in half-term: it is due on the first day of the first open week.
        var checkIns = $"{_review.Url}/check-ins";
        (await Lead.Get(checkIns)).Done().Json["due"]!["on"].Text().ShouldBe($"{HalfTerm.AddDays(7):yyyy-MM-dd}");
        var line = (await Lead.Get($"/api/v1/partnerships/{_review.PartnershipId}/review-board")).Done().Json["reviews"]!.AsArray().ShouldHaveSingleItem()!;
        (line["next"].Text(), line["dueOn"].Text(), line["overdueSchoolDays"]!.GetValue<int>()).ShouldBe(("check-in", $"{HalfTerm.AddDays(7):yyyy-MM-dd}", 0));

        // At day 96 two findings are in practice.
        var day = VisitEnd.AddDays(96);
        _clock.Reach(day);
        (await _app.As(_review.Reviewer).Post(checkIns, new
        {
            by = App.Person(_review.Reviewer), whatChanged = findings.Select(finding => new ChangeSeen(finding, CheckInLevel.InPractice)), occurredOn = day,
        })).Done();
        var looked = (await _app.As(_review.HostHead).Get(checkIns)).Done().Json["items"]![0]!;
        (looked["findingsByLevel"]!.ToJsonString(), looked["late"]!.GetValue<bool>()).ShouldBe(("""{"in-practice":2}""", false));
    }

    private async Task ThePlanGetsThreeObjectivesAsync(string workshop, IReadOnlyList<FindingId> findings)
    {
        var plan = PlanId.OfSchool(_review.PartnershipId, Ashdown, AcademicYear.Of(AsOf));
        var objectives = $"/api/v1/plans/{plan}/objectives";
        List<Guid> added = [];
        foreach (var (at, measure) in new[] { "books", "talk", "" }.Index())
            if (measure.Length > 0) added.Add((await _app.As(_review.HostHead).Post(objectives, Objective(at, measure, findings))).Done().Id);
            else (await _app.As(_review.HostHead).Post(objectives, Objective(at, measure, findings))).Refused(422, "IMP-25", "terms.measureId");
        added.Add((await _app.As(_review.HostHead).Post(objectives, Objective(2, "reading", findings))).Done().Id);
        (await _app.As(_review.HostHead).Post($"{workshop}/actions", new { planId = plan, objectiveIds = added, occurredOn = AsOf })).Done();

        var read = (await _app.As(_review.HostHead).Get($"/api/v1/plans/{plan}")).Done().Json;
        (read["source"].Text(), read["objectives"]!.GetValue<int>()).ShouldBe(("review", 3));
        read["inside"]!["objectives"]!.AsArray().Select(objective => objective!["findingId"].Text()).ShouldBe([$"{findings[0]}", $"{findings[1]}", $"{findings[0]}"]);
        (await _app.As(_review.HostHead).Get(workshop)).Done().Json["inside"]!["objectiveIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldBe(added);
    }

    private static object Objective(int at, string measureId, IReadOnlyList<FindingId> findings) => new
    {
        terms = new { text = $"More reasons, way {at}.", baseline = "Few.", target = "Many.", measureId, due = AsOf.AddDays(200) }, ownerRole = StaffRole.SeniorLeader, ownerUrns = new[] { Ashdown },
        area = ImprovementArea.CurriculumAndTeaching, findingId = findings[at % 2], occurredOn = AsOf,
    };

    private static DateOnly Weeks(int weeks) => HalfTerm.AddDays(7 * weeks);
}
