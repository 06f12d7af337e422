using System.Text.RegularExpressions;
using EssexImprovement.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Wolverine.Http;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>XCT-4 for every command of every room, found from the running service and never from a list.</summary>
public partial class A_stranger(App app, ITestOutputHelper output) : IClassFixture<App>
{
    [Fact]
    public async Task gives_no_command_whatever_it_is()
    {
        var doors = app.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<HttpChain>()).OfType<HttpChain>().DistinctBy(chain => chain.Description)
            .Where(chain => chain.HttpMethods.Contains("POST") && chain.RequestType is { } type && type.IsAssignableTo(typeof(ICommand))
                && chain.RoutePattern!.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !chain.RoutePattern.RawText.StartsWith("/api/v1/me/", StringComparison.Ordinal)).ToList(); // What is one's own needs no capacity.
        doors.Count.ShouldBeGreaterThan(30);
        var before = await app.FactsAsync();
        var wrong = new List<string>();
        foreach (var door in doors)
        {
            var url = Parameter().Replace(door.RoutePattern!.RawText!, match => match.Value.Contains("urn", StringComparison.OrdinalIgnoreCase) ? "990999"
                : match.Value.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2025" : Guid.CreateVersion7().ToString());
            var answer = await app.As("stranger").PostLate(url, Sample.Of(door.RequestType!));
            output.WriteLine($"{(int)answer.Status} {door.RoutePattern.RawText}");
            if ((int)answer.Status is not (403 or 404) || answer.Json["rule"]?.GetValue<string>() is not ("XCT-4" or "INT-9" or "unknown")) wrong.Add($"{url} {answer.Body}");
        }
        wrong.ShouldBeEmpty();
        (await app.FactsAsync()).ShouldBe(before);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
