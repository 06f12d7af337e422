using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>The head of a school says that they have seen that somebody opened what it holds sealed; until then their start page begins with it.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record AcknowledgeEmergencyAccess(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(EmergencyAccessId id, EmergencyAccesses? accesses, IReadOnlyList<Urn> line, Acting acting) =>
        accesses?.Taken.Find(taken => taken.EmergencyAccessId == id) is not { } access || !MayKnow(access, line, acting) ? Contracts.Objection.Unknown("emergencyAccessId")
        : !line.Any(urn => acting.IsAt(urn, Capacity.Headteacher)) ? Contracts.Objection.LacksCapacity("the head of the school")
        : accesses.Acknowledged.Exists(seen => seen.EmergencyAccessId == id) ? Contracts.Objection.Malformed("emergencyAccessId", "This is acknowledged already.")
        : OccurredOn < access.OccurredOn ? Contracts.Objection.Malformed("occurredOn", $"It was opened on {access.OccurredOn:d MMMM yyyy}; this is before that.")
        : null;

    public EmergencyAccessAcknowledged Decide(EmergencyAccessId id, EmergencyAccesses accesses) => new(id, accesses.Urn, OccurredOn);

    private static bool MayKnow(EmergencyAccessTaken access, IReadOnlyList<Urn> line, Acting acting) =>
        acting.Person == access.PersonId || acting.Is(Capacity.Auditor) || line.Any(urn => acting.IsAt(urn, Capacity.Headteacher, Capacity.ChairOfGovernors));
}

public static class AcknowledgeEmergencyAccessEndpoint
{
    public static async Task<(EmergencyAccesses?, Successions)> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        (await EmergencyAccesses.OfAsync(urn, session, token), await Successions.ReadAsync(session, token));

    public static Objection? Validate(AcknowledgeEmergencyAccess command, Urn urn, EmergencyAccessId emergencyAccessId, EmergencyAccesses? accesses, Successions successions, Acting acting) =>
        command.Objection(emergencyAccessId, accesses, successions.LineOf(urn), acting);

    [WolverinePost("/api/v1/schools/{urn}/emergency-access/{emergencyAccessId}/acknowledgement")]
    public static Recorded Post(AcknowledgeEmergencyAccess command, EmergencyAccessId emergencyAccessId, EmergencyAccesses accesses, IDocumentSession session)
    {
        session.Events.Append(accesses.Id, accesses.Version + 1, command.Decide(emergencyAccessId, accesses));
        return new(accesses.Version + 1);
    }
}
