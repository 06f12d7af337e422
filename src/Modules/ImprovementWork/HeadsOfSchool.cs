using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who headed one school, each until the next was appointed or they left: who may invite a review (IMP-1).</summary>
public sealed record HeadsOfSchool(Guid Id, ImmutableList<SchoolLeaderAppointed> Leaders, ImmutableList<SchoolLeaderLeft> Left)
{
    public static HeadsOfSchool Create(SchoolLeaderAppointed fact) => new(fact.Urn.LeadershipStream(), [fact], []);

    public HeadsOfSchool Apply(SchoolLeaderAppointed fact) => this with { Leaders = Leaders.Add(fact) };

    public HeadsOfSchool Apply(SchoolLeaderLeft fact) => this with { Left = Left.Add(fact) };

    public PersonId? HeadOn(DateOnly day) =>
        Leaders.Where(leader => leader.Capacity == Capacity.Headteacher && leader.OccurredOn <= day).MaxBy(leader => leader.OccurredOn) is { } last
        && !Left.Any(left => left.Capacity == last.Capacity && left.PersonId == last.PersonId && left.OccurredOn >= last.OccurredOn && left.OccurredOn < day) ? last.PersonId : null;
}
