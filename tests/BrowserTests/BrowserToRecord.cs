using Xunit;

namespace EssexImprovement.Tests;

/// <summary>One more service and browser, for classes that record: they run one after the other, and none that only reads meets what they recorded.</summary>
public sealed class BrowserToRecord : IAsyncLifetime
{
    public Browser Browser { get; } = new();

    public ValueTask InitializeAsync() => Browser.InitializeAsync();

    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}

[CollectionDefinition(nameof(BrowserToRecord))]
public sealed class BrowserToRecordDefinition : ICollectionFixture<BrowserToRecord>;
