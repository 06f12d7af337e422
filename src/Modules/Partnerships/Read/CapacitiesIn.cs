using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Who acts in which capacity in a partnership.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name, for whoever may see it.</param>
/// <param name="Erased">True when their name was erased.</param>
/// <param name="Capacity">The capacity.</param>
/// <param name="Role">The role it comes from, for whoever leads the partnership.</param>
/// <param name="Urn">The school, for its head or chair.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
public sealed record CapacityIn(PersonId PersonId, PersonalText? Name, bool Erased, Capacity Capacity, LeadRole? Role, Urn? Urn, DateOnly From, DateOnly? To);

/// <summary>Who may act in a partnership on a day: its leads, and the heads and chairs of the schools that were members on that day.</summary>
public sealed record CapacitiesIn(PartnershipId PartnershipId, DateOnly On, IReadOnlyList<CapacityIn> Capacities)
{
    /// <summary>What appointments give at the partnership and these schools, whenever; one round trip, by index.</summary>
    public static async Task<IReadOnlyList<Appointment>> AtAsync(IQuerySession session, PartnershipId partnership, IEnumerable<Urn> schools, CancellationToken token)
    {
        Guid[] places = [partnership.Value, .. schools.Select(urn => urn.LeadershipStream())];
        return Appointment.After(await session.Query<Appointment>().Where(appointment => appointment.Place.IsOneOf(places)).ToListAsync(token));
    }
}

public static class ReadCapacitiesInEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Who may act in this partnership in which capacity on a day (today unless told): its leads, and heads and chairs of the schools that were members on that day.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/capacities")]
    public static async Task<Results<Ok<CapacitiesIn>, Csv<CapacityIn>>> Get(
        [ReadModel] Partnership partnership, DateOnly? on, string? format, IQuerySession session, IPeople people, HttpContext http, Acting acting, CancellationToken token)
    {
        var day = on ?? acting.Today;
        var appointments = await CapacitiesIn.AtAsync(session, partnership.Id, partnership.MembersOn(day).Select(member => member.Urn), token);
        var held = appointments.Where(one => one.Held.HeldOn(day)).ToList();
        var shown = await people.ShowAsync([.. held.Select(one => new PersonId(one.Person))], [partnership.Id], acting, token);
        List<CapacityIn> lines =
        [
            .. from one in held
               orderby one.Held.Urn?.Value ?? 0, one.Held.Capacity, one.Role, one.Held.From
               let who = shown[new(one.Person)]
               select new CapacityIn(who.PersonId, who.Name, who.Erased, one.Held.Capacity, one.Role, one.Held.Urn, one.Held.From, one.Held.To),
        ];
        return http.Request.AsksForCsv(format) ? new Csv<CapacityIn>("capacities", lines) : TypedResults.Ok(new CapacitiesIn(partnership.Id, day, lines));
    }
}

/// <summary>Every capacity somebody holds or held.</summary>
public sealed record CapacitiesOf(PersonId PersonId, IReadOnlyList<HeldCapacity> Capacities);

public static class ReadCapacitiesOfEndpoint
{
    public static Objection? Validate(PersonId personId, Acting acting) =>
        acting.Person == personId || acting.Is(Capacity.Auditor, Capacity.DataSteward) ? null : Objection.Unknown();

    /// <summary>Every capacity somebody holds or held, ended ones included, or those of one day: for that person, auditors and data stewards. Nobody is told whether a person is known:
    /// one without capacities has none. With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/people/{personId}/capacities")]
    public static async Task<Results<Ok<CapacitiesOf>, Csv<HeldCapacity>>> Get(PersonId personId, DateOnly? on, string? format, IQuerySession session, HttpContext http, CancellationToken token)
    {
        List<HeldCapacity> held = [.. (await Appointment.HeldByAsync(session, personId, token)).Where(held => on is not { } day || held.HeldOn(day)).OrderBy(held => held.From).ThenBy(held => held.Capacity)];
        return http.Request.AsksForCsv(format) ? new Csv<HeldCapacity>("capacities", held) : TypedResults.Ok(new CapacitiesOf(personId, held));
    }
}
