using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
    public static readonly IReadOnlyList<string> All = ["lead", "head", "analyst", "auditor", "administrator", "stranger"];

    // A new key for each start: no token of an earlier one, or of another machine, opens anything.
    private static readonly SigningCredentials Key = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "personas" }, SecurityAlgorithms.RsaSha256);

    public static void Add(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) return;
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
        personas.MapGet("/token", (string persona) => All.Contains(persona) ? Results.Text(Token(persona)) : Results.NotFound());
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
