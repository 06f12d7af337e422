using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A capacity with its place in words.</summary>
public sealed record CapacityLine(HeldCapacity Held, string Where);

/// <summary>What stands in the form of a card.</summary>
public sealed record TypedCard(string? Name, string? Email, string? Phone);

/// <summary>The pages about one person, for that person and for data stewards.</summary>
public static class PersonPages
{
    public static async Task<IResult> ShowAsync(
        PersonId person, PersonCard? card, IQuerySession session, Acting acting, bool saved, CancellationToken token, TypedCard? typed = null, Objection? objection = null) =>
        new RazorComponentResult<PersonPage>(new
        {
            Person = PersonOnCard.Of(person, card, acting), Lines = await LinesAsync(person, session, token), Mine = acting.Person == person, Saved = saved,
            Typed = typed ?? new(card?.Name?.Value, card?.Email?.Value, card?.Phone?.Value), Errors = Errors(objection),
        }) { StatusCode = objection?.Status ?? 200 };

    public static async Task<IResult> KeepAsync(PersonId person, TypedCard typed, PersonCard? card, IDocumentSession session, Acting acting, string address, CancellationToken token)
    {
        var command = new KeepCard(new(typed.Name ?? ""), typed.Email is { } email ? new(email) : null, typed.Phone is { } phone ? new(phone) : null);
        if (command.Objection(person, card, acting) is { } objection) return await ShowAsync(person, card, session, acting, false, token, typed, objection);
        session.Store(command.Decide(person));
        return TypedResults.LocalRedirect($"{address}?saved=true");
    }

    /// <summary>A second press of the button finds the name erased, which is what was wanted.</summary>
    public static IResult Erase(PersonId person, string? confirmed, PersonCard? card, IDocumentSession session, Acting acting, string address)
    {
        var command = new ErasePerson(acting.Today);
        if (confirmed is not null && command.Objection(person, card, acting) is null) command.Record(person, session);
        return TypedResults.LocalRedirect(address);
    }

    public static RazorComponentResult AskBeforeErasing(PersonId person, Acting acting, string address) =>
        new RazorComponentResult<ErasePersonPage>(new { Address = address, Mine = acting.Person == person });

    private static FieldError[] Errors(Objection? objection) => objection is null ? [] : [new(objection.Field, objection.Detail)];

    private static async Task<IReadOnlyList<CapacityLine>> LinesAsync(PersonId person, IQuerySession session, CancellationToken token)
    {
        var held = await Appointment.HeldByAsync(session, person, token);
        var ids = held.Select(one => one.PartnershipId?.Value).OfType<Guid>().ToArray();
        var partnerships = ids.Length == 0 ? [] : await session.Query<Partnership>().Where(partnership => partnership.MatchesSql("d.id = any(?)", ids)).ToListAsync(token);
        var schools = await RegisteredSchool.AllAsync(session, held.Select(one => one.Urn).OfType<Urn>(), token);
        return [.. held.Where(one => !(one.To < one.From)).OrderByDescending(one => one.From).Select(one => new CapacityLine(one,
            one.PartnershipId is { } id ? partnerships.FirstOrDefault(partnership => partnership.Id == id)?.Name ?? $"partnership {id}"
            : one.Urn is { } urn ? $"{schools.FirstOrDefault(school => school.Urn == urn)?.Name ?? "school"} ({urn})"
            : one.Quadrant is { } quadrant ? $"quadrant {Words.Of(quadrant)}" : "everywhere"))];
    }
}

public static class MyPageEndpoint
{
    /// <summary>Your name, how to reach you, and what you may do where.</summary>
    [WolverineGet("/me")]
    public static async Task<IResult> Get(bool? saved, IQuerySession session, Acting acting, CancellationToken token) =>
        await PersonPages.ShowAsync(acting.Person, await session.LoadAsync<PersonCard>(acting.Person.Value, token), session, acting, saved == true, token);

    /// <summary>Asks before your name is erased.</summary>
    [WolverineGet("/me/erasure")]
    public static RazorComponentResult Ask(Acting acting) => PersonPages.AskBeforeErasing(acting.Person, acting, "/me");
}

public static class MyFormEndpoint
{
    public static Task<PersonCard?> LoadAsync(Acting acting, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(acting.Person.Value, token);

    /// <summary>Keeps your own card.</summary>
    [WolverinePost("/me")]
    public static Task<IResult> Post(
        [FromForm] string? name, [FromForm] string? email, [FromForm] string? phone, [NotBody] PersonCard? card, IDocumentSession session, Acting acting, CancellationToken token) =>
        PersonPages.KeepAsync(acting.Person, new(name, email, phone), card, session, acting, "/me", token);
}

public static class MyErasureFormEndpoint
{
    public static Task<PersonCard?> LoadAsync(Acting acting, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(acting.Person.Value, token);

    /// <summary>Erases your own card.</summary>
    [WolverinePost("/me/erasure")]
    public static IResult Post([FromForm] string? confirmed, [NotBody] PersonCard? card, IDocumentSession session, Acting acting) => PersonPages.Erase(acting.Person, confirmed, card, session, acting, "/me");
}

public static class PersonPageEndpoint
{
    public static Objection? Validate(PersonId personId, Acting acting) => PersonCards.NotOf(personId, acting);

    /// <summary>A person's card and capacities, for data stewards.</summary>
    [WolverineGet("/people/{personId}")]
    public static async Task<IResult> Get(PersonId personId, bool? saved, IQuerySession session, Acting acting, CancellationToken token) =>
        await PersonPages.ShowAsync(personId, await session.LoadAsync<PersonCard>(personId.Value, token), session, acting, saved == true, token);

    /// <summary>Asks before a name is erased.</summary>
    [WolverineGet("/people/{personId}/erasure")]
    public static RazorComponentResult Ask(PersonId personId, Acting acting) => PersonPages.AskBeforeErasing(personId, acting, $"/people/{personId}");
}

public static class PersonFormEndpoint
{
    public static Task<PersonCard?> LoadAsync(PersonId personId, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(personId.Value, token);

    public static Objection? Validate(PersonId personId, Acting acting) => PersonCards.NotOf(personId, acting);

    /// <summary>A data steward keeps somebody's card.</summary>
    [WolverinePost("/people/{personId}")]
    public static Task<IResult> Post(
        PersonId personId, [FromForm] string? name, [FromForm] string? email, [FromForm] string? phone, [NotBody] PersonCard? card, IDocumentSession session, Acting acting, CancellationToken token) =>
        PersonPages.KeepAsync(personId, new(name, email, phone), card, session, acting, $"/people/{personId}", token);
}

public static class PersonErasureFormEndpoint
{
    public static Task<PersonCard?> LoadAsync(PersonId personId, IDocumentSession session, CancellationToken token) => session.LoadAsync<PersonCard>(personId.Value, token);

    public static Objection? Validate(PersonId personId, Acting acting) => PersonCards.NotOf(personId, acting);

    /// <summary>A data steward erases somebody's card.</summary>
    [WolverinePost("/people/{personId}/erasure")]
    public static IResult Post(PersonId personId, [FromForm] string? confirmed, [NotBody] PersonCard? card, IDocumentSession session, Acting acting) =>
        PersonPages.Erase(personId, confirmed, card, session, acting, $"/people/{personId}");
}
