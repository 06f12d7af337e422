using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class Support_through_the_API(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Requests = "/api/v1/support-requests";
    private PartnershipId _triad;

    private Caller Lead => app.As("lead");

    private Caller HeadInNeed => app.As($"head-{Ashdown}");

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() == 0) await app.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars, Downlands);
        _triad = await app.ATriadWithASignedProtocolAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task is_asked_for_brokered_and_accepted()
    {
        var (request, birch, cedar) = await ShortlistedAsync();
        (await Lead.Post($"{request}/match", Match(8, birch))).Refused(422, "BRK-4", "alternatives");
        (await Lead.Post($"{request}/match", Match(8, birch, cedar))).Done();
        (await Lead.Post($"{request}/match", Match(8, birch, cedar))).Refused(400, "input", "offerId");
        (await Lead.Post($"{request}/match/acceptance", new { occurredOn = Ago(5) })).Refused(403, "XCT-4");
        (await HeadInNeed.Post($"{request}/match/acceptance", new { occurredOn = Ago(5) })).Done();
        (await HeadInNeed.Post($"{request}/match/acceptance", new { occurredOn = Ago(5) })).Refused(422, "XCT-9");

        var read = (await HeadInNeed.Get(request)).Done();
        read.ETag.ShouldBe("\"8\"");
        read.Json["state"]!.GetValue<string>().ShouldBe("match-accepted");
        read.Json["match"]!["offerId"]!.GetValue<Guid>().ShouldBe(birch);
        read.Json["match"]!["alternatives"]![0]!["offerId"]!.GetValue<Guid>().ShouldBe(cedar);
    }

    [Fact]
    public async Task is_declined_and_matched_again()
    {
        var (request, birch, cedar) = await ShortlistedAsync();
        (await Lead.Post($"{request}/match", Match(8, birch, cedar))).Done();
        (await HeadInNeed.Post($"{request}/match/decline", new { why = "The days do not fit.", occurredOn = Ago(5) })).Done();
        (await HeadInNeed.Post($"{request}/match/decline", new { why = "The days do not fit.", occurredOn = Ago(5) })).Refused(400, "input");
        (await Lead.Get(request)).Done().Json["state"]!.GetValue<string>().ShouldBe("open");
        (await Lead.Post($"{request}/shortlist", new { offerId = cedar, notes = "It fits as well.", occurredOn = Ago(4) })).Done();
        (await Lead.Post($"{request}/match", Match(4, cedar, birch))).Done();
    }

    [Fact]
    public async Task goes_on_with_the_school_that_took_the_place_of_the_school_in_need()
    {
        var (request, birch, cedar) = await ShortlistedAsync();
        (await Lead.Post($"{request}/match", Match(8, birch, cedar))).Done();
        var successor = new Urn(990009);
        await app.RegisterSchoolsAsync(successor);
        (await app.As("administrator").PostLate($"/api/v1/schools/{successor}/leaders", new { personId = App.Person("new-head"), capacity = Capacity.Headteacher, occurredOn = Ago(100) })).Done();
        (await app.As("new-head").Post($"{request}/match/acceptance", new { occurredOn = Today })).Refused(404, "unknown");
        await app.CloseSchoolAsync(Ashdown, Ago(3), successor);
        (await Lead.Post($"/api/v1/partnerships/{_triad}/successions", new { oldUrn = Ashdown, newUrn = successor, kind = SuccessionKind.Academisation, occurredOn = Ago(3) })).Done();
        (await app.As("new-head").Get(request)).Done().Json["wantedOutcome"]!.GetValue<string>().ShouldBe("All are confident readers.");
        (await app.As("new-head").Post($"{request}/match/acceptance", new { occurredOn = Today })).Done();
    }

    [Fact]
    public async Task BRK_2_is_not_brokered_before_interests_are_weighed()
    {
        var request = await AskAsync();
        var birch = await OfferAsync(Birchwood);
        (await Lead.Post($"{request}/shortlist", new { offerId = birch, notes = "It fits.", occurredOn = Ago(10) })).Refused(422, "BRK-2", "offerId");
        (await Lead.Post($"{request}/interest-assessments", new { offerId = birch, outcome = SupplierInterestOutcome.Clear, occurredOn = Ago(10) })).Refused(422, "BRK-2", "offerId");
        (await Lead.Post($"{request}/match", Match(8, birch))).Refused(422, "BRK-2", "offerId");
    }

    [Fact]
    public async Task takes_no_offer_it_may_not_know_of()
    {
        var request = await AskAsync();
        var otherTriad = await app.ATriadWithASignedProtocolAsync("lead", Birchwood, Cedars, Downlands);
        var theirs = (await Lead.Post("/api/v1/offers", Offer(otherTriad, Downlands))).Done().Id;
        var facts = await app.FactsAsync();
        foreach (var offerId in new[] { theirs, Guid.NewGuid() })
        {
            (await Lead.Post($"{request}/interests", new { offerId, nature = SupplierInterest.None, occurredOn = Ago(10) })).Refused(404, "unknown", "offerId");
            (await Lead.Post($"{request}/shortlist", new { offerId, notes = "It fits.", occurredOn = Ago(10) })).Refused(404, "unknown", "offerId");
            (await Lead.Post($"{request}/match", Match(8, offerId))).Refused(404, "unknown", "offerId");
        }
        (await app.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task is_told_to_those_it_concerns_alone()
    {
        var request = await AskAsync();
        (await app.As("stranger").Get(request)).Refused(404, "unknown").Json["detail"]!.GetValue<string>()
            .ShouldBe((await app.As("stranger").Get($"{Requests}/{SupportRequestId.New()}")).Refused(404, "unknown").Json["detail"]!.GetValue<string>());
        (await app.As($"head-{Birchwood}").Get(request)).Done().Body.ShouldNotContain("confident readers");
        (await app.As($"chair-{Ashdown}").Get(request)).Done().Json["wantedOutcome"]!.GetValue<string>().ShouldBe("All are confident readers.");
        (await app.As($"head-{Birchwood}").Post(Requests, Request(ImprovementArea.Wellbeing))).Refused(403, "XCT-4");
        (await app.As("stranger").Post(Requests, Request(ImprovementArea.Wellbeing))).Refused(404, "unknown", "partnershipId");
    }

    [Fact]
    public async Task is_listed_with_what_is_offered()
    {
        var request = await AskAsync();
        var birch = await OfferAsync(Birchwood);
        var cedar = await OfferAsync(Cedars);
        (await Lead.Get($"{Requests}?partnershipId={_triad}")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(request.Split('/')[^1]);
        var first = (await Lead.Get($"/api/v1/offers?partnershipId={_triad}&limit=1")).Done().Json;
        var second = (await Lead.Get(first["next"]!.GetValue<string>())).Done().Json;
        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => item!["id"]!.GetValue<Guid>()).ShouldBe([birch, cedar]);
        second["next"].ShouldBeNull();
        (await Lead.Get($"/api/v1/offers/{birch}")).Done().Json["quarterDaysPerTerm"]!.GetValue<int>().ShouldBe(12);
        (await app.As("stranger").Get($"/api/v1/offers/{birch}")).Refused(404, "unknown");
        (await app.As("stranger").Get($"/api/v1/offers?partnershipId={_triad}")).Refused(404, "unknown", "partnershipId");
    }

    private async Task<(string Request, Guid Birch, Guid Cedar)> ShortlistedAsync()
    {
        var request = await AskAsync();
        var birch = await OfferAsync(Birchwood);
        var cedar = await OfferAsync(Cedars);
        foreach (var (offerId, head) in new[] { (birch, Birchwood), (cedar, Cedars) })
        {
            (await app.As($"head-{head}").Post($"{request}/interests", new { offerId, nature = SupplierInterest.None, occurredOn = Ago(15) })).Done();
            (await Lead.Post($"{request}/interest-assessments", new { offerId, outcome = SupplierInterestOutcome.Clear, occurredOn = Ago(14) })).Done();
        }
        (await Lead.Post($"{request}/shortlist", new { offerId = birch, notes = "It fits.", occurredOn = Ago(12) })).Done();
        return (request, birch, cedar);
    }

    private async Task<string> AskAsync() => $"{Requests}/{(await HeadInNeed.Post(Requests, Request(ImprovementArea.CurriculumAndTeaching))).Done().Id}";

    private object Request(ImprovementArea area) => new
    {
        partnershipId = _triad, urn = Ashdown, area, wantedOutcome = "All are confident readers.", why = "Results fell in two years.", urgency = Urgency.NextTerm,
        origin = RequestOrigin.SelfReferral, headConsents = true, occurredOn = Ago(20),
    };

    private async Task<Guid> OfferAsync(Urn urn) => (await app.As($"head-{urn}").Post("/api/v1/offers", Offer(_triad, urn))).Done().Id;

    private static object Offer(PartnershipId partnership, Urn urn) => new
    {
        partnershipId = partnership, provider = ProviderKind.School, providerUrn = urn, specialisms = new[] { ImprovementArea.CurriculumAndTeaching }, quarterDaysPerTerm = 12,
        from = Ago(20), to = Today.AddDays(100), occurredOn = Ago(20),
    };

    private static object Match(int daysAgo, Guid offerId, params Guid[] others) => new
    {
        offerId, whyThis = "It has taught every child to read.", alternatives = others.Select(other => new { offerId = other, whyNot = "Too far away." }).ToArray(), occurredOn = Ago(daysAgo),
    };
}
