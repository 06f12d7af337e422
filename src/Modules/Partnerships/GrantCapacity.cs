using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A data steward records that somebody analyses, audits, facilitates or sits on the board: rights come from facts, never from a token's claims. A quadrant is chaired one by one,
/// and a trust or diocese is spoken for school by school.</summary>
public sealed record GrantCapacity(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn, Quadrant? Quadrant = null, Urn? Urn = null) : ICommand
{
    public Objection? Objection(GrantedCapacity? granted, Acting acting) =>
        !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards")
        : acting.Person == PersonId ? new("SoD-5", "Nobody grants themselves a capacity.", "personId")
        : Capacity is Capacity.PartnershipLead or Capacity.Headteacher or Capacity.ChairOfGovernors or Capacity.System
            ? Contracts.Objection.Malformed("capacity", "That capacity comes from a school, a partnership or the service itself.")
        : Capacity == Capacity.QuadrantChair != Quadrant is not null
            ? Contracts.Objection.Malformed("quadrant", "A quadrant is named for the chair of its partnerships, and for nobody else.")
        : Capacity == Capacity.TrustOrDioceseRepresentative != Urn is not null
            ? Contracts.Objection.Malformed("urn", "A school is named for whoever speaks for its trust or diocese, and for nobody else.")
        : granted is { WithdrawnFrom: null } ? Contracts.Objection.Malformed("capacity", "This person holds that capacity already.")
        : granted?.WithdrawnFrom >= OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It was withdrawn that day or later; it can be granted again from the day after.")
        : null;

    public CapacityGranted Decide() => new(PersonId, Capacity, OccurredOn, Quadrant, Urn);
}

public static class GrantCapacityEndpoint
{
    public static Task<GrantedCapacity?> LoadAsync(GrantCapacity command, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<GrantedCapacity>(command.PersonId.CapacityStream(command.Capacity, command.Quadrant, command.Urn), token: token);

    public static Objection? Validate(GrantCapacity command, GrantedCapacity? granted, Acting acting) => command.Objection(granted, acting);

    [WolverinePost("/api/v1/capacities")]
    public static Recorded Post(GrantCapacity command, GrantedCapacity? granted, IDocumentSession session)
    {
        var stream = command.PersonId.CapacityStream(command.Capacity, command.Quadrant, command.Urn);
        if (granted is null) session.Events.StartStream<Appointment>(stream, command.Decide());
        else session.Events.Append(stream, granted.Version + 1, command.Decide());
        return new((granted?.Version ?? 0) + 1);
    }
}
