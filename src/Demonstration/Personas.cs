using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EssexImprovement.Demonstration;

/// <summary>Sign-in without a provider, for trying the service: only in Development, only on loopback, and in an assembly that a Release publish leaves out.</summary>
public static class Personas
{
    public const string Issuer = "https://personas.essex-improvement.invalid/", Audience = "essex-improvement-development";

    /// <summary>The people one can be. The stranger holds no capacity anywhere.</summary>
    public static readonly IReadOnlyList<Option> All =
    [
        new("lead", "Partnership lead", "Heads Ashdown Academy and leads the Three Rivers Triad"),
        new("head", "Headteacher", "Heads Birchwood High School, a member of the triad"),
        new("analyst", "Analyst", "Replays and compares histories"),
        new("auditor", "Auditor", "Traces decisions"),
        new("administrator", "Administrator", "Keeps the register and who holds which capacity"),
        new("stranger", "Stranger", "Signed in, but known to no partnership"),
    ];

    // A new key for each start: no token of an earlier one, or of another machine, opens anything.
    private static readonly SigningCredentials Key = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "personas" }, SecurityAlgorithms.RsaSha256);

    public static void Add(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) return;
        if (builder.Configuration["Demonstration:Play"] != "false") builder.Services.AddHostedService<FirstStart>();
        builder.Configuration["Access:FirstDataStewards:0:Issuer"] = Issuer;
        builder.Configuration["Access:FirstDataStewards:0:Name"] = "administrator";
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            options.TokenValidationParameters.ValidIssuer = Issuer;
            options.TokenValidationParameters.ValidAudience = Audience;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
            options.TokenValidationParameters.IssuerSigningKey = Key.Key;
        });
        builder.Services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options =>
        {
            options.LoginPath = "/dev/sign-in";
            options.Cookie.Name = "essex-development"; // Plain http on loopback takes no __Host- cookie.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    public static void Map(WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var personas = app.MapGroup("/dev").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(async (call, next) =>
            call.HttpContext.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from) ? Results.NotFound() : await next(call));
        personas.MapGet("/token", (string persona) => All.Any(known => known.Value == persona) ? Results.Text(Token(persona)) : Results.NotFound());
        personas.MapGet("/sign-in", (string? returnUrl) => new RazorComponentResult<SignInPage>(new { ReturnUrl = returnUrl }));
        personas.MapPost("/sign-in", async (HttpContext context, [FromForm] string? persona, [FromForm] string? returnUrl) =>
        {
            if (All.FirstOrDefault(known => known.Value == persona) is not { } chosen)
                return new RazorComponentResult<SignInPage>(new { ReturnUrl = returnUrl, Errors = new[] { new FieldError("persona", "Choose who you want to be") } });
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme,
                new(new ClaimsIdentity([new("sub", chosen.Value), new("iss", Issuer), new("name", $"{chosen.Text} (persona)")], "personas", "name", null)));
            return Results.LocalRedirect(returnUrl is ['/', not '/', ..] ? returnUrl : "/");
        });
    }

    /// <summary>A bearer token of the persona, good for eight hours.</summary>
    public static string Token(string persona, string audience = Audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        Subject = new ClaimsIdentity([new Claim("sub", persona)]),
        Expires = DateTime.UtcNow.AddHours(8),
        SigningCredentials = Key,
    });
}
