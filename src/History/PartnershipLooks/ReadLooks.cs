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
    /// <summary>The lines of one page, and how many there are on all. Auditors see looks at safeguarding referrals that went past a head, a lead does not: one may head that school.</summary>
    public static async Task<(IReadOnlyList<LookLine> Lines, int Of)> ReadAsync(IQuerySession session, PartnershipId partnership, LooksAsked asked, IPeople people, Acting acting, CancellationToken token)
    {
        var looks = await LooksCounted.IntoPartnershipAsync(session, partnership, acting.Is(Capacity.Auditor), asked, token);
        return (looks.Told(await people.ShowAsync([.. looks.Lines.Select(look => look.PersonId)], [partnership], acting, token)), looks.Of);
    }

    /// <summary>For the lead, who answers for what is kept, and for auditors. To everybody else there is no such ledger.</summary>
    public static Objection? NotFor(PartnershipAt? partnership, Acting acting) =>
        partnership.NotFor(acting) ?? (acting.Leads(partnership!.Id) || acting.Is(Capacity.Auditor) ? null : Objection.LacksCapacity("the partnership's lead and auditors"));
}

public static class ReadLooksEndpoint
{
    public static Task<PartnershipAt?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => PartnershipAt.OfAsync(session, partnershipId, token);

    public static Objection? Validate(PartnershipAt? partnership, int? limit, int? after, Acting acting) =>
        PartnershipLooks.NotFor(partnership, acting) ?? LooksAsked.Refused(limit, after);

    /// <summary>Who has looked into this partnership's decisions and own records: limit lines (1 to 200, 50 unless told), after so many, of the days from and to, both inclusive. For its lead and for auditors. With format=csv or
    /// Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/looks")]
    public static async Task<Results<Ok<PartnershipLooks>, Csv<LookLine>>> Get(
        PartnershipId partnershipId, int? limit, int? after, DateOnly? from, DateOnly? to, string? format, IQuerySession session, IPeople people, Acting acting, HttpContext http, CancellationToken token)
    {
        var asked = new LooksAsked(after ?? 0, limit ?? LooksAsked.OnAPage, from, to);
        var (lines, all) = await PartnershipLooks.ReadAsync(session, partnershipId, asked, people, acting, token);
        return http.Request.AsksForCsv(format) ? new Csv<LookLine>("who-looked", lines)
            : TypedResults.Ok(new PartnershipLooks(partnershipId, lines, http.NextPage(asked.Next(all))));
    }
}

public static class LooksPageEndpoint
{
    public static Task<PartnershipAt?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) => PartnershipAt.OfAsync(session, partnershipId, token);

    public static Objection? Validate(PartnershipAt? partnership, Acting acting) => PartnershipLooks.NotFor(partnership, acting);

    /// <summary>The same as a page.</summary>
    [WolverineGet("/partnerships/{partnershipId}/looks")]
    public static async Task<RazorComponentResult> Get(PartnershipAt partnership, int? page, IQuerySession session, IPeople people, Acting acting, CancellationToken token)
    {
        var (lines, all) = await PartnershipLooks.ReadAsync(session, partnership.Id, LooksAsked.Page(page), people, acting, token);
        return new RazorComponentResult<LooksPage>(new { Partnership = partnership, Looks = lines, Of = all, Shown = Math.Max(page ?? 1, 1) });
    }
}
