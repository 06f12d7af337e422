using System.Text.RegularExpressions;
using EssexImprovement.Contracts;
using JasperFx;
using JasperFx.Events;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace EssexImprovement.Host;

/// <summary>Every refusal is an RFC 9457 problem with a rule; a lost race is a 409, a stale If-Match a 412, a database that is away a 503.</summary>
public sealed partial class Problems(IProblemDetailsService problems, ILogger<Problems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, rule, detail) = exception switch
        {
            PreconditionFailedException => (412, "XCT-2", "The record has changed since the version named in If-Match. Read it again, then decide."),
            ConcurrencyException or EventStreamUnexpectedMaxEventIdException or Marten.Exceptions.ExistingStreamIdCollisionException or Marten.Exceptions.StreamLockedException or DocumentAlreadyExistsException =>
                (409, "XCT-2", "Somebody else recorded something here at the same moment. Read it again, then decide."),
            BadHttpRequestException bad => (bad.StatusCode, "input", "The request could not be read."),
            InvalidDataException => (400, "input", "The form could not be read."), // Parts without a boundary, or more fields than any form has.
            NpgsqlException { IsTransient: true } or { InnerException: NpgsqlException { IsTransient: true } } => (503, "unavailable", "The ledger cannot be reached just now. Nothing was stored; try again."),
            _ => (500, "fault", "Something went wrong here. Nothing was stored."),
        };
        httpContext.Response.StatusCode = status;
        if (status >= 500) log.LogError(exception, "The request to {Route} failed.", (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText);
        if (status == 503) httpContext.Response.Headers.RetryAfter = "5";
        var problem = new ProblemDetails { Status = status, Detail = detail, Extensions = { ["rule"] = rule } };
        if (rule == "XCT-2") problem.Extensions["changed"] = await Change.SinceAsync(httpContext, cancellationToken);
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    /// <summary>Gives a problem that the framework wrote its rule and field, and removes what does not concern the reader.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Instance = null;
        if (!context.ProblemDetails.Extensions.ContainsKey("rule")) NameTheRule(context.ProblemDetails);
        InOneOrder(context.ProblemDetails.Extensions);
    }

    /// <summary>What is unknown and what is forbidden look the same: not even the order of names tells which of two paths wrote the problem.</summary>
    private static void InOneOrder(IDictionary<string, object?> extensions)
    {
        var all = extensions.OrderBy(extension => extension.Key, StringComparer.Ordinal).ToList();
        extensions.Clear();
        foreach (var extension in all) extensions.Add(extension);
    }

    private static void NameTheRule(ProblemDetails problem)
    {
        if (problem.Title == "Invalid JSON format") Explain(problem);
        else if (problem.Extensions.Remove("parameter", out var parameter)) (problem.Extensions["field"], problem.Detail) = (parameter, "This value cannot be read; /openapi/v1.json says what the address takes.");
        (problem.Extensions["rule"], problem.Detail) = problem.Status switch
        {
            401 => ("sign-in", "Sign in: a bearer token of this service is needed."),
            403 => ("XCT-4", problem.Detail ?? "This is not for you."),
            404 => ("unknown", Objection.Unknown().Detail),
            409 => ("XCT-2", problem.Detail ?? "Somebody else recorded something here at the same moment. Read it again, then decide."),
            415 => ("input", problem.Detail ?? "The content type is not one this address takes."),
            422 when problem.Detail?.Contains("Idempotency", StringComparison.OrdinalIgnoreCase) == true || problem.Title?.Contains("Idempotency", StringComparison.OrdinalIgnoreCase) == true =>
                ("XCT-3", "This Idempotency-Key was used with another body."),
            _ => ("input", problem.Detail),
        };
    }

    /// <summary>What the JSON reader says, in words that name the field and no type of ours.</summary>
    private static void Explain(ProblemDetails problem)
    {
        var (field, detail) = (problem.Detail ?? "") switch
        {
            var said when Missing().Match(said) is { Success: true } match => (match.Groups[1].Value, "This field is needed."),
            var said when Unmapped().Match(said) is { Success: true } match => (match.Groups[1].Value, "This request has no such field."),
            var said when Duplicate().Match(said) is { Success: true } match => (match.Groups[1].Value, "This field stands twice."),
            var said when At().Match(said) is { Success: true } match => (match.Groups[1].Value, "This field does not take that value; /openapi/v1.json says what it takes."),
            _ => ("", ""),
        };
        problem.Extensions["field"] = field.Length > 0 ? field : "body";
        foreach (var place in new[] { "bytePositionInLine", "lineNumber" }) problem.Extensions.Remove(place); // The field says it better.
        problem.Detail = field.Length > 0 ? detail : "The body is not the JSON this address takes.";
        (problem.Title, problem.Type) = ("Bad Request", null);
    }

    [GeneratedRegex("including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("Duplicate property '([^']+)'")]
    private static partial Regex Duplicate();

    [GeneratedRegex(@"Path: \$\.([^|]+?) \|")]
    private static partial Regex At();
}
