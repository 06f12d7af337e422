using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.RegularExpressions;
using EssexImprovement.Demonstration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EssexImprovement.Tests;

/// <summary>Somebody with a browser and no JavaScript, signed in under a name: opens pages and sends the forms on them.</summary>
public sealed partial class Visitor
{
    private readonly App _app;
    private readonly Dictionary<string, string> _cookies = [];

    /// <param name="app">The service.</param>
    /// <param name="name">Who signs in; null for nobody.</param>
    public Visitor(App app, string? name)
    {
        _app = app;
        if (name is null) return;
        var options = app.Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var identity = new ClaimsIdentity([new("sub", name), new("iss", Personas.Issuer), new("name", name)], "personas", "name", null);
        var ticket = new AuthenticationTicket(new(identity), new() { ExpiresUtc = DateTimeOffset.UtcNow.AddYears(3) }, CookieAuthenticationDefaults.AuthenticationScheme);
        _cookies[options.Cookie.Name!] = options.TicketDataFormat.Protect(ticket);
    }

    /// <summary>Opens an address; redirections are answered, not followed.</summary>
    public Task<Shown> Open(string url) => SendAsync(new(HttpMethod.Get, url));

    /// <summary>Sends a form of the page with its token against forgery.</summary>
    public Task<Shown> Send(Shown page, string action, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", Token().Match(page.Html).Groups[1].Value)]) });

    /// <summary>Sends JSON where the page sends a form, with the page's token against forgery.</summary>
    public Task<Shown> SendAsJson(Shown page, string action, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", Token().Match(page.Html).Groups[1].Value);
        return SendAsync(request);
    }

    private async Task<Shown> SendAsync(HttpRequestMessage request)
    {
        using var client = _app.Host.Server.CreateClient();
        using var sent = request;
        request.Headers.Accept.Add(new("text/html"));
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var pair in set.Select(cookie => cookie.Split(';')[0].Split('=', 2))) _cookies[pair[0]] = pair[1];
        return new(response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response.Headers.Location?.ToString());
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}

/// <summary>A page as it was answered.</summary>
public sealed partial record Shown(HttpStatusCode Status, string Html, string? Location)
{
    /// <summary>The first heading.</summary>
    public string Heading => Inner(H1().Match(Html).Groups[1].Value);

    /// <summary>What the main part says, without markup.</summary>
    public string Text => Inner(Main().Match(Html).Groups[1].Value);

    /// <summary>What the summary of errors says; empty when there is none.</summary>
    public string Errors => Inner(Summary().Match(Html).Groups[1].Value);

    private static string Inner(string html) => Space().Replace(Tag().Replace(html, " "), " ").Trim();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex H1();

    [GeneratedRegex("<main[^>]*>(.*?)</main>", RegexOptions.Singleline)]
    private static partial Regex Main();

    [GeneratedRegex("""<div class="govuk-error-summary__body">(.*?)</ul>""", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
