using System.Collections;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EssexImprovement.Contracts;
using EssexImprovement.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;
using Wolverine.Http;

namespace EssexImprovement.Host;

/// <summary>Everything between the network and a slice: who comes in, what a request may look like, how a refusal looks.</summary>
public static class Door
{
    private const int LargestBody = 256 * 1024;
    private const string LatenessHeader = "Lateness-Reason";
    private const string PersonalDataHeader = "Personal-Data-Confirmed";

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
        app.Use(AnswerHead);
        app.UseRouting(); // After the method is settled, before whoever asks for the endpoint.
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(Headers.KeepFromOthers);
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/openapi"), others => others.UseSecurityHeaders(Headers.Policy()));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/openapi"), reading => reading.UseSecurityHeaders(Headers.Policy(ofTheReadingPage: true)));
        app.Use(ContentTag.Add);
        app.Use(RefuseLargeBodies);
        app.Use(RefuseNulls);
        app.UseAuthentication();
        app.Use(RefuseUnknownQuestions);
        app.Use(KnowWhoActs);
        app.UseAuthorization();
        app.Use(RefuseUnnamedQuestions);
        app.Use(KnowTheReasons);
        app.UseAntiforgery();
        app.Use(RefuseForgery);
        app.Use(RefuseUncleanForms);
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

    /// <summary>HEAD is GET without the body; the API's routes know GET alone.</summary>
    private static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api")) return next(context);
        context.Features.Set(new HeadersAlone());
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        return next(context);
    }

    private static Task RefuseLargeBodies(HttpContext context, RequestDelegate next)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestBody;
        if (context.Request.ContentLength > limit)
            return TypedResults.Problem($"A request body has at most {limit / 1024} KiB.", statusCode: 413, extensions: Objections.Extensions("body-size", "body")).ExecuteAsync(context);
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        return next(context);
    }

    /// <summary>U+0000 is text to HTTP and none to PostgreSQL; the body's reader refuses its own.</summary>
    private static Task RefuseNulls(HttpContext context, RequestDelegate next) =>
        context.Request.Query.FirstOrDefault(asked => asked.Key.Contains('\0', StringComparison.Ordinal) || asked.Value.ToString().Contains('\0', StringComparison.Ordinal)) is { Key: { } field }
            ? Objections.WriteAsync(Objection.Malformed(field.Replace("\0", "", StringComparison.Ordinal), "An address holds no U+0000."), context)
            : next(context);

    /// <summary>A misspelt question would be answered as if it had not been asked: what no part of the endpoint takes is refused.</summary>
    private static Task RefuseUnknownQuestions(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query.Count == 0 || !context.Request.Path.StartsWithSegments("/api") || context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is not { } chain) return next(context);
        var taken = chain.EndpointType.GetMethods().SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name);
        return context.Request.Query.Keys.Except(taken, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown
            ? Objections.WriteAsync(Objection.Malformed(unknown, "This address takes no such parameter."), context)
            : context.Request.Query.TryGetValue("format", out var format) && format is not ["csv" or "json"]
                ? Objections.WriteAsync(Objection.Malformed("format", "format is json or csv."), context)
            : next(context);
    }

    /// <summary>A list of one partnership needs the partnership's name: asked without, it would be answered that nothing is known by it.</summary>
    private static Task RefuseUnnamedQuestions(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/api") && context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is { } chain
            && chain.Method.Method.GetParameters().FirstOrDefault(parameter => IsId(parameter.ParameterType) && !context.Request.RouteValues.ContainsKey(parameter.Name!) && string.IsNullOrWhiteSpace(context.Request.Query[parameter.Name!])) is { Name: { } missing }
            ? Objections.WriteAsync(Objection.Malformed(missing, "Say which one this list is of."), context)
            : next(context);

    private static bool IsId(Type type) => type.IsValueType && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>));

    /// <summary>A form that another site made somebody send is refused before a slice reads it.</summary>
    private static Task RefuseForgery(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Objections.WriteAsync(Objection.Malformed("form", "This form has waited too long or was not sent from its own page. Open the page again."), context)
            : next(context);

    /// <summary>A form holds the text a JSON body may hold; another body is read later, by its own reader, and not where a form is awaited.</summary>
    private static async Task RefuseUncleanForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not null && !context.Request.HasFormContentType)
            await Objections.WriteAsync(new("input", "This address takes the form of its page.", "form", 415), context);
        else if (context.Request.HasFormContentType && (await context.Request.ReadFormAsync(context.RequestAborted)).FirstOrDefault(sent => !CleanText.Keeps(sent.Key) || !sent.Value.All(CleanText.Keeps)) is { Key: { } field })
            await Objections.WriteAsync(Objection.Malformed(CleanText.Keeps(field) ? field : "form", "This answer holds a character that cannot be kept. Type it again."), context);
        else await next(context);
    }

    /// <summary>The reasons of a request stand in its headers, and the version it was decided on. A reason that nobody defined would be taken for none, and a tag that is none for a version that has passed: both are refused.</summary>
    private static Task KnowTheReasons(HttpContext context, RequestDelegate next)
    {
        var (lateness, personal) = (context.Request.Headers[LatenessHeader].ToString(), context.Request.Headers[PersonalDataHeader].ToString());
        var late = Kebab.TryRead<LatenessReason>(lateness, out var reason) ? reason : (LatenessReason?)null;
        var confirmed = Kebab.TryRead<PersonalDataReason>(personal, out var why) ? why : (PersonalDataReason?)null;
        context.Features.Set(new Reasons(late, confirmed));
        return context.Request.Headers.ContainsKey(LatenessHeader) && late is null
            ? Objections.WriteAsync(Objection.Malformed(LatenessHeader, "The reason is entered-from-earlier-record, heard-late, service-unavailable or overlooked."), context)
            : context.Request.Headers.ContainsKey(PersonalDataHeader) && confirmed is null
                ? Objections.WriteAsync(Objection.Malformed(PersonalDataHeader, "The reason is tells-of-nobody, published-contact or law-requires."), context)
            : context.Request.Headers.IfMatch is { Count: > 0 } tags && !EntityTagHeaderValue.TryParseStrictList(tags, out _)
                ? Objections.WriteAsync(Objection.Malformed(HeaderNames.IfMatch, "Send the ETag as it was answered, with its quotation marks."), context)
            : next(context);
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

/// <summary>Stands beside a request whose answer is sent without its body: nobody reads it.</summary>
public sealed record HeadersAlone;

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
