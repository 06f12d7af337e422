using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten.Events.Projections;

namespace EssexImprovement.Partnerships;

/// <summary>Which capacities the ledger knows a person to hold or to have held, and where.</summary>
public sealed record CapacitiesOfPerson(PersonId Id, ImmutableList<HeldCapacity> Held);

public sealed partial class CapacitiesOfPersonProjection : MultiStreamProjection<CapacitiesOfPerson, PersonId>
{
    public CapacitiesOfPersonProjection()
    {
        Name = "CapacitiesOfPerson";
        Identity<PartnershipFormed>(fact => fact.ConvenedBy);
        Identity<LeadAppointed>(fact => fact.PersonId);
        Identities<SchoolLeaderAppointed>(fact => fact.Succeeds is { } before && before != fact.PersonId ? [fact.PersonId, before] : [fact.PersonId]);
        Identity<CapacityGranted>(fact => fact.PersonId);
        Identities<TeamConfirmed>(fact => fact.Members);
    }

    public override CapacitiesOfPerson? Evolve(CapacitiesOfPerson? snapshot, PersonId id, IEvent e)
    {
        snapshot ??= new(id, []);
        if (e.Data is SchoolLeaderAppointed handover && handover.Succeeds == id)
            return snapshot with { Held = [.. snapshot.Held.Select(held => EndsWith(held, handover))] };
        HeldCapacity? begun = e.Data switch
        {
            PartnershipFormed fact => new(Capacity.PartnershipLead, null, fact.PartnershipId, fact.OccurredOn, null),
            LeadAppointed { Role: LeadRole.Lead or LeadRole.Deputy or LeadRole.ReviewLead } fact =>
                new(Capacity.PartnershipLead, null, fact.PartnershipId, fact.From, fact.To),
            SchoolLeaderAppointed fact => new(fact.Capacity, fact.Urn, null, fact.OccurredOn, null),
            TeamConfirmed fact => new(fact.Lead == id ? Capacity.LeadReviewer : Capacity.PeerReviewer, null, fact.PartnershipId, fact.OccurredOn, null),
            CapacityGranted fact => new(fact.Capacity, null, null, fact.OccurredOn, null),
            _ => null,
        };
        return begun is null ? snapshot : snapshot with { Held = snapshot.Held.Add(begun) };
    }

    private static HeldCapacity EndsWith(HeldCapacity held, SchoolLeaderAppointed handover) =>
        held.Urn == handover.Urn && held.Capacity == handover.Capacity && held.To is null ? held with { To = handover.OccurredOn.AddDays(-1) } : held;
}
