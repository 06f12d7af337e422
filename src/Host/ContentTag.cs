using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace EssexImprovement.Host;

/// <summary>Tags what the API answers and no version tags, such as a list: by a fingerprint of the answer. Whoever asks again with If-None-Match is told that it is the same (304) without being
/// sent it. An answer that carries the version of one thing keeps that as its tag, for If-Match: the same version may read differently to somebody who stands in another ring by now.</summary>
public static class ContentTag
{
    public static async Task Add(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }
        var (body, answer) = (context.Response.Body, new MemoryStream());
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Response.Headers.ETag.Count == 0)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.GetBuffer().AsSpan(0, (int)answer.Length)))[..32]}\"", isWeak: true);
            context.Response.GetTypedHeaders().ETag = tag;
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentType = null;
                context.Response.ContentLength = null;
                return;
            }
        }
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }
}
