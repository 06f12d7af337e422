using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A serving leader of a member school convenes and records: partnerships are led by peers.</summary>
public sealed record AppointLead(
    PersonId PersonId, LeadRole Role, Urn Urn, DateOnly From, DateOnly OccurredOn, DateOnly? To = null) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting) ??
        (partnership.MembersOn(From).All(member => member.Urn != Urn) ? new("PRT-9", $"School {Urn} is not a member on {From:d MMMM yyyy}; a lead is employed by a member school.", "urn")
        : To < From ? Contracts.Objection.Malformed("to", "The last day is not before the first.")
        : partnership.Leads.Any(lead => lead.PersonId == PersonId && lead.Role == Role && !(lead.To < From))
            ? Contracts.Objection.Malformed("personId", "This person holds that role already.")
        : null);

    public LeadAppointed Decide(Partnership partnership) => new(partnership.Id, PersonId, Role, Urn, From, To, OccurredOn);
}

public static class AppointLeadEndpoint
{
    public static Objection? Validate(AppointLead command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/leads")]
    public static (Recorded, Events) Post(AppointLead command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
