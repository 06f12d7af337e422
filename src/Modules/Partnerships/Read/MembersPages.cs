using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Who belonged and who acted on a day, for its page.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="Shown">Its members on the day.</param>
/// <param name="Posts">What appointments gave on that day at the partnership and its schools.</param>
/// <param name="People">Everybody on the page, as far as this reader may know who they are.</param>
/// <param name="Names">What the register calls the schools that belong or belonged.</param>
public sealed record MembersView(Partnership Partnership, MembersOn Shown, IReadOnlyList<Appointment> Posts, PeopleShown People, IReadOnlyDictionary<Urn, string> Names)
{
    public IReadOnlyList<Lead> Leads => Partnership.Leads.FindAll(lead => lead.On(Shown.On));

    public IReadOnlyList<(PeerGroup Group, IReadOnlyList<Urn> Schools)> PeerGroups => [.. Partnership.PeerGroups.Select(group => (group, group.On(Shown.On, Partnership.Members))).Where(group => group.Item2.Count > 0)];

    public string NameOf(Urn urn) => Names.GetValueOrDefault(urn) ?? $"School {urn}";

    /// <summary>Who holds a post: their name, "in post" where this reader may not know it.</summary>
    public string NameOf(PersonId person) => People[person] is { IsTold: true } told ? told.InWords() : "in post";

    /// <summary>Who headed or chaired a school on the day; "not recorded" when the ledger knew nobody.</summary>
    public string HolderOf(Urn urn, Capacity capacity) =>
        Posts.Where(post => post.Held.Urn == urn && post.Held.Capacity == capacity).Select(post => NameOf(new PersonId(post.Person))).Distinct().ToList() is { Count: > 0 } names ? string.Join("; ", names) : "not recorded";

    public static async Task<MembersView> ReadAsync(IQuerySession session, Partnership partnership, DateOnly day, IPeople people, Acting acting, CancellationToken token)
    {
        var (items, _) = await MembersOn.ReadAsync(partnership, day, null, 1000, session, token);
        var posts = (await CapacitiesIn.AtAsync(session, partnership.Id, items.Select(member => member.Urn), token)).Where(post => post.Held.HeldOn(day)).ToList();
        PersonId[] named = [.. posts.Select(post => new PersonId(post.Person)), .. partnership.Leads.Select(lead => lead.PersonId)];
        return new(partnership, new(day, items, null), posts, await people.ShowAsync(named, [partnership.Id], acting, token), await partnership.NamesOfMembersAsync(session, token));
    }
}

public static class MembersPageEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Who belongs on a day (today unless told), who leads, heads and chairs, who has given notice, who came after whom, and the peer groups.</summary>
    [WolverineGet("/partnerships/{partnershipId}/members")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, DateOnly? on, IQuerySession session, IPeople people, Acting acting, CancellationToken token) =>
        new RazorComponentResult<MembersPage>(new { View = await MembersView.ReadAsync(session, partnership, on ?? acting.Today, people, acting, token) });
}
