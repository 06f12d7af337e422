using EssexImprovement.Contracts;
using JasperFx.Events;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class A_capacity_chosen(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly Urn[] Schools = [new(990021), new(990022), new(990023)];
    private static readonly string Convenor = $"head-{Schools[0]}";
    private PartnershipId _triad;

    public async ValueTask InitializeAsync()
    {
        if (await app.FactsAsync() == 0) await app.RegisterSchoolsAsync(Schools);
        _triad = await app.ATriadWithASignedProtocolAsync(Convenor, Schools);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<Answer> GroupAsync(string name, params (string, string)[] headers) => app.As(name).Post($"/api/v1/partnerships/{_triad}/peer-groups",
        new { name = $"Group {Word()}", urns = Schools[..2], from = Ago(1), occurredOn = Ago(1) }, headers);

    [Fact]
    public async Task is_the_one_the_fact_records()
    {
        (await GroupAsync(Convenor, ("X-Acting-As", $"partnership-lead;partnership={_triad}"))).Done();
        await using var session = app.Host.DocumentStore().QuerySession();
        var facts = await session.Events.FetchStreamAsync(_triad.Value);
        facts[^1].GetHeader("capacity").ShouldBe("PartnershipLead");
    }

    [Fact]
    public async Task lays_the_others_aside()
    {
        (await GroupAsync(Convenor, ("X-Acting-As", $"headteacher;urn={Schools[0]}"))).Refused(403, "XCT-4");
        (await app.As(Convenor).Get($"/api/v1/partnerships/{_triad}", ("X-Acting-As", "peer-reviewer"))).Refused(404, "unknown");
        (await app.As(Convenor).Get("/api/v1/me", ("X-Acting-As", "headteacher"))).Done().Json["capacities"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("headteacher;urn=990022")]
    public async Task XCT_4_that_is_not_held_is_refused(string header) =>
        (await app.As(Convenor).Get("/api/v1/me", ("X-Acting-As", header))).Refused(403, "XCT-4", "X-Acting-As");

    [Theory]
    [InlineData("somebody")]
    [InlineData("2")]
    public async Task that_cannot_be_read_is_refused(string header) => (await GroupAsync(Convenor, ("X-Acting-As", header))).Refused(400, "input", "X-Acting-As");

    [Theory]
    [InlineData("1")]
    [InlineData("because")]
    [InlineData("HeardLate")]
    public async Task for_a_reason_of_lateness_nobody_defined_is_refused(string reason) =>
        (await GroupAsync(Convenor, ("Lateness-Reason", reason))).Refused(400, "input", "Lateness-Reason");

    [Theory]
    [InlineData("because")]
    [InlineData("TellsOfNobody")]
    public async Task for_a_reason_of_personal_data_nobody_defined_is_refused(string reason) =>
        (await GroupAsync(Convenor, ("Personal-Data-Confirmed", reason))).Refused(400, "input", "Personal-Data-Confirmed");

    [Fact]
    public async Task without_a_token_is_nobodys() => (await app.With(null).Get("/api/v1/me", ("X-Acting-As", "auditor"))).Refused(401, "sign-in");
}
