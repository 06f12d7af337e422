using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.Partnerships;

/// <summary>One fact that gives a person a capacity. A document of its own for each, because facts of different streams may name one person at the same moment and none may be lost.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Person">Who holds the capacity.</param>
/// <param name="Succeeds">Who held it until the day before, if the fact says so.</param>
/// <param name="Held">The capacity, where and when.</param>
public sealed record Appointment(Guid Id, Guid Person, Guid? Succeeds, HeldCapacity Held)
{
    /// <summary>Null for a fact that gives nobody a capacity.</summary>
    public static Appointment? Of(Guid id, object fact) => fact switch
    {
        PartnershipFormed e => new(id, e.ConvenedBy.Value, null, new(Capacity.PartnershipLead, null, e.PartnershipId, e.OccurredOn, null)),
        LeadAppointed { Role: LeadRole.Lead or LeadRole.Deputy or LeadRole.ReviewLead } e =>
            new(id, e.PersonId.Value, null, new(Capacity.PartnershipLead, null, e.PartnershipId, e.From, e.To)),
        SchoolLeaderAppointed e => new(id, e.PersonId.Value, e.Succeeds?.Value, new(e.Capacity, e.Urn, null, e.OccurredOn, null)),
        CapacityGranted e => new(id, e.PersonId.Value, null, new(e.Capacity, null, null, e.OccurredOn, null)),
        _ => null,
    };

    /// <summary>Every capacity the ledger knows the person to hold or to have held; one round trip, by index.</summary>
    public static async Task<IReadOnlyList<HeldCapacity>> HeldByAsync(IQuerySession session, PersonId person, CancellationToken token) =>
        HeldBy(person, await session.Query<Appointment>().Where(appointment => appointment.Person == person.Value || appointment.Succeeds == person.Value).ToListAsync(token));

    /// <summary>What the appointments give the person; one at a school ends the day before somebody succeeds them in it.</summary>
    public static IReadOnlyList<HeldCapacity> HeldBy(PersonId person, IReadOnlyList<Appointment> appointments)
    {
        var handovers = appointments.Where(appointment => appointment.Succeeds == person.Value && appointment.Person != person.Value).Select(appointment => appointment.Held).ToList();
        return [.. appointments.Where(appointment => appointment.Person == person.Value).Select(appointment => appointment.Held)
            .Select(held => handovers.Where(next => next.Urn == held.Urn && next.Capacity == held.Capacity && next.From > held.From).MinBy(next => next.From) is { } ended
                ? held with { To = ended.From.AddDays(-1) } : held)];
    }
}

public sealed partial class AppointmentProjection : EventProjection
{
    public AppointmentProjection()
    {
        Name = "Appointment";
        Options.DeleteViewTypeOnTeardown<Appointment>();
        IncludeType<PartnershipFormed>();
        IncludeType<LeadAppointed>();
        IncludeType<SchoolLeaderAppointed>();
        IncludeType<CapacityGranted>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (Appointment.Of(e.Id, e.Data) is { } appointment) operations.Store(appointment);
        return ValueTask.CompletedTask;
    }
}
