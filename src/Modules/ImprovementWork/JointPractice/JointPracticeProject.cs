using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>Schools that develop practice together, in cycles, until they settle what they keep.</summary>
public sealed record JointPracticeProject(
    ProjectId Id, PartnershipId PartnershipId, ProjectLaunched Launched, DateOnly Since, ImmutableList<CycleHeld> Cycles, ImmutableList<LearningShared> Learning, ProjectClosed? Closed)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public static JointPracticeProject Create(ProjectLaunched fact) => new(fact.ProjectId, fact.PartnershipId, fact, fact.OccurredOn, [], [], null);

    public JointPracticeProject Apply(CycleHeld fact) => this with { Cycles = Cycles.Add(fact), Since = fact.OccurredOn };

    public JointPracticeProject Apply(LearningShared fact) => this with { Learning = Learning.Add(fact), Since = fact.OccurredOn };

    public JointPracticeProject Apply(ProjectClosed fact) => this with { Closed = fact, Since = fact.OccurredOn };

    /// <summary>What stands between the person and a further step: it is for the partnership's lead and the heads of the schools that take part, until the project is closed (XCT-9),
    /// and steps follow each other in time.</summary>
    public Objection? NotGoingOn(ICommand command, ReviewingPartnership partnership, Acting acting) =>
        !partnership.MayBeKnownTo(acting) ? Objection.Unknown()
        : !acting.Leads(PartnershipId) && !Launched.Urns.SelectMany(partnership.Members.LineOf).Any(urn => acting.IsAt(urn, Capacity.Headteacher))
            ? Objection.LacksCapacity("the partnership's lead, or the head of a school that takes part")
        : Closed is not null ? new("XCT-9", "This project is closed; nothing is added to it.")
        : command.OccurredOn < Since ? Objection.Malformed("occurredOn", $"The last step of this project was on {Since:d MMMM yyyy}; the next is not before it.")
        : null;
}

/// <summary>What is written in a project is a record of the partnership: for its heads and chairs, its lead, auditors and the board. Others see structure.</summary>
public static class SealOfProject
{
    public static Seal SealIn(this JointPracticeProject project, ReviewingPartnership partnership, DateOnly today)
    {
        var members = partnership.Members.MayKnow(today).ToList();
        return new(SealedThing.PartnershipRecord, project.Id.Value, new([], [], [], partnership.Id, members), AudienceRing.PartnershipHeads, [],
            acting => acting.Leads(partnership.Id) || acting.Is(Capacity.Auditor, Capacity.BoardMember) || members.Any(urn => acting.IsAt(urn, Capacity.ChairOfGovernors)));
    }
}
