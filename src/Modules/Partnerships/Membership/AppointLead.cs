using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A serving leader of a member school convenes and records: partnerships are led by peers. Where nobody leads any more, a data steward records who does now.</summary>
public sealed record AppointLead(
    PersonId PersonId, LeadRole Role, Urn Urn, DateOnly From, DateOnly OccurredOn, DateOnly? To = null) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting, acting.Leads(partnership.Id) || BySteward(partnership, acting), "the lead of this partnership")
        ?? (!acting.Leads(partnership.Id) && acting.Person == PersonId ? new("SoD-5", "Nobody appoints themselves.", "personId")
        : From < OccurredOn ? Contracts.Objection.Malformed("from", "They begin on the day of the appointment or later.")
        : To < From ? Contracts.Objection.Malformed("to", "The last day is not before the first.")
        : partnership.NotLedFrom(Urn, From, "urn") ?? partnership.LeadsAlready(PersonId, Role, From, "personId"));

    public LeadAppointed Decide(Partnership partnership) => new(partnership.Id, PersonId, Role, Urn, From, To, OccurredOn);

    private static bool BySteward(Partnership partnership, Acting acting) => acting.Is(Capacity.DataSteward) && !partnership.LedByOn(acting.Today).Any();
}

/// <summary>What is asked of everybody who comes to lead, by appointment or hand-over.</summary>
public static class Leading
{
    /// <summary>PRT-9 when the school is not a member on the first day.</summary>
    public static Objection? NotLedFrom(this Partnership partnership, Urn urn, DateOnly from, string field) =>
        partnership.Members.Has(urn, from) ? null : new("PRT-9", $"School {urn} is not a member on {from:d MMMM yyyy}; a lead is employed by a member school.", field);

    public static Objection? LeadsAlready(this Partnership partnership, PersonId person, LeadRole role, DateOnly from, string field) =>
        partnership.Leads.Any(lead => lead.PersonId == person && lead.Role == role && !(lead.To < from)) ? Objection.Malformed(field, "This person holds that role already.") : null;
}

public static class AppointLeadEndpoint
{
    public static Objection? Validate(AppointLead command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/leads")]
    public static (Recorded, Events) Post(AppointLead command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
