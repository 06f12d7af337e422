using EssexImprovement.Contracts;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>A service whose register knows three fictional schools; each test forms a triad of its own.</summary>
public sealed class ATriad : IAsyncLifetime
{
    public App App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await App.RegisterSchoolsAsync(Ashdown, Birchwood, Cedars);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A triad with a signed protocol and the lead <c>lead</c>.</summary>
    public Task<PartnershipId> FormedAsync() => App.ATriadWithASignedProtocolAsync();
}
