using Microsoft.AspNetCore.Http;

namespace EssexImprovement.Shell;

/// <summary>Who the page is shown to: a name and, when the ledger knows one, the capacity they act in. Host puts it in the request's features.</summary>
public sealed record SignedIn(string Name, string? Capacity = null)
{
    public static SignedIn? To(HttpContext? request) =>
        request?.Features.Get<SignedIn>()
        ?? (request?.User.Identity is { IsAuthenticated: true } identity ? new(identity.Name ?? "someone without a name") : null);
}
