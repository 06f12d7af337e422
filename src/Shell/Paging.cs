using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EssexImprovement.Shell;

public static class Paging
{
    /// <summary>The address of the page that begins after this place: the same question asked on. It is told in the Link header too. Null after the last page.</summary>
    public static string? NextPage(this HttpContext http, object? after)
    {
        if (after is null) return null;
        var address = QueryHelpers.AddQueryString(http.Request.Path, http.Request.Query.Where(asked => asked.Key != "after").Append(new("after", after.ToString())));
        http.Response.Headers.Link = $"<{address}>; rel=\"next\"";
        return address;
    }
}
