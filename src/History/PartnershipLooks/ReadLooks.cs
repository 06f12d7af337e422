using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.History;

/// <summary>Who has looked into what a partnership keeps for itself: its decisions and its own records. What belongs to a school stands in that school's ledger.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Items">Who looked, the latest first: one line for a person, a thing and a day.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record PartnershipLooks(PartnershipId PartnershipId, IReadOnlyList<LookLine> Items, string? Next)
{
    public static async Task<IReadOnlyList<LookLine>> ReadAsync(IQuerySession session, PartnershipId partnership, IPeople people, Acting acting, CancellationToken token)
    {
        var looks = await session.Query<Look>().Where(look => look.OwnerUrn == null && look.PartnershipId == partnership).ToListAsync(token);
        return LookLine.Of(looks, await people.ShowAsync([.. looks.Select(look => look.PersonId)], [partnership], acting, token));
    }

    /// <summary>For the lead, who answers for what is kept, and for auditors. To everybody else there is no such ledger.</summary>
    public static Objection? NotFor(PartnershipAt? partnership, Acting acting) =>
        partnership.NotFor(acting) ?? (acting.Leads(partnership!.Id) || acting.Is(Capacity.Auditor) ? null : Objection.LacksCapacity("the partnership's lead and auditors"));
}

public static class ReadLooksEndpoint
{
    public static Task<PartnershipAt?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => PartnershipAt.OfAsync(session, partnershipId, token);

    public static Objection? Validate(PartnershipAt? partnership, int? limit, int? after, Acting acting) =>
        PartnershipLooks.NotFor(partnership, acting)
        ?? (limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : after is < 0 ? Objection.Malformed("after", "after is how many lines were read.")
        : null);

    /// <summary>Who has looked into this partnership's decisions and own records: limit lines (1 to 200, 50 unless told), after so many. For its lead and for auditors. With format=csv or
    /// Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/looks")]
    public static async Task<Results<Ok<PartnershipLooks>, Csv<LookLine>>> Get(
        PartnershipId partnershipId, int? limit, int? after, string? format, IQuerySession session, IPeople people, Acting acting, HttpContext http, CancellationToken token)
    {
        var all = await PartnershipLooks.ReadAsync(session, partnershipId, people, acting, token);
        var (from, size) = (after ?? 0, limit ?? 50);
        List<LookLine> page = [.. all.Skip(from).Take(size)];
        return http.Request.AsksForCsv(format) ? new Csv<LookLine>("who-looked", page)
            : TypedResults.Ok(new PartnershipLooks(partnershipId, page, http.NextPage(all.Count > from + size ? from + size : null)));
    }
}

public static class LooksPageEndpoint
{
    public static Task<PartnershipAt?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => PartnershipAt.OfAsync(session, partnershipId, token);

    public static Objection? Validate(PartnershipAt? partnership, Acting acting) => PartnershipLooks.NotFor(partnership, acting);

    /// <summary>The same as a page.</summary>
    [WolverineGet("/partnerships/{partnershipId}/looks")]
    public static async Task<RazorComponentResult> Get(PartnershipAt partnership, int? page, IQuerySession session, IPeople people, Acting acting, CancellationToken token) =>
        new RazorComponentResult<LooksPage>(new { Partnership = partnership, Looks = await PartnershipLooks.ReadAsync(session, partnership.Id, people, acting, token), Shown = Math.Max(page ?? 1, 1) });
}
