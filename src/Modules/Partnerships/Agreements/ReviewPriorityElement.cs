using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The partnership looks back at the element it chose, so that the next choice knows what came of the last.</summary>
public sealed record ReviewPriorityElement(ConfidentialText Outcome, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(int academicYear, Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.Work.Priorities.FirstOrDefault(priority => priority.AcademicYear == academicYear) is not { } chosen ? Contracts.Objection.Unknown("academicYear")
        : chosen.Reviewed ? Contracts.Objection.Malformed("academicYear", "The partnership has looked back at this element already.")
        : OccurredOn < chosen.ChosenOn ? Contracts.Objection.Malformed("occurredOn", $"It was chosen on {chosen.ChosenOn:d MMMM yyyy}; nobody looks back before that.")
        : Outcome.NotBetween1And(2000, "outcome"));

    public SystemElementReviewed Decide(int academicYear, Partnership partnership) =>
        new(partnership.Id, academicYear, partnership.Work.Priorities.First(priority => priority.AcademicYear == academicYear).Element, Outcome, OccurredOn);
}

public static class ReviewPriorityElementEndpoint
{
    public static Objection? Validate(ReviewPriorityElement command, int academicYear, Partnership partnership, Acting acting) => command.Objection(academicYear, partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/priorities/{academicYear}/review")]
    public static (Recorded, Events) Post(ReviewPriorityElement command, int academicYear, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(academicYear, partnership)]);
}
