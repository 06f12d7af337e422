using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.Host;

/// <summary>A refusal for somebody who asked for a page is a page.</summary>
public sealed class ProblemPages : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        !context.HttpContext.Request.Path.StartsWithSegments("/api")
        && context.HttpContext.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        Problems.Complete(context);
        context.HttpContext.Response.StatusCode = problem.Status ?? 500;
        await new RazorComponentResult<ProblemPage>(new { Status = problem.Status ?? 500, problem.Detail, Reference = System.Diagnostics.Activity.Current?.TraceId.ToString() })
            .ExecuteAsync(context.HttpContext);
    }
}

/// <summary>Whatever a client says it accepts, a refusal is told as problem+json rather than not at all.</summary>
public sealed class ProblemJson : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problems.Complete(context);
        await context.HttpContext.Response.WriteAsJsonAsync(context.ProblemDetails, (System.Text.Json.JsonSerializerOptions?)null, "application/problem+json");
    }
}
