using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What teachers of several schools do together.</summary>
public enum JointPracticeKind
{
    /// <summary>Lesson study.</summary>
    LessonStudy,
    /// <summary>Moderation of pupils' work.</summary>
    Moderation,
    /// <summary>Action research.</summary>
    ActionResearch,
    /// <summary>Training together.</summary>
    SharedTraining,
    /// <summary>Staff change places for a while.</summary>
    StaffExchange,
    /// <summary>One person appointed by several schools.</summary>
    JointAppointment,
}

/// <summary>A fact in the life of one joint practice project.</summary>
public interface IProjectFact : IPartnershipFact
{
    /// <summary>The project.</summary>
    ProjectId ProjectId { get; }
}

/// <summary>Schools set out to develop practice together.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Area">The area of deep partnership it belongs to.</param>
/// <param name="Question">What they want to find out.</param>
/// <param name="Urns">The schools that take part; two at least.</param>
/// <param name="Lead">Who leads it.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record ProjectLaunched(
    ProjectId ProjectId, PartnershipId PartnershipId, HardWiredArea Area, ConfidentialText Question, IReadOnlyList<Urn> Urns, PersonId Lead, DateOnly OccurredOn) : IProjectFact;

/// <summary>One cycle of joint practice was held.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Number">1 for the first, one more each time.</param>
/// <param name="Kind">What was done.</param>
/// <param name="People">How many people took part, by role.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record CycleHeld(
    ProjectId ProjectId, PartnershipId PartnershipId, int Number, JointPracticeKind Kind, IReadOnlyList<PeopleByRole> People, DateOnly OccurredOn) : IProjectFact;

/// <summary>What was learnt was shared with others.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="What">What was learnt.</param>
/// <param name="With">The schools it was shared with.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record LearningShared(ProjectId ProjectId, PartnershipId PartnershipId, ConfidentialText What, IReadOnlyList<Urn> With, DateOnly OccurredOn) : IProjectFact;

/// <summary>A project ended: what the schools keep, what they drop, what comes next.</summary>
public sealed record ProjectClosed(
    ProjectId ProjectId, PartnershipId PartnershipId, ConfidentialText Kept, ConfidentialText Dropped, ConfidentialText Next, DateOnly OccurredOn) : IProjectFact;
