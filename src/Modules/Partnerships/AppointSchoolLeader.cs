using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A data steward records who heads a school or chairs its governors, so that what only they may do can be told apart from what anybody says.</summary>
public sealed record AppointSchoolLeader(PersonId PersonId, Capacity Capacity, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Urn urn, IReadOnlyList<RegisteredSchool> schools, SchoolLeadership? leadership, Acting acting) =>
        !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards")
        : acting.Person == PersonId ? new("SoD-5", "Nobody grants themselves a capacity.", "personId")
        : Capacity is not (Capacity.Headteacher or Capacity.ChairOfGovernors) ? Contracts.Objection.Malformed("capacity", "A school's leaders are its headteacher and its chair of governors.")
        : schools.NotOpenOn(OccurredOn, [urn], "urn") is { } closed ? closed
        : leadership?.Leaders.Any(leader => leader.Capacity == Capacity && (leader.From >= OccurredOn || leader.To >= OccurredOn)) == true
            ? Contracts.Objection.Malformed("occurredOn", "Somebody was appointed to this post, or left it, on that day or later.")
        : leadership?.Holder(Capacity == Capacity.Headteacher ? Capacity.ChairOfGovernors : Capacity.Headteacher, OccurredOn) == PersonId
            ? Contracts.Objection.Malformed("personId", "Whoever heads a school does not chair its governors: each signs beside the other.")
        : leadership?.Holder(Capacity, OccurredOn) == PersonId ? Contracts.Objection.Malformed("personId", "This person holds the post already.")
        : null;

    public SchoolLeaderAppointed Decide(Urn urn, SchoolLeadership? leadership) => new(urn, PersonId, Capacity, leadership?.Holder(Capacity, OccurredOn), OccurredOn);
}

public static class AppointSchoolLeaderEndpoint
{
    public static async Task<(IReadOnlyList<RegisteredSchool>, SchoolLeadership?)> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        (await RegisteredSchool.AllAsync(session, [urn], token), await session.Events.AggregateStreamAsync<SchoolLeadership>(urn.LeadershipStream(), token: token));

    public static Objection? Validate(AppointSchoolLeader command, Urn urn, IReadOnlyList<RegisteredSchool> schools, SchoolLeadership? leadership, Acting acting) =>
        command.Objection(urn, schools, leadership, acting);

    [WolverinePost("/api/v1/schools/{urn}/leaders")]
    public static Recorded Post(AppointSchoolLeader command, Urn urn, SchoolLeadership? leadership, IDocumentSession session)
    {
        var fact = command.Decide(urn, leadership);
        if (leadership is null) session.Events.StartStream<SchoolLeadership>(urn.LeadershipStream(), fact);
        else session.Events.Append(urn.LeadershipStream(), leadership.Version + 1, fact);
        return new((leadership?.Version ?? 0) + 1);
    }
}
