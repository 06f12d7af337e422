using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The service with one review that has come as far as its final report; what tests share they must not change.</summary>
public sealed class FinalReview : IAsyncLifetime
{
    public App App { get; } = new();

    public ReviewThroughTheApi Review { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Review = await ReviewThroughTheApi.InATriadAsync(App, Ashdown, Birchwood, Cedars, "lead");
        await Review.ToFinalAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(nameof(FinalReview))]
public sealed class FinalReviewDefinition : ICollectionFixture<FinalReview>;
