using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Marten.Linq.MatchesSql;

namespace EssexImprovement.Partnerships;

/// <summary>One fact that gives a person a capacity or ends one. A document of its own for each, because facts of different streams may name one person at the same moment and none may be lost.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Person">Who holds the capacity.</param>
/// <param name="Succeeds">Who held it until the day before, if the fact says so.</param>
/// <param name="Held">The capacity, where and when; for one that ended, from the day of the fact to the last day.</param>
/// <param name="Role">The role for a partnership, where one was given or laid down.</param>
/// <param name="Ends">True for a fact that ends what earlier ones gave: to one person, or to everybody who leads a partnership that was dissolved.</param>
/// <param name="Convenes">True for whoever convenes a partnership: until the day before its first lead.</param>
public sealed record Appointment(Guid Id, Guid Person, Guid? Succeeds, HeldCapacity Held, LeadRole? Role = null, bool Ends = false, bool Convenes = false)
{
    /// <summary>The partnership or the leadership stream of the school it is held at, else the person: what an index can find. Whatever ends an appointment is at the same place.</summary>
    public Guid Place => Held.PartnershipId?.Value ?? Held.Urn?.LeadershipStream() ?? Person;

    /// <summary>Null for a fact that gives nobody a capacity and ends none.</summary>
    public static Appointment? Of(Guid id, object fact) => fact switch
    {
        PartnershipFormed e => new(id, e.ConvenedBy.Value, null, new(Capacity.PartnershipLead, null, e.PartnershipId, e.OccurredOn, null), LeadRole.Lead, Convenes: true),
        LeadAppointed { Role: LeadRole.Lead or LeadRole.Deputy or LeadRole.ReviewLead } e =>
            new(id, e.PersonId.Value, null, new(Capacity.PartnershipLead, null, e.PartnershipId, e.From, e.To), e.Role),
        LeadStoodDown e => new(id, e.PersonId.Value, null, new(Capacity.PartnershipLead, null, e.PartnershipId, e.OccurredOn, e.OccurredOn), e.Role, Ends: true),
        PartnershipDissolved e => new(id, Guid.Empty, null, new(Capacity.PartnershipLead, null, e.PartnershipId, e.OccurredOn, e.OccurredOn), Ends: true),
        SchoolLeaderAppointed e => new(id, e.PersonId.Value, e.Succeeds?.Value, new(e.Capacity, e.Urn, null, e.OccurredOn, null)),
        SchoolLeaderLeft e => new(id, e.PersonId.Value, null, new(e.Capacity, e.Urn, null, e.OccurredOn, e.OccurredOn), Ends: true),
        CapacityGranted e => new(id, e.PersonId.Value, null, new(e.Capacity, e.Urn, null, e.OccurredOn, null, e.Quadrant)),
        CapacityWithdrawn e => new(id, e.PersonId.Value, null, new(e.Capacity, e.Urn, null, e.OccurredOn, e.OccurredOn.AddDays(-1), e.Quadrant), Ends: true),
        _ => null,
    };

    /// <summary>Every capacity the ledger knows the person to hold or to have held; one round trip, by index, for whatever happened at their places.</summary>
    public static async Task<IReadOnlyList<HeldCapacity>> HeldByAsync(IQuerySession session, PersonId person, CancellationToken token) =>
        HeldBy(person, await session.Query<Appointment>().Where(appointment => appointment.MatchesSql(
            "CAST(d.data ->> 'place' as uuid) in (select CAST(mine.data ->> 'place' as uuid) from partnerships.mt_doc_appointment mine where CAST(mine.data ->> 'person' as uuid) = ?)",
            person.Value)).ToListAsync(token));

    /// <summary>What the appointments give the person.</summary>
    public static IReadOnlyList<HeldCapacity> HeldBy(PersonId person, IReadOnlyList<Appointment> appointments) =>
        [.. After(appointments).Where(one => one.Person == person.Value).Select(one => one.Held)];

    /// <summary>What all of these appointments give, each with the last day it came to: one at a school ends the day before somebody succeeds its holder, a convenor's the day before
    /// the first lead, any when it is laid down or its partnership dissolved.</summary>
    public static IReadOnlyList<Appointment> After(IReadOnlyList<Appointment> appointments) => [.. appointments.Where(one => !one.Ends).Select(one =>
        appointments.Select(one.LastDayBy).Where(day => !(day > one.Held.To)).Min() is { } last ? one with { Held = one.Held with { To = last } } : one)];

    private DateOnly? LastDayBy(Appointment later) =>
        later.Place != Place || later.Held.Capacity != Held.Capacity || later.Held.Quadrant != Held.Quadrant ? null
        : later.Ends ? later.Person == Guid.Empty || (later.Person == Person && later.Role == Role && later.Held.From >= Held.From) ? later.Held.To : null
        : Convenes && later is { Convenes: false, Role: LeadRole.Lead } ? later.Held.From.AddDays(-1)
        : later.Succeeds == Person && later.Person != Person && later.Held.From > Held.From ? later.Held.From.AddDays(-1)
        : null;
}

public sealed partial class AppointmentProjection : EventProjection
{
    public AppointmentProjection()
    {
        Name = "Appointment";
        Options.DeleteViewTypeOnTeardown<Appointment>();
        IncludeType<PartnershipFormed>();
        IncludeType<LeadAppointed>();
        IncludeType<LeadStoodDown>();
        IncludeType<PartnershipDissolved>();
        IncludeType<SchoolLeaderAppointed>();
        IncludeType<SchoolLeaderLeft>();
        IncludeType<CapacityGranted>();
        IncludeType<CapacityWithdrawn>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (Appointment.Of(e.Id, e.Data) is { } appointment) operations.Store(appointment);
        return ValueTask.CompletedTask;
    }
}
