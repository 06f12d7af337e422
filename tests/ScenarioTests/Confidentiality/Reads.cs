using System.Security.Claims;
using System.Text.RegularExpressions;
using EssexImprovement.Demonstration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wolverine.Http;

namespace EssexImprovement.Tests;

/// <summary>Every address that can be read, found from the running service and never from a list: a new one is covered the day it is written.</summary>
internal static partial class Reads
{
    /// <summary>The addresses with <paramref name="ids"/> for what their routes and questions name, as JSON or page, and as CSV where they take a format.</summary>
    /// <param name="app">The service.</param>
    /// <param name="ids">What stands for each name.</param>
    /// <param name="signedIn">True to leave out what is open to whoever has not signed in, and the same for all.</param>
    public static IReadOnlyList<string> Of(App app, IReadOnlyDictionary<string, string> ids, bool signedIn) =>
        [.. Endpoints(app, "GET").Where(endpoint => !signedIn || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).SelectMany(endpoint => Addresses(endpoint, ids)).Distinct()];

    /// <summary>The addresses of the API that take a body.</summary>
    public static IReadOnlyList<string> Commands(App app, IReadOnlyDictionary<string, string> ids) =>
        [.. Endpoints(app, "POST").Select(endpoint => Path(endpoint, ids, Guid.NewGuid().ToString())).Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Distinct()];

    /// <summary>What a browser would send of somebody signed in.</summary>
    public static string CookieOf(App app, string name)
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var cookie = app.Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var identity = new ClaimsIdentity([new("sub", name), new("iss", Personas.Issuer)], "tests");
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new(new ClaimsPrincipal(identity), scheme))}";
    }

    private static IEnumerable<RouteEndpoint> Endpoints(App app, string method) => app.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) != false);

    private static IEnumerable<string> Addresses(RouteEndpoint endpoint, IReadOnlyDictionary<string, string> ids)
    {
        var path = Path(endpoint, ids, null);
        var asked = endpoint.Metadata.GetMetadata<HttpChain>()?.EndpointType.GetMethods().SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name!).Distinct().ToList() ?? [];
        var question = string.Join('&', asked.Where(ids.ContainsKey).Except(endpoint.RoutePattern.Parameters.Select(part => part.Name), StringComparer.OrdinalIgnoreCase).Select(name => $"{name}={ids[name]}"));
        yield return question.Length == 0 ? path : $"{path}?{question}";
        if (asked.Contains("format")) yield return $"{path}?{question}{(question.Length == 0 ? "" : "&")}format=csv";
    }

    private static string Path(RouteEndpoint endpoint, IReadOnlyDictionary<string, string> ids, string? otherwise) => "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", match =>
        ids.TryGetValue(match.Groups["name"].Value, out var id) ? id
        : otherwise ?? throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} is new: say in SealedStory.Ids what stands for '{match.Groups["name"].Value}'.")).TrimStart('/');

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
