using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>One line of the list of partnerships.</summary>
public sealed record PartnershipLine(PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, DateOnly FoundedOn, IReadOnlyList<Urn> Members);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record PartnershipList(IReadOnlyList<PartnershipLine> Items, string? Next);

public static class ReadPartnershipEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Who belongs, what was agreed, who leads. The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}")]
    public static Partnership Get([ReadModel] Partnership partnership, HttpResponse response)
    {
        response.ETagOf(partnership.Version);
        return partnership;
    }
}

public static class ListPartnershipsEndpoint
{
    /// <summary>The partnerships the reader may know of, by name; at most <paramref name="limit"/> (1 to 200, 50 unless told) after the one named <paramref name="after"/>.</summary>
    [WolverineGet("/api/v1/partnerships")]
    public static async Task<Results<Ok<PartnershipList>, ProblemHttpResult>> Get(IQuerySession session, Acting acting, string? after, int? limit, CancellationToken token)
    {
        var size = limit ?? 50;
        if (size is < 1 or > 200) return TypedResults.Problem("limit is 1 to 200.", statusCode: 400, extensions: new Dictionary<string, object?> { ["rule"] = "input", ["field"] = "limit" });
        var led = acting.Held.Select(held => held.PartnershipId?.Value).OfType<Guid>().ToArray();
        var schools = acting.Held.Select(held => held.Urn).OfType<Urn>().ToHashSet();
        var page = session.Query<Partnership>().OrderBy(partnership => partnership.Name).AsQueryable();
        if (after is not null) page = page.Where(partnership => partnership.Name.CompareTo(after) > 0);
        var found = await page.ToListAsync(token);
        var known = found.Where(partnership => acting.ReadsEverywhere || led.Contains(partnership.Id.Value) || partnership.Members.Any(member => schools.Contains(member.Urn)))
            .Where(partnership => partnership.MayBeKnownTo(acting)).Take(size + 1).ToList();
        return TypedResults.Ok(new PartnershipList(
            [.. known.Take(size).Select(partnership => new PartnershipLine(partnership.Id, partnership.Name, partnership.Kind, partnership.Quadrant, partnership.FoundedOn,
                [.. partnership.Members.Select(member => member.Urn)]))],
            known.Count > size ? $"/api/v1/partnerships?after={Uri.EscapeDataString(known[size - 1].Name)}&limit={size}" : null));
    }
}
