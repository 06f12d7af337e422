using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>An auditor or data steward opens what a school holds sealed, for a reason, for three hours at most, and never unseen: it stands in the school's ledger at once.</summary>
public sealed record TakeEmergencyAccess(ConfidentialText Reason, int Minutes, DateOnly OccurredOn) : ICommand
{
    public const int ShortestReason = 50, LongestReason = 2000, MostMinutes = 180;

    /// <param name="urn">The school.</param>
    /// <param name="known">True when the register knows it.</param>
    /// <param name="line">The school and those that came after it.</param>
    /// <param name="acting">Who asks.</param>
    public Objection? Objection(Urn urn, bool known, IReadOnlyList<Urn> line, Acting acting) =>
        !acting.Is(Capacity.Auditor, Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("auditors and data stewards")
        : !known ? Contracts.Objection.Unknown("urn")
        : line.Any(own => acting.TiedTo(own, acting.Today, Capacity.Headteacher))
            ? Contracts.Objection.LacksCapacity("auditors and data stewards who do not head the school")
        : Reason.Length is < ShortestReason or > LongestReason ? Contracts.Objection.Malformed("reason", $"The reason has {ShortestReason} to {LongestReason} characters; the head of the school reads it.")
        : Minutes is < 1 or > MostMinutes ? Contracts.Objection.Malformed("minutes", $"Emergency access lasts 1 to {MostMinutes} minutes.")
        : OccurredOn != acting.Today ? Contracts.Objection.Malformed("occurredOn", "Emergency access begins when it is recorded, today.")
        : acting.Emergencies.Any(access => access.Urn == urn) ? Contracts.Objection.Malformed("urn", "An emergency access of yours to this school is still open.")
        : null;

    public EmergencyAccessTaken Decide(EmergencyAccessId id, Urn urn, Acting acting) =>
        new(id, urn, acting.Person, acting.Is(Capacity.Auditor) ? Capacity.Auditor : Capacity.DataSteward, Reason, Minutes, OccurredOn);
}

public static class TakeEmergencyAccessEndpoint
{
    /// <summary>What is open is asked after the version to append to, not when the request came: of two requests at once, the later finds the earlier open or loses the race for the version.</summary>
    public static async Task<(RegisteredSchool?, EmergencyAccesses?, IReadOnlyList<EmergencyAccess>, Successions)> LoadAsync(
        Urn urn, Acting acting, IQuerySession session, TimeProvider clock, CancellationToken token)
    {
        var accesses = await EmergencyAccesses.OfAsync(urn, session, token);
        return (await RegisteredSchool.AllAsync(session, [urn], token) is [var school] ? school : null, accesses, await EmergencyOpening.OpenToAsync(session, acting.Person, clock.GetUtcNow(), token),
            await Successions.ReadAsync(session, token));
    }

    public static Objection? Validate(
        TakeEmergencyAccess command, Urn urn, RegisteredSchool? school, IReadOnlyList<EmergencyAccess> open, Successions successions, Acting acting) =>
        command.Objection(urn, school is not null, successions.LineOf(urn), acting with { Emergencies = open });

    [WolverinePost("/api/v1/schools/{urn}/emergency-access")]
    public static Created<Begun<EmergencyAccessId>> Post(TakeEmergencyAccess command, Urn urn, EmergencyAccesses? accesses, Acting acting, IDocumentSession session)
    {
        var fact = command.Decide(EmergencyAccessId.New(), urn, acting);
        if (accesses is null) session.Events.StartStream<EmergencyAccesses>(urn.EmergencyStream(), fact);
        else session.Events.Append(accesses.Id, accesses.Version + 1, fact);
        return TypedResults.Created($"/api/v1/ledger/host/{urn}", new Begun<EmergencyAccessId>(fact.EmergencyAccessId));
    }
}
