using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using EssexImprovement.Tests;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

/// <summary>The pure part: folding a partnership of a thousand facts, and one body digest.</summary>
[MemoryDiagnoser]
public class Folding
{
    private static readonly PartnershipId Id = PartnershipId.New();
    private readonly object[] _facts =
    [
        new PartnershipFormed(Id, "Colne Valley", PartnershipKind.Cluster, Quadrant.Mid, [District.Braintree], [Samples.Ashdown, Samples.Birchwood, Samples.Cedars], null, null, PersonId.New(), new(2025, 9, 1)),
        .. Enumerable.Range(1, 999).Select(version => new ProtocolSigned(Id, version, Samples.Ashdown, PersonId.New(), Capacity.Headteacher, new(2025, 9, 2))),
    ];

    private const string Body = """{"urn":"990001","version":1,"personId":"0193f3c2-0000-7000-8000-000000000001","capacity":"Headteacher","occurredOn":"2025-09-24","partnershipId":"0193f3c2-0000-7000-8000-000000000002"}""";

    [Benchmark]
    public Partnership AThousandFacts()
    {
        var partnership = Partnership.Create((PartnershipFormed)_facts[0]);
        for (var i = 1; i < _facts.Length; i++) partnership = partnership.Apply((ProtocolSigned)_facts[i]);
        return partnership;
    }

    [Benchmark]
    public string OneDigest() => BodyDigest.Of(Body);
}

/// <summary>The whole path: one command through the front door into a real PostgreSQL, and one read of what it made.</summary>
[SimpleJob(iterationCount: 10)]
public class TheFrontDoor
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
    public async Task StopAsync() => await _app.DisposeAsync();

    [Benchmark]
    public async Task<Answer> AFactRecorded() => (await _app.As("lead").Post($"/api/v1/partnerships/{_triad}/peer-groups",
        new { name = $"Pair {++_group}", urns = new[] { Samples.Ashdown, Samples.Birchwood }, from = Samples.Today, occurredOn = Samples.Today })).Done();

    [Benchmark]
    public async Task<Answer> APartnershipRead() => (await _app.As("lead").Get($"/api/v1/partnerships/{_triad}")).Done();
}
