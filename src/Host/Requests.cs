using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace EssexImprovement.Host;

/// <summary>What a request may look like, asked before a slice reads it.</summary>
public static class Requests
{
    private const int LargestBody = 256 * 1024;
    private const string LatenessHeader = "Lateness-Reason";
    private const string PersonalDataHeader = "Personal-Data-Confirmed";

    /// <summary>HEAD is GET without the body; the API's routes know GET alone.</summary>
    public static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api")) return next(context);
        context.Features.Set(new HeadersAlone());
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        return next(context);
    }

    public static Task RefuseLargeBodies(HttpContext context, RequestDelegate next)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestBody;
        if (context.Request.ContentLength > limit)
            return TypedResults.Problem($"A request body has at most {limit / 1024} KiB.", statusCode: 413, extensions: Objections.Extensions("body-size", "body")).ExecuteAsync(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        return next(context);
    }

    /// <summary>U+0000 is text to HTTP and none to PostgreSQL; the body's reader refuses its own.</summary>
    public static Task RefuseNulls(HttpContext context, RequestDelegate next) =>
        context.Request.Query.FirstOrDefault(asked => asked.Key.Contains('\0', StringComparison.Ordinal) || asked.Value.ToString().Contains('\0', StringComparison.Ordinal)) is { Key: { } field }
            ? Objections.WriteAsync(Objection.Malformed(field.Replace("\0", "", StringComparison.Ordinal), "An address holds no U+0000."), context)
            : next(context);

    /// <summary>A misspelt question would be answered as if it had not been asked: what no part of the endpoint takes is refused.</summary>
    public static Task RefuseUnknownQuestions(HttpContext context, RequestDelegate next)
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
    public static Task RefuseUnnamedQuestions(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/api") && context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is { } chain
            && chain.Method.Method.GetParameters().FirstOrDefault(parameter => Identity.Is(parameter.ParameterType) && !context.Request.RouteValues.ContainsKey(parameter.Name!) && string.IsNullOrWhiteSpace(context.Request.Query[parameter.Name!])) is { Name: { } missing }
            ? Objections.WriteAsync(Objection.Malformed(missing, "Say which one this list is of."), context)
            : next(context);

    /// <summary>A form that another site made somebody send is refused before a slice reads it.</summary>
    public static Task RefuseForgery(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Objections.WriteAsync(Objection.Malformed("form", "This form has waited too long or was not sent from its own page. Open the page again."), context)
            : next(context);

    /// <summary>A form holds the text a JSON body may hold; another body is read later, by its own reader, and not where a form is awaited.</summary>
    public static async Task RefuseUncleanForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not null && !context.Request.HasFormContentType)
            await Objections.WriteAsync(new("input", "This address takes the form of its page.", "form", 415), context);
        else if (context.Request.HasFormContentType && (await context.Request.ReadFormAsync(context.RequestAborted)).FirstOrDefault(sent => !CleanText.Keeps(sent.Key) || !sent.Value.All(CleanText.Keeps)) is { Key: { } field })
            await Objections.WriteAsync(Objection.Malformed(CleanText.Keeps(field) ? field : "form", "This answer holds a character that cannot be kept. Type it again."), context);
        else await next(context);
    }

    /// <summary>The reasons of a request stand in its headers, and the version it was decided on. A reason that nobody defined would be taken for none, and a tag that is none for a version that has passed: both are refused.</summary>
    public static Task KnowTheReasons(HttpContext context, RequestDelegate next)
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
}

/// <summary>Stands beside a request whose answer is sent without its body: nobody reads it.</summary>
public sealed record HeadersAlone;
