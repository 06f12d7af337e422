using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

public static class ReadConcernEndpoint
{
    public static async Task<ConcernAsSeen?> LoadAsync(PeerConcern concern, IQuerySession session, Reader reader, CancellationToken token) =>
        ConcernAsSeen.By(concern, await ReviewingPartnership.OfAsync(concern.PartnershipId, session, token), reader);

    /// <summary>Whether there is no such concern or it is not for this reader looks the same.</summary>
    public static Objection? Validate(ConcernAsSeen? seen) => seen is null ? Objection.Unknown() : null;

    /// <summary>A concern among peers: for the head of the school concerned, whoever raised it and the partnership's lead, and from the partnership meeting on for the heads of all
    /// members. To everybody else it is unknown. The ETag is the version to send back as If-Match.</summary>
    [WolverineGet("/api/v1/concerns/{concernId}")]
    public static ConcernAsSeen Get([ReadModel("concernId")] PeerConcern concern, ConcernAsSeen seen, HttpResponse response)
    {
        response.ETagOf(concern.Version);
        return seen;
    }
}

/// <summary>One line of the list of concerns; it holds no confidential text.</summary>
public sealed record ConcernLine(ConcernId Id, Urn Urn, ConcernKind Kind, ConcernStep? LastStep, bool Ended, DateOnly RaisedOn);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record ConcernList(IReadOnlyList<ConcernLine> Items, string? Next);

public static class ListConcernsEndpoint
{
    /// <summary>The concerns this reader may know of; null when they may know neither of one nor of the partnership. A partnership has a handful.</summary>
    public static async Task<IReadOnlyList<ConcernLine>?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Acting acting, CancellationToken token)
    {
        if (await ReviewingPartnership.FindAsync(partnershipId, session, token) is not { } partnership) return null;
        var concerns = await session.Query<PeerConcern>().Where(concern => concern.PartnershipId == partnershipId).ToListAsync(token);
        var known = concerns.Where(concern => concern.MayBeKnownTo(acting, partnership)).OrderBy(concern => concern.Raised.OccurredOn).ThenBy(concern => concern.Id.Value).ToList();
        return known.Count == 0 && !partnership.MayBeKnownTo(acting) ? null
            : [.. known.Select(concern => new ConcernLine(
                concern.Id, concern.Urn, concern.Raised.Kind, concern.Steps.IsEmpty ? null : concern.Steps[^1].Step, concern.Resolved is not null || concern.Reviewed is not null,
                concern.Raised.OccurredOn))];
    }

    public static Objection? Validate(IReadOnlyList<ConcernLine>? known, int? limit, ConcernId? after) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : known is null ? Objection.Unknown("partnershipId")
        : after is not null && known.All(line => line.Id != after) ? Objection.Unknown("after")
        : null;

    /// <summary>The concerns of one partnership that you may know of, by the day they were raised; at most limit of them (1 to 200, 50 unless told) after the one named in after. With format=csv
    /// or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/concerns")]
    public static Results<Ok<ConcernList>, Csv<ConcernLine>> Get(PartnershipId partnershipId, IReadOnlyList<ConcernLine> known, ConcernId? after, int? limit, string? format, HttpContext http)
    {
        var size = limit ?? 50;
        var rest = after is null ? known : [.. known.SkipWhile(line => line.Id != after).Skip(1)];
        ConcernList page = new([.. rest.Take(size)], http.NextPage(rest.Count > size ? rest[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<ConcernLine>("concerns", page.Items) : TypedResults.Ok(page);
    }
}
