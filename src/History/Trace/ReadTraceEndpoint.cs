using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;

namespace EssexImprovement.History;

public static class ReadTraceEndpoint
{
    public static async Task<PartnershipAt?> LoadAsync(DecisionId decisionId, IQuerySession session, CancellationToken token) =>
        await Tracing.PartnershipOfAsync(session, decisionId, token) is { } partnership ? await PartnershipAt.OfAsync(session, partnership, token) : null;

    public static Objection? Validate(PartnershipAt? partnership, Acting acting) => partnership.NotFor(acting);

    /// <summary>One accountability decision: the verdict first, then who decided in which capacity, when, among which options, on which evidence (each fingerprint recomputed now), what
    /// was recorded afterwards, and what it led to. The ETag is the decision's version, to send back as If-Match.</summary>
    [WolverineGet("/api/v1/decisions/{decisionId}/trace")]
    public static async Task<DecisionTrace> Get(
        DecisionId decisionId, PartnershipAt partnership, IQuerySession session, Reader reader, HttpResponse response, CancellationToken token)
    {
        var trace = await Tracing.ReadAsync(session, decisionId, partnership, reader, token);
        response.ETagOf(trace.Version);
        return trace;
    }

    /// <summary>Reasons and questions are for those the decision concerns, the board, and auditors; analysts and data stewards see structure.</summary>
    public static Seal SealOn(this PartnershipAt partnership, DecisionId decision, DateOnly today)
    {
        List<Urn> members = [.. partnership.Members.MayKnow(today)];
        return new(SealedThing.Decision, decision.Value, new([], [], [], partnership.Id, members), AudienceRing.PartnershipHeads, [],
            acting => acting.Is(Capacity.Auditor, Capacity.BoardMember) || acting.Leads(partnership.Id) || members.Any(urn => acting.IsAt(urn, Capacity.ChairOfGovernors)));
    }
}
