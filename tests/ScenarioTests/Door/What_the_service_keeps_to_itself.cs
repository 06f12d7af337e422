using System.Net;
using System.Text;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class What_the_service_keeps_to_itself
{
    [Fact]
    public async Task is_what_a_client_wrote_badly_and_what_it_showed_to_one_reader()
    {
        await using var service = await RunningService.StartAsync(demonstration: false);
        using var client = new HttpClient { BaseAddress = new(service.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await client.GetStringAsync("/dev/token?persona=lead"));
        foreach (var body in new[] { """{"name":"A quokka","kind":7}""", "no quokka is JSON" })
        {
            using var answer = await client.PostAsync("/api/v1/partnerships", new StringContent(body, Encoding.UTF8, "application/json"));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("bytePositionInLine");
        }
        using var mine = await client.GetAsync("/api/v1/me");
        (mine.Headers.CacheControl!.Private, mine.Headers.CacheControl.NoCache).ShouldBe((true, true), "what somebody may see is kept by nobody else");
        await service.KillAsync();
        service.Said.ShouldContain(line => line.Contains("Now listening on", StringComparison.Ordinal));
        service.Said.ShouldNotContain(line => line.Contains("ERR", StringComparison.Ordinal) || line.Contains("quokka", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal));
    }
}
