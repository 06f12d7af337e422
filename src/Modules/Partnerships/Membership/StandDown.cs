using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Who takes over a role, and the member school that employs them.</summary>
public sealed record Handover(PersonId To, Urn Urn);

/// <summary>Somebody lays down a role for the partnership, or hands it over: the successor leads from the day after, so that there is never a day on which nobody may record.</summary>
public sealed record StandDown(PersonId PersonId, LeadRole Role, DateOnly OccurredOn, Handover? Handover = null) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (!Holds(partnership) ? Contracts.Objection.Malformed("personId", $"This person does not hold that role beyond {OccurredOn:d MMMM yyyy}.")
        : Handover is not { } handover ? LeavesNobody(partnership, acting.Today)
        : handover.To == PersonId ? Contracts.Objection.Malformed("handover.to", "A role is handed over to somebody else.")
        : partnership.NotLedFrom(handover.Urn, Next, "handover.urn") ?? partnership.LeadsAlready(handover.To, Role, Next, "handover.to"));

    public IReadOnlyList<IPartnershipFact> Decide(Partnership partnership) =>
        Handover is { } to ? [StoodDown(partnership), new LeadAppointed(partnership.Id, to.To, Role, to.Urn, Next, null, OccurredOn)] : [StoodDown(partnership)];

    private DateOnly Next => OccurredOn.AddDays(1);

    private LeadStoodDown StoodDown(Partnership partnership) => new(partnership.Id, PersonId, Role, Handover?.To, OccurredOn);

    // A convenor stands down as lead.
    private bool Holds(Partnership partnership) =>
        partnership.Leads.Any(lead => lead.PersonId == PersonId && lead.Role == Role && lead.On(OccurredOn) && lead.To != OccurredOn)
        || (Role == LeadRole.Lead && PersonId == partnership.ConvenedBy && !(partnership.ConvenedUntil <= OccurredOn) && partnership.FoundedOn <= OccurredOn);

    private Objection? LeavesNobody(Partnership partnership, DateOnly today) =>
        Role == LeadRole.GovernorLink || partnership.Apply(StoodDown(partnership)).LedByOn(Next > today ? Next : today).Any()
            ? null : new("PRT-9", "Nobody else leads the partnership from the next day; the last lead hands over.", "handover");
}

public static class StandDownEndpoint
{
    public static Objection? Validate(StandDown command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/departing-leads")]
    public static (Recorded, Events) Post(StandDown command, [WriteModel] Partnership partnership)
    {
        var facts = command.Decide(partnership);
        return (new(partnership.Version + facts.Count), [.. facts]);
    }
}
