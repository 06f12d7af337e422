using EssexImprovement.Contracts;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>Who the token says you are, and in which capacities the ledger knows you today.</summary>
public sealed record Me(PersonId PersonId, IReadOnlyList<HeldCapacity> Capacities);

public static class ReadMeEndpoint
{
    /// <summary>Your own identity and capacities: the PersonId others need to appoint you, propose you or record your signature.</summary>
    [WolverineGet("/api/v1/me")]
    public static Me Get(Acting acting) => new(acting.Person, [.. acting.Held.Where(held => held.HeldOn(acting.Today))]);
}
