using EssexImprovement.Contracts;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>Who the token says you are, and in which capacities the ledger knows you today.</summary>
/// <param name="PersonId">Your pseudonym.</param>
/// <param name="Capacities">What you hold today.</param>
/// <param name="EmergencyNotices">Emergency access to what your school holds sealed that you have not acknowledged, the latest first; for heads.</param>
/// <param name="OpenEmergencies">Emergency access of your own that is in force now.</param>
public sealed record Me(PersonId PersonId, IReadOnlyList<HeldCapacity> Capacities, IReadOnlyList<EmergencyNotice> EmergencyNotices, IReadOnlyList<EmergencyAccess> OpenEmergencies);

public static class ReadMeEndpoint
{
    /// <summary>Your own identity and capacities: the PersonId others need to appoint you, propose you or record your signature.</summary>
    [WolverineGet("/api/v1/me")]
    public static async Task<Me> Get(Acting acting, IQuerySession session, CancellationToken token) =>
        new(acting.Person, [.. acting.Held.Where(held => held.HeldOn(acting.Today))], await EmergencyNotice.ForAsync(session, acting, token), acting.Emergencies);
}
