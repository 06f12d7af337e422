using EssexImprovement.Contracts;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>What the people register holds about somebody.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name; null when none is kept.</param>
/// <param name="Email">For the person themself and data stewards.</param>
/// <param name="Phone">For the person themself and data stewards.</param>
/// <param name="ErasedOn">The day it was erased; null while it was not.</param>
public sealed record PersonOnCard(PersonId PersonId, PersonalText? Name, PersonalText? Email, PersonalText? Phone, DateOnly? ErasedOn)
{
    public static PersonOnCard Of(PersonId person, PersonCard? card, Acting acting) => PersonCards.NotOf(person, acting) is null
        ? new(person, card?.Name, card?.Email, card?.Phone, card?.ErasedOn) : new(person, card?.Name, null, null, card?.ErasedOn);
}

public static class ReadPersonEndpoint
{
    public static Objection? Validate(PersonId personId, Acting acting) =>
        acting.Person == personId || acting.Is(Capacity.DataSteward, Capacity.Auditor) ? null : Objection.Unknown();

    /// <summary>What the people register holds about somebody: for that person and data stewards; for auditors the name alone. Nobody is told whether a pseudonym is anybody's.</summary>
    [WolverineGet("/api/v1/people/{personId}")]
    public static async Task<PersonOnCard> Get(PersonId personId, IQuerySession session, Acting acting, CancellationToken token) =>
        PersonOnCard.Of(personId, await session.LoadAsync<PersonCard>(personId.Value, token), acting);
}
