using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>How many partnerships an open school belongs to today.</summary>
/// <param name="Urn">The school.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="District">Its district, in the register's own words.</param>
/// <param name="Count">How many partnerships it is a member of.</param>
/// <param name="Partnerships">Those of them that you may know of.</param>
/// <param name="Names">Their names, in the same order.</param>
public sealed record CoverageLine(Urn Urn, string Name, string? District, int Count, IReadOnlyList<PartnershipId> Partnerships, IReadOnlyList<string> Names);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record Coverage(IReadOnlyList<CoverageLine> Items, string? Next)
{
    /// <summary>One round trip, by the registered schools' index; who belongs is read from the members of each partnership.</summary>
    public static async Task<(IReadOnlyList<CoverageLine> Items, Urn? Next)> ReadAsync(IQuerySession session, CoverageAsked asked, Acting acting, CancellationToken token)
    {
        var known = acting.ReadsEverywhere ? null : await session.Query<Partnership>().KnownTo(acting).Select(partnership => partnership.Id).ToListAsync(token);
        var found = await session.AdvancedSql.QueryAsync<CoveredSchool>("""
            with belonging as (
                select distinct p.id, p.data ->> 'name' as name, member ->> 'urn' as urn
                from partnerships.mt_doc_partnership p cross join jsonb_array_elements(p.data -> 'members') member
                where (member ->> 'from')::date <= ? and coalesce((member ->> 'to')::date, 'infinity') >= ?)
            select jsonb_build_object('urn', d.data ->> 'urn', 'name', d.data ->> 'name', 'district', d.data ->> 'district',
                'ids', coalesce(jsonb_agg(b.id order by b.name) filter (where b.id is not null), '[]'), 'names', coalesce(jsonb_agg(b.name order by b.name) filter (where b.id is not null), '[]'))
            from partnerships.mt_doc_registeredschool d left join belonging b on b.urn = d.data ->> 'urn'
            where coalesce((d.data ->> 'openedOn')::date, '-infinity') <= ? and coalesce((d.data ->> 'closedOn')::date, 'infinity') > ?
                and (d.data ->> 'urn') > ? and (? = '' or lower(d.data ->> 'district') = lower(?))
            group by d.id, d.data
            having count(b.id) between ? and ?
            order by d.data ->> 'urn' limit ?
            """, token, acting.Today, acting.Today, acting.Today, acting.Today, asked.After?.ToString() ?? "", asked.District ?? "", asked.District ?? "", asked.Fewest, asked.Most, asked.Limit + 1);
        var page = found.Take(asked.Limit).ToList();
        return (page.ConvertAll(school =>
        {
            var shown = school.Ids.Zip(school.Names).Where(one => known is null || known.Contains(one.First)).ToList();
            return new CoverageLine(school.Urn, school.Name, school.District, school.Ids.Count, shown.ConvertAll(one => one.First), shown.ConvertAll(one => one.Second));
        }), found.Count > asked.Limit ? page[^1].Urn : null);
    }

    /// <summary>A school and every partnership it belongs to, before it is known who reads.</summary>
    public sealed record CoveredSchool(Urn Urn, string Name, string? District, IReadOnlyList<PartnershipId> Ids, IReadOnlyList<string> Names);
}

/// <summary>Which schools are asked for: in at least so many partnerships and at most so many, both inclusive.</summary>
public sealed record CoverageAsked(string? District, int Fewest, int Most, Urn? After, int Limit);

public static class ReadCoverageEndpoint
{
    private static readonly Dictionary<string, (int Fewest, int Most)> Among = new() { [""] = (0, int.MaxValue), ["none"] = (0, 0), ["one"] = (1, 1), ["several"] = (2, int.MaxValue) };

    public static Objection? Validate(string? partnerships, int? limit, Acting acting) =>
        !acting.ReadsEverywhere && !acting.Is(Capacity.QuadrantChair, Capacity.LaSchoolEffectivenessPartner)
            ? Objection.LacksCapacity("quadrant chairs, the local authority's school partners, the board, analysts, auditors and data stewards")
        : !Among.ContainsKey(partnerships ?? "") ? Objection.Malformed("partnerships", "partnerships is none, one or several.")
        : limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : null;

    /// <summary>The open schools of the register and how many partnerships each belongs to today, by URN: those of a district, with partnerships=none, one or several those in so many; at most limit
    /// (1 to 200, 50 unless told) after the one whose URN is after. Partnerships are named to those who may know of them, to others counted. With format=csv or Accept: text/csv,
    /// the same lines as a file.</summary>
    [WolverineGet("/api/v1/coverage")]
    public static async Task<Results<Ok<Coverage>, Csv<CoverageLine>>> Get(
        string? partnerships, string? district, Urn? after, int? limit, string? format, IQuerySession session, HttpContext http, Acting acting, CancellationToken token)
    {
        var (fewest, most) = Among[partnerships ?? ""];
        var (items, last) = await Coverage.ReadAsync(session, new(district, fewest, most, after, limit ?? 50), acting, token);
        var next = http.NextPage(last?.ToString());
        return http.Request.AsksForCsv(format) ? new Csv<CoverageLine>("coverage", items) : TypedResults.Ok(new Coverage(items, next));
    }
}
