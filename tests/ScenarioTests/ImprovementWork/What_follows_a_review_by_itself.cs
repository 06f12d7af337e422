using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Host;
using JasperFx.Events;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The "never" column of B.10, played: a review starts what the whitelist of B.7 names and nothing else, and tells nobody what was not released to them.</summary>
public class What_follows_a_review_by_itself(App app) : IClassFixture<App>
{
    private static readonly string[] Outside = ["officer", "quadrant-chair", "board", "trust"];

    [Fact]
    public async Task is_its_deadlines_and_the_hosts_plan_and_no_signal_category_contact_or_ranking()
    {
        foreach (var (name, capacity) in Outside.Zip([Capacity.LaSchoolEffectivenessPartner, Capacity.QuadrantChair, Capacity.BoardMember, Capacity.TrustOrDioceseRepresentative]))
            (await app.As("administrator").Post("/api/v1/capacities", new { personId = App.Person(name), capacity, quadrant = name == "quadrant-chair" ? Quadrant.Mid : (Quadrant?)null, urn = name == "trust" ? Ashdown : (Urn?)null, occurredOn = Ago(20) })).Done();
        var review = await ReviewThroughTheApi.InATriadAsync(app, Ashdown, Birchwood, Cedars, "lead");
        await app.TrainAChampionAsync(review, Cedars);

        // FeedbackGiven: its two deadlines, and no signal.
        (await ByTheServiceAsync(review.ToVisitEndedAsync)).ShouldBeEmpty();
        (await ByTheServiceAsync(review.FeedbackAsync)).ShouldBe([nameof(CheckInDue), nameof(WorkshopDue)]);

        // ReportFinalised: nothing outward, and nobody beyond the host head and the team is told.
        (await ByTheServiceAsync(review.FinalAsync)).ShouldBeEmpty();
        foreach (var name in Outside) (await app.As(name).Get($"{review.Url}/report")).Refused(403, "XCT-4");
        foreach (var name in Outside.Append(review.HostChair)) (await app.As(name).Get("/api/v1/reviews/to-release")).Done().Json["items"]!.AsArray().ShouldBeEmpty(name);

        // WorkshopHeld: the host's plan. ReportReleased for category use: findings may be cited, and that is all.
        var finding = (await app.FindingsAsync(review.Id))[0];
        (await ByTheServiceAsync(async () => (await app.As("lead").Post($"{review.Url}/workshop", Workshop(finding, Ago(3), Champion(Cedars)))).Done())).ShouldBe([nameof(PlanOpened)]);
        (await ByTheServiceAsync(async () => (await app.As(review.HostHead).Post($"{review.Url}/releases", new
        {
            ring = AudienceRing.PartnershipHeads, extent = Extent.FindingsOnly, purpose = ReleasePurpose.CategoryUse, newConsent = true, occurredOn = Ago(2),
        })).Done())).ShouldBeEmpty();
        (await ByTheServiceAsync(async () => (await app.As("lead").Post($"{review.Url}/closing-without-follow-up", new { why = "The school closes.", occurredOn = Today })).Done())).ShouldBeEmpty();
    }

    [Fact]
    public async Task is_a_question_to_the_head_whose_school_took_the_host_s_place_in_this_partnership()
    {
        Urn host = new(990021), academy = new(990029);
        var review = await ReviewThroughTheApi.InATriadAsync(app, host, new(990022), new(990023), "here");
        await review.ToFinalAsync();
        await app.RegisterSchoolsAsync(new(990024), new(990025), academy);
        var elsewhere = await app.ATriadWithASignedProtocolAsync("elsewhere", new(990024), host, new(990025));
        await app.CloseSchoolAsync(host, Today, academy);
        (await app.As("administrator").Post($"/api/v1/schools/{academy}/leaders", new { personId = App.Person("head-of-academy"), capacity = Capacity.Headteacher, occurredOn = Today })).Done();
        async Task<int> AskedAsync() => (await app.As("head-of-academy").Get("/api/v1/reviews/to-release")).Done().Json["items"]!.AsArray().Count;
        async Task SucceededAsync(string lead, PartnershipId partnership) => await app.AndWaitAsync(async () =>
            (await app.As(lead).Post($"/api/v1/partnerships/{partnership}/successions", new { oldUrn = host, newUrn = academy, kind = "academisation", occurredOn = Today })).Done());

        await SucceededAsync("elsewhere", elsewhere);
        (await AskedAsync()).ShouldBe(0);
        await SucceededAsync("here", review.PartnershipId);
        (await AskedAsync()).ShouldBe(1);
        (await app.As("here").Post($"{review.Url}/closing-without-follow-up", new { why = "The school closed.", occurredOn = Today })).Done();
        (await AskedAsync()).ShouldBe(0, "to let nobody see it is an answer, too");
    }

    [Fact]
    public async Task is_no_more_than_host_and_team_confirmed()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990011), new(990012), new(990013), "second-lead");
        await review.PlannedAsync();
        await review.ScopedAsync();
        await review.TeamConfirmedAsync("facilitator");
        (await app.As(review.Lead).Post($"{review.Url}/protocol", new { protocolVersion = 1, safeguardingUnderstood = true, triggersAllowed = Array.Empty<Trigger>(), occurredOn = Ago(20) })).Done();
        await review.StaffBriefedAsync();
        await review.VisitEndedAsync();
        (await ByTheServiceAsync(review.FeedbackAsync)).ShouldBe([nameof(CheckInDue)]);
        var finding = (await app.FindingsAsync(review.Id))[0];
        (await ByTheServiceAsync(async () => (await app.As(review.Lead).Post($"{review.Url}/workshop", Workshop(finding, Ago(3), Champion(new(990011))))).Refused(422, "IMP-18"))).ShouldBeEmpty();
        await app.TrainAChampionAsync(review, new(990013), "second-champion");
        (await ByTheServiceAsync(async () => (await app.As(review.Lead).Post($"{review.Url}/workshop", Workshop(finding, Ago(3), Champion(new(990013), "second-champion")))).Done())).ShouldBeEmpty();
    }

    /// <summary>The names of the facts that the service itself told meanwhile, whatever stream they are in.</summary>
    private async Task<IReadOnlyList<string>> ByTheServiceAsync(Func<Task> what)
    {
        var before = await OfTheServiceAsync();
        await app.AndWaitAsync(what);
        return [.. (await OfTheServiceAsync()).ExceptBy(before.Select(e => e.Id), e => e.Id).Select(e => e.Data.GetType().Name).Order(StringComparer.Ordinal)];
    }

    // What tests tell straight to the ledger is told by no request either; what follows by itself names its cause.
    private async Task<IReadOnlyList<IEvent>> OfTheServiceAsync()
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return [.. (await session.Events.QueryAllRawEvents().Where(e => e.UserName == Stamp.TheService).ToListAsync()).Where(e => e.CausationId is not null && e.Data is IFact)];
    }
}
