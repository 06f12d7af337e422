using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

public static class AcknowledgeEmergencyAccessFormEndpoint
{
    public static async Task<(EmergencyAccesses?, Successions)> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        await AcknowledgeEmergencyAccessEndpoint.LoadAsync(urn, session, token);

    /// <summary>A second press of the button finds it acknowledged, which is what was wanted.</summary>
    public static Objection? Validate(Urn urn, EmergencyAccessId emergencyAccessId, [NotBody] EmergencyAccesses? accesses, [NotBody] Successions successions, Acting acting) =>
        Acknowledging(acting).Objection(emergencyAccessId, accesses, successions.LineOf(urn), acting) is { Status: not 400 } objection ? objection : null;

    /// <summary>The head says today that they have seen it.</summary>
    [WolverinePost("/schools/{urn}/emergency-access/{emergencyAccessId}/acknowledge")]
    public static IResult Post(
        Urn urn, EmergencyAccessId emergencyAccessId, [FromForm] string? sent, [NotBody] EmergencyAccesses accesses, [NotBody] Successions successions, HttpContext http, Acting acting, IDocumentSession session)
    {
        var command = Acknowledging(acting);
        http.Features.Set<ICommand>(command);
        if (command.Objection(emergencyAccessId, accesses, successions.LineOf(urn), acting) is null)
            session.Events.Append(accesses.Id, accesses.Version + 1, command.Decide(emergencyAccessId, accesses));
        var own = successions.LineOf(urn).Last(school => acting.IsAt(school, Capacity.Headteacher));
        return TypedResults.LocalRedirect($"/schools/{own}/ledger?acknowledged=true#emergency-access");
    }

    private static AcknowledgeEmergencyAccess Acknowledging(Acting acting) => new(acting.Today);
}
