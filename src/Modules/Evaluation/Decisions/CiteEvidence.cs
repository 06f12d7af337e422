using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

/// <summary>A recorded fact is laid before the body, with its fingerprint, so that anybody can check later that it still reads as it did.</summary>
public sealed record CiteEvidence(Guid EventId, ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Decision decision, RecordedFact? cited, ReleasesOfReview releases, HeldBack heldBack, DecidingPartnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting, decision.Opened.Body)
        ?? decision.NotInPreparation(OccurredOn)
        ?? Why.NotBetween1And(1000, "why")
        ?? (cited?.Concerns(partnership, OccurredOn) != true ? Contracts.Objection.Unknown("eventId")
        : cited.StreamId == decision.Id.Value ? Contracts.Objection.Malformed("eventId", "A decision is no evidence for itself.")
        : decision.Citations.Any(citation => citation.EventId == EventId) ? Contracts.Objection.Malformed("eventId", "This is cited already.")
        : cited.OccurredOn > OccurredOn ? new("ACC-2", "What had not happened yet was not laid before the body.", "occurredOn")
        : releases.Objection(cited, decision.Opened, OccurredOn) ?? heldBack.Objection(cited, decision.Opened, OccurredOn));

    public EvidenceCited Decide(CitationId id, Decision decision, RecordedFact cited, ReleasesOfReview releases)
    {
        var seen = releases.Seen(cited, decision.Opened, OccurredOn);
        return new(
            decision.Id, decision.PartnershipId, id, cited.EventId, cited.StreamId, cited.Version, cited.Name, BodyDigest.Of(cited.Body),
            cited.OccurredOn ?? throw new InvalidOperationException("Objection() lets nothing without a day pass."), Why, OccurredOn, seen?.Ring, seen?.ReleaseId);
    }
}

public static class CiteEvidenceEndpoint
{
    public static async Task<(DecidingPartnership, RecordedFact?, ReleasesOfReview, HeldBack)> LoadAsync(CiteEvidence command, Decision decision, IQuerySession session, CancellationToken token)
    {
        var cited = await RecordedFact.FindAsync(command.EventId, session, token);
        return (await DecidingPartnership.OfAsync(decision, session, token), cited, await ReleasesOfReview.OfAsync(cited, session, token), await HeldBack.OfAsync(cited, session, token));
    }

    public static Objection? Validate(CiteEvidence command, Decision decision, RecordedFact? cited, ReleasesOfReview releases, HeldBack heldBack, DecidingPartnership partnership, Acting acting) =>
        command.Objection(decision, cited, releases, heldBack, partnership, acting);

    [WolverinePost("/api/v1/decisions/{decisionId}/citations")]
    public static (Created<Begun<CitationId>>, Events) Post(CiteEvidence command, [WriteModel] Decision decision, RecordedFact cited, ReleasesOfReview releases)
    {
        var id = CitationId.New();
        return (TypedResults.Created($"/api/v1/decisions/{decision.Id}", new Begun<CitationId>(id)), [command.Decide(id, decision, cited, releases)]);
    }
}
