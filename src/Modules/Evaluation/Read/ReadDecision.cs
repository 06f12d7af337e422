using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

public static class ReadDecisionEndpoint
{
    public static Task<DecidingPartnership> LoadAsync(Decision decision, IQuerySession session, CancellationToken token) => DecidingPartnership.OfAsync(decision, session, token);

    public static Objection? Validate(DecidingPartnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>A decision: its question, options, evidence, interests and outcome; its structure alone for analysts and data stewards. The ETag is the version to send back
    /// as If-Match.</summary>
    [WolverineGet("/api/v1/decisions/{decisionId}")]
    public static DecisionAsSeen Get([ReadModel] Decision decision, DecidingPartnership partnership, Reader reader, HttpResponse response)
    {
        response.ETagOf(decision.Version);
        return DecisionAsSeen.By(decision, partnership, reader);
    }
}
