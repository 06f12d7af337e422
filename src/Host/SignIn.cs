using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace EssexImprovement.Host;

/// <summary>Who comes in: the API by bearer token, pages by a cookie after OpenID Connect; with the cookie the API is read, so that the files pages link to open, and never written. Nothing has a default; what is not configured is shut.</summary>
public static class SignIn
{
    private const string ByPath = "by-path";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var bearer = builder.Configuration.GetSection("SignIn:Bearer");
        var oidc = builder.Configuration.GetSection("SignIn:OpenIdConnect");
        var signIn = builder.Services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Path.StartsWithSegments("/api") && !FollowsALink(context.Request) ? JwtBearerDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.MapInboundClaims = false;
                options.Authority = bearer["Authority"];
                options.TokenValidationParameters.ValidIssuer = bearer["Issuer"];
                options.TokenValidationParameters.ValidAudience = bearer["Audience"];
                options.TokenValidationParameters.ValidAlgorithms = bearer.GetSection("Algorithms").Get<string[]>() ?? [];
                options.TokenValidationParameters.RequireExpirationTime = true;
                options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(60);
                // An empty list would let every algorithm through.
                if ((bearer.Exists() && !options.TokenValidationParameters.ValidAlgorithms.Any())
                    || options.TokenValidationParameters.ValidAlgorithms.Any(algorithm => algorithm is "none" || algorithm.StartsWith("HS", StringComparison.Ordinal)))
                    throw new InvalidOperationException("SignIn:Bearer:Algorithms takes RS256, PS256 or ES256 and their longer kin; a shared secret or none is not sign-in.");
            })
            .AddCookie(options =>
            {
                options.Cookie.Name = "__Host-essex";
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromHours(1);
                options.SlidingExpiration = true;
                if (oidc["Authority"] is not null) options.ForwardChallenge = OpenIdConnectDefaults.AuthenticationScheme;
            });
        if (oidc["Authority"] is not null)
            signIn.AddOpenIdConnect(options =>
            {
                oidc.Bind(options);
                options.MapInboundClaims = false;
                options.ResponseType = "code";
                options.SaveTokens = false;
                // The person is the pair of issuer and subject; names and addresses the provider knows stay out of the cookie.
                options.Events.OnTokenValidated = context =>
                {
                    context.Principal = new(new ClaimsIdentity(context.SecurityToken.Claims.Where(claim => claim.Type is "sub" or "iss"), context.Scheme.Name));
                    return Task.CompletedTask;
                };
            });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>A reader who came in by a page and opens what it links to. What changes something comes with a token, which no other site can make a browser send.</summary>
    private static bool FollowsALink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("Authorization")
        && request.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme) is { Cookie.Name: { } name }
        && request.Cookies.ContainsKey(name);

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", () => TypedResults.Challenge(new() { RedirectUri = "/partnerships" })).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\"";
            return TypedResults.LocalRedirect("/");
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
