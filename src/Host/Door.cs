using System.Collections;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EssexImprovement.Contracts;
using EssexImprovement.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Http.Json;
using Scalar.AspNetCore;
using Wolverine.Http;

namespace EssexImprovement.Host;

/// <summary>Everything between the network and a slice, in its order: who comes in, and by which ways.</summary>
public static class Door
{
    public static void AddDoor(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Acting>()
            ?? throw new InvalidOperationException("Nobody acts outside a signed-in request."));
        builder.Services.AddScoped(services => new Reader(services.GetRequiredService<Acting>()));
        builder.Services.Configure<JsonOptions>(options => Strictly(options.SerializerOptions));
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemPages>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemJson>(); // Last of the writers: for whoever accepts no other.
        builder.Services.AddExceptionHandler<Problems>();
        builder.Services.AddWolverineHttp();
        builder.Services.AddOpenApi("v1", Description.Configure);
        builder.Services.AddSingleton<IApiDescriptionProvider, InOneOrder>();
        builder.Services.AddSingleton<IPeople, People>();
        builder.Services.AddAntiforgery();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(Branding.Of(builder.Configuration));
        builder.Services.AddSingleton(new ServiceNotice());
        builder.Services.AddSingleton(new Menu([new("Start", "/"), new("Partnerships", "/partnerships")]));
        builder.AddSignIn();
        builder.AddHealth();
    }

    public static void UseDoor(this WebApplication app)
    {
        app.Use(Requests.AnswerHead);
        app.UseRouting(); // After the method is settled, before whoever asks for the endpoint.
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(Headers.KeepFromOthers);
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/openapi"), others => others.UseSecurityHeaders(Headers.Policy()));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/openapi"), reading => reading.UseSecurityHeaders(Headers.Policy(ofTheReadingPage: true)));
        app.Use(ContentTag.Add);
        app.Use(Requests.RefuseLargeBodies);
        app.Use(Requests.RefuseNulls);
        app.UseAuthentication();
        app.Use(Requests.RefuseUnknownQuestions);
        app.Use(KnowWhoActs);
        app.UseAuthorization();
        app.Use(Requests.RefuseUnnamedQuestions);
        app.Use(Requests.KnowTheReasons);
        app.UseAntiforgery();
        app.Use(Requests.RefuseForgery);
        app.Use(Requests.RefuseUncleanForms);
    }

    public static void MapDoor(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapSignIn();
        app.MapGet("/accessibility", () => new RazorComponentResult<AccessibilityPage>()).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/openapi", Description.Reading).AllowAnonymous();
        app.MapWolverineEndpoints(options =>
        {
            options.RequireAuthorizeOnAll();
            options.AutoAntiforgeryOnFormEndpoints();
            options.RejectUnparseableQueryValues = true;
            options.RejectUnparseableHeaderValues = true;
            options.SourceServiceFromHttpContext<Acting>();
            options.SourceServiceFromHttpContext<Reader>();
            options.AddMiddlewareByMessageType(typeof(EveryCommand));
            options.AddMiddleware(typeof(ReadingLedger), ReadingLedger.Concerns);
            options.ConfigureEndpoints(Idempotently);
        });
    }

    /// <summary>Strict JSON: what is unknown, said twice, missing or null where it may not be is refused, never guessed.</summary>
    public static void Strictly(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = 32;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        json.Converters.Add(new CleanText());
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(WithoutGaps);
    }

    // Nullable annotations are kept for properties only: a null in a list would come through as an item that cannot be.
    private static void WithoutGaps(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = list => { if (((IEnumerable)list).Cast<object?>().Contains(null)) throw new JsonException(); };
    }

    public static DateOnly Today(TimeProvider clock) => London.Today(clock);

    private static void Idempotently(HttpChain chain)
    {
        if (!chain.HttpMethods.Contains("POST") || !chain.RoutePattern!.RawText!.StartsWith("/api/", StringComparison.Ordinal)) return;
        new DeduplicatedWithResponseAttribute(DeduplicationScope.User | DeduplicationScope.Endpoint) { Required = false, ClaimInTransaction = true }
            .Modify(chain, new());
    }

    /// <summary>The person comes from the token alone; the capacities from the ledger, in one round trip, and one more for auditors and data stewards. Whoever holds several may name the one they act in.</summary>
    private static async Task KnowWhoActs(HttpContext context, RequestDelegate next)
    {
        if (context.User is { Identity.IsAuthenticated: true } user && PersonOf(user) is { } person)
        {
            var clock = context.RequestServices.GetRequiredService<TimeProvider>();
            await using var session = context.RequestServices.GetRequiredService<IDocumentStore>().QuerySession();
            List<HeldCapacity> held = [.. await Appointment.HeldByAsync(session, person, context.RequestAborted)];
            if (context.RequestServices.GetRequiredService<IConfiguration>().GetSection("Access:FirstDataStewards").Get<Subject[]>()?.Any(steward => steward.Person == person) == true)
                held.Add(new(Capacity.DataSteward, null, null, DateOnly.MinValue, null));
            var acting = new Acting(person, held, Today(clock));
            // Emergency access ends with the capacity it was taken in; nobody else has any to ask for.
            if (acting.Is(Capacity.Auditor, Capacity.DataSteward))
                acting = acting with { Emergencies = await EmergencyOpening.OpenToAsync(session, person, clock.GetUtcNow(), context.RequestAborted) };
            if (context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.TryGetValue(ActingAs.Header, out var named))
            {
                var asked = ActingAs.Read(named.ToString());
                if (asked?.Narrow(acting) is not { } narrowed)
                {
                    await Objections.WriteAsync(
                        asked is null ? Objection.Malformed(ActingAs.Header, "A capacity is named like headteacher, headteacher;urn=990001 or partnership-lead;partnership=<id>.")
                        : Objection.LacksCapacity("whoever holds that capacity today") with { Field = ActingAs.Header }, context);
                    return;
                }
                acting = narrowed;
            }
            context.Features.Set(acting);
            context.Features.Set(new SignedIn(user.Identity.Name ?? "Signed in", acting.For(null, null, null) is { } capacity ? Words.Of(capacity) : null));
        }
        await next(context);
    }

    private static PersonId? PersonOf(ClaimsPrincipal user) =>
        (user.FindFirst("sub") ?? user.FindFirst(ClaimTypes.NameIdentifier)) is { } subject && user.FindFirst("iss")?.Value is { } issuer
            ? PersonId.Of(issuer, subject.Value) : null;
}

/// <summary>A person as an identity provider names them. The first data stewards are named in configuration: somebody must record the first capacity.</summary>
public sealed record Subject(string Issuer, string Name)
{
    public PersonId Person => PersonId.Of(Issuer, Name);
}

/// <summary>XCT-1, XCT-5 and XCT-7 for every command.</summary>
public static class EveryCommand
{
    // The one JSON document that is no command and yet is read: null.
    public static Objection? Before(ICommand? command, Acting acting, HttpContext context) =>
        command is null ? Objection.Malformed("body", "The body is not the JSON this address takes.") : (context.Features.Get<Reasons>() ?? Reasons.None).Objection(command, acting.Today);
}
