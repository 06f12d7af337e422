using BenchmarkDotNet.Attributes;
using EssexImprovement.Contracts;

namespace EssexImprovement.Tests;

/// <summary>The whole path: one command through the front door into a real PostgreSQL, and one read of what it made.</summary>
[SimpleJob(iterationCount: 10)]
public class TheFrontDoor : IAsyncDisposable
{
    private readonly App _app = new();
    private PartnershipId _triad;
    private int _group;

    [GlobalSetup]
    public async Task StartAsync()
    {
        await _app.InitializeAsync();
        await _app.RegisterSchoolsAsync(Samples.Ashdown, Samples.Birchwood, Samples.Cedars);
        _triad = await _app.ATriadWithASignedProtocolAsync();
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public async Task<Answer> AFactRecorded() => (await _app.As("lead").Post($"/api/v1/partnerships/{_triad}/peer-groups",
        new { name = $"Pair {++_group}", urns = new[] { Samples.Ashdown, Samples.Birchwood }, from = Samples.Today, occurredOn = Samples.Today })).Done();

    [Benchmark]
    public async Task<Answer> APartnershipRead() => (await _app.As("lead").Get($"/api/v1/partnerships/{_triad}")).Done();
}
