using BenchmarkDotNet.Attributes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;

namespace EssexImprovement.Tests;

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

    private readonly string _body = """{"urn":"990001","version":1,"personId":"0193f3c2-0000-7000-8000-000000000001","capacity":"Headteacher","occurredOn":"2025-09-24","partnershipId":"0193f3c2-0000-7000-8000-000000000002"}""";

    [Benchmark]
    public Partnership AThousandFacts()
    {
        var partnership = Partnership.Create((PartnershipFormed)_facts[0]);
        for (var i = 1; i < _facts.Length; i++) partnership = partnership.Apply((ProtocolSigned)_facts[i]);
        return partnership;
    }

    [Benchmark]
    public string OneDigest() => BodyDigest.Of(_body);
}
