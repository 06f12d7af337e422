using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Evaluation;

/// <summary>One line of the list of decisions; it holds no confidential text.</summary>
public sealed record DecisionLine(
    DecisionId Id, DecisionKind Kind, Direction Direction, DecidingBody Body, DecisionState State, Stage? TargetStage, DateOnly OpenedOn, DecisionOutcome? Outcome, DateOnly? MadeOn);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record DecisionList(IReadOnlyList<DecisionLine> Items, string? Next);

public static class ListDecisionsEndpoint
{
    public static Task<DecidingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        DecidingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(DecidingPartnership? partnership, int? limit, Acting acting) =>
        limit is < 1 or > 200 ? Objection.Malformed("limit", "limit is 1 to 200.")
        : partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The decisions of one partnership, in the order they were opened here; at most <paramref name="limit"/> (1 to 200, 50 unless told) after the decision <paramref name="after"/>.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/decisions")]
    public static async Task<Results<Ok<DecisionList>, Csv<DecisionLine>>> Get(
        PartnershipId partnershipId, DecisionId? after, int? limit, string? format, HttpContext http, IQuerySession session, CancellationToken token)
    {
        var size = limit ?? 50;
        // An identity drawn later is greater (UUID version 7), so the id itself is the place in the list.
        var last = after?.Value ?? Guid.Empty;
        var found = await session.Query<Decision>().Where(decision => decision.PartnershipId == partnershipId && decision.MatchesSql("d.id > ?", last))
            .OrderBy(decision => decision.Id).Take(size + 1).ToListAsync(token);
        var page = new DecisionList([.. found.Take(size).Select(LineOf)], http.NextPage(found.Count > size ? found[size - 1].Id : null));
        return http.Request.AsksForCsv(format) ? new Csv<DecisionLine>("decisions", page.Items) : TypedResults.Ok(page);
    }

    private static DecisionLine LineOf(Decision decision) => new(
        decision.Id, decision.Opened.Kind, decision.Opened.Direction, decision.Opened.Body, decision.State, decision.Opened.TargetStage, decision.Opened.OccurredOn,
        decision.Made?.Outcome, decision.Made?.OccurredOn);
}
