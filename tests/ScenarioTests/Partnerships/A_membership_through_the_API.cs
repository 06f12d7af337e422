using System.Text.Json.Nodes;
using EssexImprovement.Brokerage;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Npgsql;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class A_membership_through_the_API(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly Urn[] Schools = [.. Enumerable.Range(990201, 6).Select(urn => new Urn(urn))];
    private static readonly Urn Fourth = Schools[3], Fifth = Schools[4];
    private PartnershipId _triad;

    private Caller Lead => app.As("lead");

    private string Url => $"/api/v1/partnerships/{_triad}";

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() == 0) await app.AndWaitAsync(() => app.RegisterSchoolsAsync(Schools));
        _triad = await app.ATriadWithASignedProtocolAsync("lead", Schools[..3]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task passes_in_a_triad_in_one_command_after_a_decision_waived_the_notice()
    {
        (await Lead.Post($"{Url}/departures", new { urn = Schools[2], outstanding = Array.Empty<Outstanding>(), occurredOn = Ago(3) })).Refused(422, "PRT-5", "urn");
        (await app.As($"head-{Schools[2]}").Post($"{Url}/notices", Notice(waivedBy: null))).Refused(422, "PRT-5", "occurredOn");
        (await Lead.Post($"{Url}/notices", Notice(waivedBy: null))).Refused(422, "PRT-5", "leavesOn");
        await NoticeAsync();
        (await Lead.Post($"{Url}/departures", new { urn = Schools[2], outstanding = Array.Empty<Outstanding>(), occurredOn = Ago(3) })).Refused(422, "PRT-1", "urn");

        var swap = new { leaves = Schools[2], outstanding = new[] { Outstanding.ReviewToHost }, joins = Fourth, membership = Membership.Full, votesFor = Schools[..2], votesAgainst = Array.Empty<Urn>(), occurredOn = Ago(3) };
        (await Lead.Post($"{Url}/swaps", swap)).Done().Json["version"]!.GetValue<int>().ShouldBe(12);
        (await MembersAsync(Ago(3))).ShouldBe([Schools[0], Schools[1], Schools[2]]);
        (await MembersAsync(Ago(2))).ShouldBe([Schools[0], Schools[1], Fourth]);
        (await app.As($"head-{Schools[2]}").Get(Url)).Refused(404, "unknown");
    }

    [Fact]
    public async Task won_by_one_of_two_leads_at_once_tells_the_other_what_changed()
    {
        var cluster = new PartnershipId((await app.As($"head-{Schools[0]}").PostLate("/api/v1/partnerships", new
        {
            name = $"Cluster {Word()}", kind = PartnershipKind.Cluster, quadrant = Quadrant.Mid, districts = new[] { District.Braintree }, foundingUrns = Schools[..3], occurredOn = Ago(200),
        })).Done().Id);
        var url = $"/api/v1/partnerships/{cluster}";
        (await app.As($"head-{Schools[0]}").Post($"{url}/leads", Leads("lead", LeadRole.Lead))).Done();
        (await app.As($"head-{Schools[0]}").Post($"{url}/leads", Leads("deputy", LeadRole.Deputy))).Refused(403, "XCT-4");
        (await Lead.Post($"{url}/leads", Leads("deputy", LeadRole.Deputy))).Done();
        object Admission(Urn urn) => new { urn, membership = Membership.Full, from = Ago(2), votesFor = Schools[..3], votesAgainst = Array.Empty<Urn>(), occurredOn = Ago(2) };

        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        Task<Answer>[] both;
        await using (var connection = new NpgsqlConnection(app.ConnectionString))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await new NpgsqlCommand($"select 1 from ledger.mt_streams where id = '{cluster}' for update", connection, transaction).ExecuteNonQueryAsync();
            both = [Lead.Post($"{url}/members", Admission(Fourth), key), app.As("deputy").Post($"{url}/members", Admission(Fourth), key)];
            await using var watch = new NpgsqlConnection(app.ConnectionString);
            await watch.OpenAsync();
            while ((long)(await new NpgsqlCommand(
                "select count(*) from (select pg_sleep(0.05)) nap, pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", watch).ExecuteScalarAsync())! < 2)
                both.Any(one => one.IsCompleted).ShouldBeFalse("neither ends while the stream is held");
            await transaction.CommitAsync();
        }
        var answers = await Task.WhenAll(both);
        answers.Select(answer => (int)answer.Status).Order().ShouldBe([200, 409]);
        Changed(answers.Single(answer => (int)answer.Status == 409).Refused(409, "XCT-2")).ShouldBe([("school_admitted", 4)]);
        var winner = (int)answers[0].Status == 200 ? Lead : app.As("deputy");
        (await winner.Post($"{url}/members", Admission(Fourth), key)).Done().Body.ShouldBe(answers.Single(answer => (int)answer.Status == 200).Body);

        Changed((await Lead.Post($"{url}/members", Admission(Fifth), ("If-Match", "\"2\""))).Refused(412, "XCT-2")).ShouldBe([("lead_appointed", 3), ("school_admitted", 4)]);
        (await Lead.Post($"{url}/members", Admission(Fifth), ("If-Match", "\"nothing\""))).Refused(412, "XCT-2").Json["changed"]!.AsArray().ShouldBeEmpty();
        (await Lead.Post($"{url}/members", Admission(Fifth), ("If-Match", "\"4\""))).Done();
    }

    [Fact]
    public async Task goes_over_to_a_successor_with_its_offers_once_however_often_it_is_heard()
    {
        // Schools of its own: one of them closes.
        Urn old = new(990273), academy = new(990274);
        Urn[] own = [new(990271), new(990272), old];
        await app.RegisterSchoolsAsync([.. own, academy]);
        _triad = await app.ATriadWithASignedProtocolAsync("lead", own);
        var offer = Guid.Empty;
        await app.AndWaitAsync(async () => offer = (await app.As($"head-{old}").Post("/api/v1/offers", new
        {
            partnershipId = _triad, provider = ProviderKind.School, providerUrn = old, specialisms = new[] { ImprovementArea.Attendance }, quarterDaysPerTerm = 8, from = Ago(20), to = Today.AddDays(90), occurredOn = Ago(20),
        })).Done().Id);
        (await Lead.Post($"{Url}/successions", new { oldUrn = old, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(5) })).Refused(422, "XCT-8", "oldUrn");
        await app.CloseSchoolAsync(old, Ago(5));
        (await Lead.Post($"{Url}/successions", new { oldUrn = old, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(5) })).Refused(403, "XCT-4");
        await app.AndWaitAsync(async () => (await app.As("administrator").Post($"{Url}/successions", new { oldUrn = old, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(5) })).Done());

        await using var session = app.Host.DocumentStore().LightweightSession();
        var succeeded = (IEvent<SchoolSucceeded>)(await session.Events.FetchStreamAsync(_triad.Value))[^1];
        await WhenSchoolSucceededPassOnOffersHandler.Handle(succeeded, session, CancellationToken.None);
        await session.SaveChangesAsync();
        var told = await session.Events.FetchStreamAsync(offer);
        told.Select(e => e.Data.GetType()).ShouldBe([typeof(CapacityOffered), typeof(OfferPassedOn)]);
        told[1].Data.ShouldBe(new OfferPassedOn(new(offer), _triad, old, academy, Ago(5)));
        told[1].CausationId.ShouldBe(succeeded.Id.ToString());
        told[1].UserName.ShouldBe("system");

        (await Lead.Get($"/api/v1/offers/{offer}")).Done().Json["providerUrn"]!.GetValue<string>().ShouldBe(academy.ToString());
        (await Lead.Get($"{Url}/members?on={Ago(6):yyyy-MM-dd}")).Done().Json["items"]!.AsArray().Last()!["succeededBy"]!.GetValue<string>().ShouldBe(academy.ToString());
        // An offer of the old school that is recorded only now goes over as well, and no school offers itself anything.
        var late = Guid.Empty;
        await app.AndWaitAsync(async () => late = (await Lead.Post("/api/v1/offers", new
        {
            partnershipId = _triad, provider = ProviderKind.School, providerUrn = old, specialisms = new[] { ImprovementArea.Attendance }, quarterDaysPerTerm = 4, from = Ago(10), to = Today.AddDays(90), occurredOn = Ago(10),
        })).Done().Id);
        (await session.Events.FetchStreamAsync(late)).Select(e => e.Data.GetType()).ShouldBe([typeof(CapacityOffered), typeof(OfferPassedOn)]);
        // The new school's head and chair sign for themselves; until then it takes no part.
        (await Lead.Post("/api/v1/reviews", new { partnershipId = _triad, hostUrn = academy, round = 1, model = "local-triad", plannedFrom = Today, plannedTo = Today, invitedBy = App.Person($"head-{academy}"), occurredOn = Ago(1) }))
            .Refused(422, "PRT-6", "hostUrn");
        // What was recorded once is known at every later admission.
        (await Lead.Post($"{Url}/successions", new { oldUrn = old, newUrn = academy, kind = SuccessionKind.Academisation, occurredOn = Ago(5) })).Refused(422, "XCT-8", "oldUrn");
    }

    [Fact]
    public async Task that_ended_is_not_reviewed_on_a_later_day()
    {
        await NoticeAsync();
        (await Lead.Post($"{Url}/swaps", new { leaves = Schools[2], outstanding = Array.Empty<Outstanding>(), joins = Fourth, membership = Membership.Full, votesFor = Schools[..2], votesAgainst = Array.Empty<Urn>(), occurredOn = Ago(3) })).Done();
        object Plan(int occurred) => new { partnershipId = _triad, hostUrn = Schools[2], round = 1, model = "local-triad", plannedFrom = Today, plannedTo = Today, invitedBy = App.Person($"head-{Schools[2]}"), occurredOn = Ago(occurred) };
        (await Lead.Post("/api/v1/reviews", Plan(2))).Refused(422, "XCT-8", "hostUrn");
        (await Lead.Post("/api/v1/reviews", Plan(3))).Done();
    }

    [Fact]
    public async Task in_a_review_under_way_keeps_the_protocol_it_was_planned_under()
    {
        var review = new ReviewThroughTheApi(app, _triad, Schools[0], Schools[1], Schools[2], "lead");
        await review.PlannedAsync();
        (await Lead.Post($"{Url}/protocols", Protocol(Ago(27)))).Done().Json["version"]!.GetValue<int>().ShouldBe(10);
        await review.ScopedAsync();
        await review.TeamConfirmedAsync("facilitator");
        (await Lead.Post($"{review.Url}/protocol", new { protocolVersion = 2, safeguardingUnderstood = true, occurredOn = Ago(20) })).Refused(422, "PRT-6", "protocolVersion");
        await review.ProtocolConfirmedAsync();
        // A later review is bound by the amended one, which nobody has signed yet.
        (await Lead.Post("/api/v1/reviews", new { partnershipId = _triad, hostUrn = Schools[1], round = 1, model = "local-triad", plannedFrom = Today, plannedTo = Today, invitedBy = App.Person($"head-{Schools[1]}"), occurredOn = Ago(1) }))
            .Refused(422, "PRT-6", "hostUrn");
    }

    [Fact]
    public async Task ends_for_all_when_the_partnership_is_dissolved_and_no_room_adds_to_it()
    {
        (await Lead.Post($"{Url}/dissolution", new { reason = "The schools go their ways.", recordsCustodianUrn = Fourth, occurredOn = Ago(1) })).Refused(422, "XCT-8", "recordsCustodianUrn");
        (await Lead.Post($"{Url}/dissolution", new { reason = "The schools go their ways.", recordsCustodianUrn = Schools[0], occurredOn = Ago(1) })).Done();
        var head = app.As($"head-{Schools[0]}");
        (await head.Get(Url)).Done();
        (await Lead.Get(Url)).Refused(404, "unknown");
        (await head.Post($"{Url}/leads", Leads("head", LeadRole.Lead))).Refused(422, "XCT-9");
        (await head.Post("/api/v1/reviews", new { partnershipId = _triad, hostUrn = Schools[0], round = 1, model = "local-triad", plannedFrom = Today, plannedTo = Today, invitedBy = App.Person($"head-{Schools[0]}"), occurredOn = Ago(1) })).Refused(422, "XCT-9");
        (await head.Post("/api/v1/decisions", new { partnershipId = _triad, kind = DecisionKind.Other, direction = "lateral", question = "What now?", urns = Array.Empty<Urn>(), body = DecidingBody.Partnership, bodySize = 3, occurredOn = Ago(1) })).Refused(422, "XCT-9");
        (await head.Post("/api/v1/support-requests", new { partnershipId = _triad, urn = Schools[0], area = ImprovementArea.Attendance, wantedOutcome = "More.", why = "Now.", urgency = Urgency.Planned, origin = RequestOrigin.SelfReferral, headConsents = true, occurredOn = Ago(1) })).Refused(422, "XCT-9");
        (await head.Post("/api/v1/offers", new { partnershipId = _triad, provider = ProviderKind.School, providerUrn = Schools[0], specialisms = new[] { ImprovementArea.Attendance }, quarterDaysPerTerm = 8, from = Today, to = Today.AddDays(90), occurredOn = Ago(1) })).Refused(422, "XCT-9");
    }

    private static object Leads(string name, LeadRole role) => new { personId = App.Person(name), role, urn = Schools[0], from = Ago(10), occurredOn = Ago(10) };

    private static object Notice(DecisionId? waivedBy) => new { urn = Schools[2], leavesOn = Ago(4), waivedBy, occurredOn = Ago(5) };

    private static IEnumerable<(string, int)> Changed(Answer answer) => answer.Json["changed"]!.AsArray().Select(change => (change!["fact"]!.GetValue<string>(), change["version"]!.GetValue<int>()));

    private async Task NoticeAsync()
    {
        var id = DecisionId.New();
        await using var session = app.Host.DocumentStore().LightweightSession();
        session.Events.StartStream<Evaluation.Decision>(id.Value,
            new DecisionOpened(id, _triad, DecisionKind.MembershipReview, Direction.Lateral, new("May it leave now?"), [Schools[2]], null, DecidingBody.Partnership, 3, null, Ago(8)),
            new DecisionMade(id, _triad, DecisionOutcome.Approved, 1, new("They have to close a site by then, and all agree."), Ago(6), [], new(3, 0, 0), 2, null, Ago(6)));
        await session.SaveChangesAsync();
        (await Lead.Post($"{Url}/notices", Notice(id))).Done();
    }

    private async Task<IEnumerable<Urn>> MembersAsync(DateOnly on) =>
        ((JsonArray)(await Lead.Get($"{Url}/members?on={on:yyyy-MM-dd}")).Done().Json["items"]!).Select(member => new Urn(int.Parse(member!["urn"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)));
}
