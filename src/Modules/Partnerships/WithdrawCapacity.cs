using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A data steward records that somebody no longer acts in a granted capacity, their own or another's: roles change, and a right must not outlive its role.</summary>
public sealed record WithdrawCapacity(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn, Quadrant? Quadrant = null, Urn? Urn = null) : ICommand
{
    public Objection? Objection(GrantedCapacity? granted, Acting acting) =>
        !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards")
        : granted is not { WithdrawnFrom: null } ? Contracts.Objection.Malformed("capacity", "No grant of that capacity to this person is in force.")
        : OccurredOn < granted.From ? Contracts.Objection.Malformed("occurredOn", $"It was granted from {granted.From:d MMMM yyyy}; it ends on that day or later.")
        : null;

    public CapacityWithdrawn Decide() => new(PersonId, Capacity, OccurredOn, Quadrant, Urn);
}

public static class WithdrawCapacityEndpoint
{
    public static Task<GrantedCapacity?> LoadAsync(WithdrawCapacity command, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<GrantedCapacity>(command.PersonId.CapacityStream(command.Capacity, command.Quadrant, command.Urn), token: token);

    public static Objection? Validate(WithdrawCapacity command, GrantedCapacity? granted, Acting acting) => command.Objection(granted, acting);

    [WolverinePost("/api/v1/capacities/withdrawals")]
    public static Recorded Post(WithdrawCapacity command, GrantedCapacity granted, IDocumentSession session)
    {
        session.Events.Append(granted.Id, granted.Version + 1, command.Decide());
        return new(granted.Version + 1);
    }
}
