using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A person's name and contact details are erased for good, by themself or a data steward, because a name is theirs; every fact and count stays and reads "former member".</summary>
public sealed record ErasePerson(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PersonId person, PersonCard? card, Acting acting) =>
        PersonCards.NotOf(person, acting) ?? 
        (card?.ErasedOn is not null ? Contracts.Objection.Malformed("personId", "This name was erased already.")
        : OccurredOn != acting.Today ? Contracts.Objection.Malformed("occurredOn", "A name is erased on the day it is recorded.")
        : null);

    public PersonErased Decide(PersonId person) => new(person, OccurredOn);

    /// <summary>The card goes and the fact comes, in one transaction.</summary>
    public Recorded Record(PersonId person, IDocumentSession session)
    {
        session.Store(PersonCard.Erased(person, OccurredOn));
        session.Events.StartStream<PersonCard>(person.ErasureStream(), Decide(person));
        return new(1);
    }
}

public static class ErasePersonEndpoint
{
    public static Task<PersonCard?> LoadAsync(PersonId personId, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(personId.Value, token);

    public static Objection? Validate(ErasePerson command, PersonId personId, PersonCard? card, Acting acting) => command.Objection(personId, card, acting);

    [WolverinePost("/api/v1/people/{personId}/erasure")]
    public static Recorded Post(ErasePerson command, PersonId personId, IDocumentSession session) => command.Record(personId, session);
}
