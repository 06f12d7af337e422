using Microsoft.AspNetCore.Http;

namespace EssexImprovement.Shell;

public static class ETag
{
    /// <summary>Tags an answer with the version of the one thing it shows, to be sent back as If-Match.</summary>
    public static void ETagOf(this HttpResponse response, long version) => response.Headers.ETag = $"\"{version}\"";
}
