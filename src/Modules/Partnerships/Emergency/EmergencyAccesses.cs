using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>Every emergency access to what one school holds sealed, and which of them its head has seen.</summary>
public sealed record EmergencyAccesses(Guid Id, Urn Urn, ImmutableList<EmergencyAccessTaken> Taken, ImmutableList<EmergencyAccessAcknowledged> Acknowledged)
{
    public int Version { get; init; }

    public static EmergencyAccesses Create(EmergencyAccessTaken fact) => new(fact.Urn.EmergencyStream(), fact.Urn, [fact], []);

    public EmergencyAccesses Apply(EmergencyAccessTaken fact) => this with { Taken = Taken.Add(fact) };

    public EmergencyAccesses Apply(EmergencyAccessAcknowledged fact) => this with { Acknowledged = Acknowledged.Add(fact) };

    public static Task<EmergencyAccesses?> OfAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<EmergencyAccesses>(urn.EmergencyStream(), token: token);
}
