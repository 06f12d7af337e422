using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A member school.</summary>
/// <param name="Urn">The school.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="Membership">Full or associate.</param>
/// <param name="From">First day of this stretch of membership, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
/// <param name="End">Why it ended; null while it goes on.</param>
/// <param name="SucceededBy">The school that took its place, if one did.</param>
/// <param name="LeavesOn">The last day it has given notice for; null for none.</param>
public sealed record MemberLine(Urn Urn, string? Name, Membership Membership, DateOnly From, DateOnly? To, MembershipEnd? End, Urn? SucceededBy, DateOnly? LeavesOn);

/// <summary>The members of a partnership on a day, by URN; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record MembersOn(DateOnly On, IReadOnlyList<MemberLine> Items, string? Next)
{
    /// <summary>At most <paramref name="limit"/> after <paramref name="after"/>, and the URN to go on after, null at the end. The schools' names come from the register, in one round trip.</summary>
    public static async Task<(IReadOnlyList<MemberLine> Items, Urn? Next)> ReadAsync(Partnership partnership, DateOnly day, Urn? after, int limit, IQuerySession session, CancellationToken token)
    {
        List<MemberSchool> found = [.. partnership.MembersOn(day).Where(member => !(member.Urn.Value <= after?.Value)).OrderBy(member => member.Urn.Value).Take(limit + 1)];
        List<MemberSchool> page = [.. found.Take(limit)];
        var names = (await RegisteredSchool.AllAsync(session, page.Select(member => member.Urn), token)).ToDictionary(school => school.Urn, school => school.Name);
        return (page.ConvertAll(member => new MemberLine(member.Urn, names.GetValueOrDefault(member.Urn), member.Membership, member.From, member.To, member.End, member.SucceededBy,
            partnership.Notices.LastOrDefault(notice => notice.Urn == member.Urn)?.LeavesOn)), found.Count > limit ? page[^1].Urn : null);
    }
}

public static class ReadMembersEndpoint
{
    public static Objection? Validate(Partnership partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.") : partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>The schools that were members on a day (today unless told), by URN: at most limit (1 to 200, 50 unless told) after the one whose URN is after. The ETag is the
    /// version of the partnership. With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/members")]
    public static async Task<Results<Ok<MembersOn>, Csv<MemberLine>>> Get(
        [ReadModel] Partnership partnership, DateOnly? on, Urn? after, int? limit, string? format, IQuerySession session, HttpContext http, Acting acting, CancellationToken token)
    {
        var day = on ?? acting.Today;
        var (items, last) = await MembersOn.ReadAsync(partnership, day, after, limit ?? 50, session, token);
        var next = http.NextPage(last?.ToString());
        http.Response.ETagOf(partnership.Version);
        return http.Request.AsksForCsv(format) ? new Csv<MemberLine>("members", items) : TypedResults.Ok(new MembersOn(day, items, next));
    }
}
