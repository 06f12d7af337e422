using EssexImprovement.Contracts;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>A service whose register knows three fictional schools, an auditor and an analyst; each test forms a triad of its own.</summary>
public sealed class ATriad : IAsyncLifetime
{
    public App App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await App.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars);
        foreach (var (name, capacity) in new[] { ("auditor", Capacity.Auditor), ("analyst", Capacity.Analyst) })
            (await App.As("administrator").Post("/api/v1/capacities", new { personId = App.Person(name), capacity, occurredOn = Ago(1) })).Done();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A triad with a signed protocol and the lead <c>lead</c>.</summary>
    public Task<PartnershipId> FormedAsync() => App.ATriadWithASignedProtocolAsync();
}
