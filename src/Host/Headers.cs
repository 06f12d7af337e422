namespace EssexImprovement.Host;

/// <summary>Headers of every answer: nothing from elsewhere, no framing, no sniffing, and nothing kept for others.</summary>
public static class Headers
{
    /// <param name="ofTheReadingPage">The API's reading page starts itself with an inline script; it shows nobody's data.</param>
    public static HeaderPolicyCollection Policy(bool ofTheReadingPage = false) => new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddBaseUri().Self();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
            policy.AddObjectSrc().None();
            // The API's reading page draws itself with inline styles; scripts stay ours alone.
            policy.AddStyleSrc().Self().UnsafeInline();
            if (ofTheReadingPage) policy.AddScriptSrc().Self().UnsafeInline();
            policy.AddImgSrc().Self().Data();
        });

    /// <summary>What somebody may see is theirs: nothing between keeps it for others, and whoever reads it again asks first. Files of the pages say otherwise for themselves.</summary>
    public static Task KeepFromOthers(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.CacheControl.Count == 0) context.Response.Headers.CacheControl = "private, no-cache";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
