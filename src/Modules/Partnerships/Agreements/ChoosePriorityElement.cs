using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The partnership chooses the one element of the system it will strengthen in a year, so that improvement of the partnership itself has a subject.</summary>
public sealed record ChoosePriorityElement(int AcademicYear, SystemElement Element, ConfidentialText Why, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (AcademicYear - Contracts.AcademicYear.Of(OccurredOn) is < 0 or > 1 ? Contracts.Objection.Malformed("academicYear", "An element is chosen for the academic year of that day or the next.")
        : partnership.Work.Priorities.Any(priority => priority.AcademicYear == AcademicYear)
            ? Contracts.Objection.Malformed("academicYear", $"The element for {Contracts.AcademicYear.InWords(AcademicYear)} is chosen already.")
        : Why.NotBetween1And(1000, "why"));

    public SystemElementPrioritised Decide(Partnership partnership) => new(partnership.Id, AcademicYear, Element, Why, OccurredOn);
}

public static class ChoosePriorityElementEndpoint
{
    public static Objection? Validate(ChoosePriorityElement command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/priorities")]
    public static (Recorded, Events) Post(ChoosePriorityElement command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
