using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A school leaves on the day it gave notice for or later, and what it still owes is written down, so that parting is neither sudden nor silent.</summary>
public sealed record LeavePartnership(Urn Urn, IReadOnlyList<Outstanding> Outstanding, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? partnership.NotFreeToLeave(Urn, Outstanding, OccurredOn, "urn")
        ?? SizeOfPartnership.Objection(partnership.Kind, partnership.Members.After(Decide(partnership)), "urn");

    public SchoolLeft Decide(Partnership partnership) => new(partnership.Id, Urn, Outstanding, OccurredOn);
}

public static class LeavePartnershipEndpoint
{
    public static Objection? Validate(LeavePartnership command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/departures")]
    public static (Recorded, Events) Post(LeavePartnership command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
