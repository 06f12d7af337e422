using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.Partnerships;

/// <summary>A data steward records that somebody analyses, audits, facilitates or sits on the board: rights come from facts, never from a token's claims.</summary>
public sealed record GrantCapacity(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(IReadOnlyList<HeldCapacity> holds, Acting acting) =>
        !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards")
        : acting.Person == PersonId ? new("SoD-5", "Nobody grants themselves a capacity.", "personId")
        : Capacity is Capacity.PartnershipLead or Capacity.Headteacher or Capacity.ChairOfGovernors or Capacity.System
            ? Contracts.Objection.Malformed("capacity", "That capacity comes from a school, a partnership or the service itself.")
        : holds.Any(held => held.Capacity == Capacity && held.HeldOn(OccurredOn))
            ? Contracts.Objection.Malformed("capacity", "This person holds that capacity already.")
        : null;

    public CapacityGranted Decide() => new(PersonId, Capacity, OccurredOn);
}

public static class GrantCapacityEndpoint
{
    public static Task<IReadOnlyList<HeldCapacity>> LoadAsync(GrantCapacity command, IQuerySession session, CancellationToken token) =>
        Appointment.HeldByAsync(session, command.PersonId, token);

    public static Objection? Validate(GrantCapacity command, IReadOnlyList<HeldCapacity> holds, Acting acting) => command.Objection(holds, acting);

    [WolverinePost("/api/v1/capacities")]
    public static (Recorded, IStartStream) Post(GrantCapacity command) =>
        (new(1), MartenOps.StartStream<Appointment>(command.PersonId.CapacityStream(command.Capacity), command.Decide()));
}
