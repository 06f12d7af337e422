using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The members say where an outcome goes and what it may trigger, before any outcome exists. A protocol is amended by adopting the next version.</summary>
public sealed record AdoptProtocol(
    IReadOnlyList<Route> DefaultRoutes, IReadOnlyList<Trigger> TriggersAllowed, int ReviewDays, int WorkshopWithinSchoolDays, int CheckInFromDays, int CheckInToDays,
    SafeguardingRoute? SafeguardingRoute, int DataRetentionYears, DateOnly EffectiveFrom, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting) ??
        (DefaultRoutes.Any(route => route is { Extent: Extent.FullReport, MaxRing: > AudienceRing.PartnershipHeads })
            ? new("PRT-7", "By default nothing goes in full further than the partnership's heads; a summary may.", "defaultRoutes")
        : DefaultRoutes.Any(route => route is { Artefact: Artefact.EvidenceNotes, MaxRing: > AudienceRing.ReviewTeam })
            ? new("PRT-7", "Notes of evidence stay with the review team; only findings travel.", "defaultRoutes")
        : SafeguardingRoute is null ? new("PRT-8", "A protocol says whom a safeguarding concern goes to.", "safeguardingRoute")
        : DefaultRoutes.DistinctBy(route => route.Artefact).Count() != DefaultRoutes.Count ? Contracts.Objection.Malformed("defaultRoutes", "An artefact has one route.")
        : ReviewDays is < 1 or > 3 ? new("IMP-8", "A visit has one to three days.", "reviewDays")
        : WorkshopWithinSchoolDays is < 1 or > 60 ? Contracts.Objection.Malformed("workshopWithinSchoolDays", "Between 1 and 60 school days.")
        : CheckInFromDays < 1 || CheckInToDays < CheckInFromDays || CheckInToDays > 365
            ? Contracts.Objection.Malformed("checkInToDays", "The check-in window runs forward, within a year.")
        : DataRetentionYears is < 1 or > 25 ? Contracts.Objection.Malformed("dataRetentionYears", "Between 1 and 25 years.")
        : EffectiveFrom < OccurredOn ? Contracts.Objection.Malformed("effectiveFrom", "A protocol binds from the day it is adopted or later.")
        : EffectiveFrom < partnership.Protocol?.EffectiveFrom ? Contracts.Objection.Malformed("effectiveFrom", "A version binds no earlier than the one before it.")
        : OccurredOn <= partnership.Protocol?.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A protocol adopted on this day or later is recorded already.")
        : null);

    public ProtocolAdopted Decide(Partnership partnership) =>
        new(partnership.Id, (partnership.Protocol?.Version ?? 0) + 1, DefaultRoutes, TriggersAllowed, ReviewDays, WorkshopWithinSchoolDays, CheckInFromDays, CheckInToDays,
            SafeguardingRoute ?? throw new InvalidOperationException("Objection() lets no protocol without a safeguarding route pass."),
            DataRetentionYears, EffectiveFrom, OccurredOn);
}

public static class AdoptProtocolEndpoint
{
    public static Objection? Validate(AdoptProtocol command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/protocols")]
    public static (Recorded, Events) Post(AdoptProtocol command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
