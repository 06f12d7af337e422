using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The partnership ends and one of its schools keeps the records: nothing is added any more, and somebody can still be asked.</summary>
public sealed record DissolvePartnership(ConfidentialText Reason, Urn RecordsCustodianUrn, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? Reason.NotBetween1And(1000, "reason")
        ?? (OccurredOn < partnership.FoundedOn || partnership.Members.Any(member => member.To is null && member.From > OccurredOn)
            ? Contracts.Objection.Malformed("occurredOn", "A partnership does not end before a member's first day.")
        : !partnership.Members.Has(RecordsCustodianUrn, OccurredOn)
            ? new("XCT-8", $"School {RecordsCustodianUrn} was not a member on {OccurredOn:d MMMM yyyy}; a member keeps the records.", "recordsCustodianUrn")
        : null);

    public PartnershipDissolved Decide(Partnership partnership) => new(partnership.Id, Reason, RecordsCustodianUrn, OccurredOn);
}

public static class DissolvePartnershipEndpoint
{
    public static Objection? Validate(DissolvePartnership command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/dissolution")]
    public static (Recorded, Events) Post(DissolvePartnership command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
