using System.Globalization;
using System.Text;
using EssexImprovement.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Wolverine.Http;
using Xunit;

namespace EssexImprovement.Tests;

public class The_program_prints_itself(App app) : IClassFixture<App>
{
    /// <summary>Each slice by room: command, why, door. Made from the running endpoints, so it cannot drift.</summary>
    [Fact]
    public void event_model_is_as_approved()
    {
        var chains = app.Host.Services.GetRequiredService<IEnumerable<Microsoft.AspNetCore.Routing.EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<HttpChain>()).OfType<HttpChain>().DistinctBy(chain => chain.Description).ToList();
        chains.Count.ShouldBeGreaterThan(20);
        var model = new StringBuilder();
        foreach (var room in chains.GroupBy(chain => chain.EndpointType.Namespace!.Split('.')[^1]).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            model.Append(room.Key).Append('\n');
            foreach (var chain in room.OrderBy(chain => chain.RoutePattern!.RawText, StringComparer.Ordinal).ThenBy(chain => chain.HttpMethods.First(), StringComparer.Ordinal))
                model.AppendLine(CultureInfo.InvariantCulture, $"  {chain.HttpMethods.First(),-5}{chain.RoutePattern!.RawText}  {Told(chain)}");
        }
        model.ToString().ShouldMatchApproved("event-model.txt");
    }

    [Fact]
    public async Task the_API_is_described_as_approved()
    {
        var answer = (await app.With(null).Get("/openapi/v1.json")).Done();
        answer.Json["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        answer.Json.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldMatchApproved("openapi.json");
    }

    private static string Told(HttpChain chain) => chain.RequestType is { } command && command.IsAssignableTo(typeof(ICommand))
        ? $"{command.Name} -> {command.GetMethod("Decide")?.ReturnType.Name}" : chain.Method.Method.ReturnType is { } read ? "reads" : "";
}
