using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who headed one school, each until the next was appointed or they left: who may invite a review (IMP-1).</summary>
public sealed record HeadsOfSchool(Guid Id, ImmutableList<SchoolLeaderAppointed> Leaders, ImmutableList<SchoolLeaderLeft> Left)
{
    public static HeadsOfSchool Create(SchoolLeaderAppointed fact) => new(fact.Urn.LeadershipStream(), [fact], []);

    public HeadsOfSchool Apply(SchoolLeaderAppointed fact) => this with { Leaders = Leaders.Add(fact) };

    public HeadsOfSchool Apply(SchoolLeaderLeft fact) => this with { Left = Left.Add(fact) };

    /// <summary>Who heads each of the schools on the day, in one round trip; a school without a head is left out.</summary>
    public static async Task<IReadOnlyDictionary<Urn, PersonId>> OnAsync(IReadOnlyCollection<Urn> urns, DateOnly day, IQuerySession session, CancellationToken token) =>
        (await AllAsync(urns, session, token)).HeadsOn(urns, day);

    /// <summary>Who headed each of the schools, in one round trip; a school that nobody ever headed is left out.</summary>
    public static async Task<IReadOnlyList<HeadsOfSchool>> AllAsync(IEnumerable<Urn> urns, IQuerySession session, CancellationToken token)
    {
        Guid[] ids = [.. urns.Select(urn => urn.LeadershipStream())];
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(ids) && e.EventTypesAre(typeof(SchoolLeaderAppointed), typeof(SchoolLeaderLeft))).OrderBy(e => e.Sequence).ToListAsync(token);
        return [.. facts.GroupBy(e => e.StreamId).Select(school => school.Aggregate(new HeadsOfSchool(school.Key, [], []), (heads, e) => e.Data switch
        {
            SchoolLeaderAppointed appointed => heads.Apply(appointed),
            SchoolLeaderLeft left => heads.Apply(left),
            _ => heads,
        }))];
    }

    public PersonId? HeadOn(DateOnly day) => LeaderOn(Capacity.Headteacher, day);

    /// <summary>True for the head and for the chair of governors on the day.</summary>
    public bool IsLedBy(PersonId person, DateOnly day) => LeaderOn(Capacity.Headteacher, day) == person || LeaderOn(Capacity.ChairOfGovernors, day) == person;

    private PersonId? LeaderOn(Capacity capacity, DateOnly day) =>
        Leaders.Where(leader => leader.Capacity == capacity && leader.OccurredOn <= day).MaxBy(leader => leader.OccurredOn) is { } last
        && !Left.Any(left => left.Capacity == last.Capacity && left.PersonId == last.PersonId && left.OccurredOn >= last.OccurredOn && left.OccurredOn < day) ? last.PersonId : null;
}

public static class HeadsOfSchools
{
    /// <summary>Who heads each of the schools on the day; a school without a head is left out.</summary>
    public static IReadOnlyDictionary<Urn, PersonId> HeadsOn(this IEnumerable<HeadsOfSchool> schools, IEnumerable<Urn> urns, DateOnly day)
    {
        var streams = urns.ToDictionary(urn => urn.LeadershipStream());
        return schools.Where(heads => heads.HeadOn(day) is not null).ToDictionary(heads => streams[heads.Id], heads => heads.HeadOn(day)!.Value);
    }

    /// <summary>True when the person heads a member school on the day and not the home named for them, or the school that took its place: distance is counted by homes.</summary>
    public static bool HeadsAnother(this IEnumerable<HeadsOfSchool> schools, PersonId person, Urn home, ReviewingPartnership partnership, DateOnly day)
    {
        var headed = schools.Where(school => school.HeadOn(day) == person).Select(school => school.Id).ToHashSet();
        return !headed.Contains(partnership.Members.InPlaceOf(home, day).LeadershipStream()) && partnership.MembersOn(day).Any(urn => headed.Contains(urn.LeadershipStream()));
    }
}
