using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Linq.MatchesSql;

namespace EssexImprovement.Partnerships;

/// <summary>Shows who people are to whoever may know it.</summary>
public sealed class People(IDocumentStore store) : IPeople
{
    public async Task<PeopleShown> ShowAsync(IReadOnlyCollection<PersonId> people, IReadOnlyCollection<PartnershipId> partnerships, Acting acting, CancellationToken token)
    {
        var ids = people.Select(person => person.Value).Distinct().ToArray();
        if (ids.Length == 0) return new([]);
        var places = partnerships.Select(partnership => partnership.Value).Distinct().ToArray();
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var asked = batch.Query<PersonCard>().Where(card => card.Id.IsOneOf(ids)).ToList();
        var posts = batch.Query<Appointment>().Where(appointment => appointment.Person.IsOneOf(ids)).ToList();
        var found = batch.Query<Partnership>().Where(partnership => partnership.MatchesSql("d.id = any(?)", places)).ToList();
        await batch.Execute(token);

        var (cards, appointments) = (await asked, await posts);
        var sees = Rule(await found, appointments, acting);
        return new(ids.Select(id => (Person: new PersonId(id), Card: cards.FirstOrDefault(card => card.Id == id)))
            .Select(one => sees(one.Person) ? new PersonShown(one.Person, one.Card?.Name, one.Card?.ErasedOn is not null) : new(one.Person, null, false)));
    }

    private static Func<PersonId, bool> Rule(IReadOnlyList<Partnership> partnerships, IReadOnlyList<Appointment> appointments, Acting acting)
    {
        if (acting.Is(Capacity.DataSteward, Capacity.Auditor)) return _ => true;
        var open = partnerships.Where(partnership => acting.Leads(partnership.Id)
            || partnership.Members.MayKnow(acting.Today).Any(urn => acting.IsAt(urn, Capacity.Headteacher, Capacity.ChairOfGovernors)));
        var places = open.SelectMany(partnership => partnership.Members.Select(member => member.Urn.LeadershipStream()).Append(partnership.Id.Value)).ToHashSet();
        return person => person == acting.Person || appointments.Any(post => post.Person == person.Value && places.Contains(post.Place));
    }
}
