using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A data steward records that a head or chair has left before a successor is known, so that nobody goes on acting for a school they no longer lead.</summary>
public sealed record EndSchoolLeadership(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(SchoolLeadership? leadership, Acting acting) =>
        !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards")
        : leadership?.Leaders.LastOrDefault(leader => leader.Capacity == Capacity) is not { To: null } leader || leader.PersonId != PersonId
            ? Contracts.Objection.Malformed("personId", "This person is not the last known to hold that post.")
        : OccurredOn < leader.From ? Contracts.Objection.Malformed("occurredOn", $"They took up the post on {leader.From:d MMMM yyyy}; the last day is that day or later.")
        : null;

    public SchoolLeaderLeft Decide(Urn urn) => new(urn, PersonId, Capacity, OccurredOn);
}

public static class EndSchoolLeadershipEndpoint
{
    public static Task<SchoolLeadership?> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<SchoolLeadership>(urn.LeadershipStream(), token: token);

    public static Objection? Validate(EndSchoolLeadership command, SchoolLeadership? leadership, Acting acting) => command.Objection(leadership, acting);

    [WolverinePost("/api/v1/schools/{urn}/leaders/departures")]
    public static Recorded Post(EndSchoolLeadership command, Urn urn, SchoolLeadership leadership, IDocumentSession session)
    {
        session.Events.Append(leadership.Id, leadership.Version + 1, command.Decide(urn));
        return new(leadership.Version + 1);
    }
}
