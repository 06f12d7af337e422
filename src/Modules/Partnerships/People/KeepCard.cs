using EssexImprovement.Contracts;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A person's name and how to reach them stand on one card outside the ledger, so that they can be erased and no fact ever names anybody.</summary>
public sealed record KeepCard(PersonalText Name, PersonalText? Email = null, PersonalText? Phone = null)
{
    public Objection? Objection(PersonId person, PersonCard? card, Acting acting) =>
        PersonCards.NotOf(person, acting) is { } notFor ? notFor
        : card?.ErasedOn is not null ? Contracts.Objection.Malformed("name", "This name was erased; it is not kept again.")
        : Trimmed(Name) is not { Value.Length: <= 120 } name || Unfit(name) ? Contracts.Objection.Malformed("name", "A name has 1 to 120 characters, on one line.")
        : Trimmed(Email) is { } email && (email.Value.Length > 254 || Unfit(email) || email.Value.Contains(' ', StringComparison.Ordinal) || email.Value.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
            ? Contracts.Objection.Malformed("email", "An email address looks like name@school.example.")
        : Trimmed(Phone) is { } phone && (phone.Value.Length > 30 || phone.Value.Any(c => !char.IsAsciiDigit(c) && !"+-() ".Contains(c, StringComparison.Ordinal)))
            ? Contracts.Objection.Malformed("phone", "A telephone number has digits, spaces, + - and brackets, at most 30 in all.")
        : null;

    public PersonCard Decide(PersonId person) => new(person.Value, Trimmed(Name), Trimmed(Email), Trimmed(Phone), null);

    private static PersonalText? Trimmed(PersonalText? text) => text?.Value?.Trim() is { Length: > 0 } left ? new(left) : null;

    private static bool Unfit(PersonalText text) => text.Value.Any(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}

public static class PersonCards
{
    /// <summary>A card is kept and erased by the person themself or a data steward; others learn nothing of it, and auditors read it.</summary>
    public static Objection? NotOf(PersonId person, Acting acting) =>
        acting.Person == person || acting.Is(Capacity.DataSteward) ? null
        : acting.Is(Capacity.Auditor) ? Objection.LacksCapacity("the person themself and data stewards") : Objection.Unknown();
}

/// <summary>What keeping a card answers: whose it is, and never what is on it.</summary>
public sealed record CardKept(PersonId PersonId);

public static class KeepCardEndpoint
{
    public static Task<PersonCard?> LoadAsync(PersonId personId, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(personId.Value, token);

    public static Objection? Validate(KeepCard command, PersonId personId, PersonCard? card, Acting acting) => command.Objection(personId, card, acting);

    /// <summary>A data steward keeps somebody's name and how to reach them, outside the ledger, where they can be erased. The whole card is replaced.</summary>
    [WolverinePost("/api/v1/people/{personId}")]
    public static CardKept Post(KeepCard command, PersonId personId, IDocumentSession session)
    {
        session.Store(command.Decide(personId));
        return new(personId);
    }
}

public static class KeepMyCardEndpoint
{
    public static Task<PersonCard?> LoadAsync(Acting acting, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(acting.Person.Value, token);

    public static Objection? Validate(KeepCard command, PersonCard? card, Acting acting) => command.Objection(acting.Person, card, acting);

    /// <summary>You keep your own name and how to reach you, outside the ledger, where you can erase them. The whole card is replaced.</summary>
    [WolverinePost("/api/v1/me/card")]
    public static CardKept Post(KeepCard command, Acting acting, IDocumentSession session)
    {
        session.Store(command.Decide(acting.Person));
        return new(acting.Person);
    }
}
