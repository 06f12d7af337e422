using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>One line of the list of partnerships.</summary>
public sealed record PartnershipLine(PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, DateOnly FoundedOn, IReadOnlyList<Urn> Members);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record PartnershipList(IReadOnlyList<PartnershipLine> Items, string? Next)
{
    public const int Largest = 200;

    /// <summary>The partnerships <paramref name="acting"/> may know of, by name: at most <paramref name="limit"/> after the one named <paramref name="after"/>, and the name to go on
    /// after, null at the end. One round trip.</summary>
    public static async Task<(IReadOnlyList<PartnershipLine> Items, string? Next)> ReadAsync(
        IQuerySession session, Acting acting, string? after, int limit, CancellationToken token, PartnershipKind? kind = null, Quadrant? quadrant = null, District? district = null)
    {
        var from = after ?? "";
        var partnerships = session.Query<Partnership>().Where(partnership => partnership.Name.CompareTo(from) > 0);
        if (kind is { } k) partnerships = partnerships.Where(partnership => partnership.Kind == k);
        if (quadrant is { } q) partnerships = partnerships.Where(partnership => partnership.Quadrant == q);
        if (district is { } d) partnerships = partnerships.Where(partnership => partnership.Districts.Contains(d));
        if (!acting.ReadsEverywhere) partnerships = partnerships.KnownTo(acting);
        var found = await partnerships.OrderBy(partnership => partnership.Name).Take(limit + 1).ToListAsync(token);
        return (
            [.. found.Take(limit).Select(partnership => new PartnershipLine(partnership.Id, partnership.Name, partnership.Kind, partnership.Quadrant, partnership.FoundedOn,
                [.. partnership.Members.MayKnow(acting.Today)]))],
            found.Count > limit ? found[limit - 1].Name : null);
    }
}

public static class PartnershipsKnown
{
    /// <summary>Those that somebody who does not read everywhere may know of: they lead them, or head or chair a school that belongs.</summary>
    public static IQueryable<Partnership> KnownTo(this IQueryable<Partnership> partnerships, Acting acting)
    {
        var today = acting.Held.Where(held => held.HeldOn(acting.Today)).ToList();
        var led = today.Where(held => held.Capacity == Capacity.PartnershipLead).Select(held => held.PartnershipId?.Value).OfType<Guid>().ToArray();
        var urns = today.Where(held => held.Capacity is Capacity.Headteacher or Capacity.ChairOfGovernors).Select(held => held.Urn).OfType<Urn>().ToList();
        string[] schools = [.. urns.Select(urn => $$"""[{"urn": "{{urn}}", "to": null}]"""), .. urns.Select(urn => $$"""[{"urn": "{{urn}}", "end": "Dissolved"}]""")];
        return partnerships.Where(partnership => partnership.MatchesSql("(d.id = any(?) or d.data -> 'members' @> any(?::jsonb[]))", led, schools));
    }
}

public static class ListPartnershipsEndpoint
{
    public static Objection? Validate(string? kind, string? quadrant, string? district, int? limit) =>
        NotOneOf<PartnershipKind>(kind, "kind") ?? NotOneOf<Quadrant>(quadrant, "quadrant") ?? NotOneOf<District>(district, "district") ?? (limit is < 1 or > PartnershipList.Largest ? Objection.Malformed("limit", $"limit is 1 to {PartnershipList.Largest}.") : null);

    private static Objection? NotOneOf<TEnum>(string? text, string field) where TEnum : struct, Enum =>
        text is null || Kebab.Read<TEnum>(text) is not null ? null : Objection.Malformed(field, $"{field} is one of {Kebab.Names<TEnum>()}.");

    /// <summary>The partnerships you may know of, by name; at most limit (1 to 200, 50 unless told) after the one named after, of this kind, quadrant and district where they are named. With format=csv or Accept: text/csv, the
    /// same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships")]
    public static async Task<Results<Ok<PartnershipList>, Csv<PartnershipLine>>> Get(
        IQuerySession session, HttpContext http, Acting acting, string? after, int? limit, string? kind, string? quadrant, string? district, string? format, CancellationToken token)
    {
        var (items, last) = await PartnershipList.ReadAsync(session, acting, after, limit ?? 50, token, Kebab.Read<PartnershipKind>(kind), Kebab.Read<Quadrant>(quadrant), Kebab.Read<District>(district));
        var next = http.NextPage(last);
        return http.Request.AsksForCsv(format) ? new Csv<PartnershipLine>("partnerships", items) : TypedResults.Ok(new PartnershipList(items, next));
    }
}

/// <summary>A protocol in force that waits for the signature of whoever reads: of a new head as well, for each signs for themselves.</summary>
public sealed record SignatureAsked(PartnershipId PartnershipId, string Partnership, Urn Urn, Capacity Capacity);

public static class PartnershipPages
{
    /// <summary>What the service is for, and the way in.</summary>
    [WolverineGet("/"), AllowAnonymous]
    public static async Task<RazorComponentResult> Start(HttpContext context, IQuerySession session, CancellationToken token)
    {
        var acting = context.Features.Get<Acting>();
        var notices = await EmergencyNotice.ForAsync(session, acting, token);
        var asked = acting is null || !acting.Is(Capacity.Headteacher, Capacity.ChairOfGovernors) ? []
            : (await session.Query<Partnership>().KnownTo(acting).ToListAsync(token)).SelectMany(partnership => partnership.SignaturesAskedOf(acting).Select(place => new SignatureAsked(partnership.Id, partnership.Name, place.Urn, place.Capacity))).ToList();
        var schools = await RegisteredSchool.AllAsync(session, [.. acting?.Held.Select(held => held.Urn).OfType<Urn>() ?? [], .. notices.Select(notice => notice.Urn), .. acting?.Emergencies.Select(access => access.Urn) ?? []], token);
        return new RazorComponentResult<StartPage>(new { Acting = acting, Notices = notices, Asked = asked, Names = schools.ToDictionary(school => school.Urn, school => school.Name) });
    }

    /// <summary>The partnerships you may know of.</summary>
    [WolverineGet("/partnerships")]
    public static async Task<RazorComponentResult> List(IQuerySession session, Acting acting, string? after, CancellationToken token)
    {
        var page = await PartnershipList.ReadAsync(session, acting, after, 50, token);
        return new RazorComponentResult<PartnershipsPage>(new { Partnerships = page.Items, Next = page.Next is null ? null : $"/partnerships?after={Uri.EscapeDataString(page.Next)}" });
    }
}
