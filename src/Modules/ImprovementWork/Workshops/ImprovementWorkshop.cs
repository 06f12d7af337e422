using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>The improvement workshop of one review. It may be planned, and even held, before the service has told that it is due.</summary>
public sealed record ImprovementWorkshop(Guid Id, ReviewId ReviewId, PartnershipId PartnershipId)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public WorkshopDue? Due { get; init; }

    public WorkshopOverdue? Overdue { get; init; }

    public WorkshopScheduled? Scheduled { get; init; }

    public WorkshopHeld? Held { get; init; }

    public ActionsAgreed? Actions { get; init; }

    /// <summary>The ledger stream of the workshop of a review.</summary>
    public static Guid StreamOf(ReviewId review) => NamedId.Of("workshop", $"{review}");

    public static ImprovementWorkshop Create(WorkshopDue fact) => Of(fact).Apply(fact);

    public static ImprovementWorkshop Create(WorkshopScheduled fact) => Of(fact).Apply(fact);

    public static ImprovementWorkshop Create(WorkshopHeld fact) => Of(fact).Apply(fact);

    public ImprovementWorkshop Apply(WorkshopDue fact) => this with { Due = fact };

    public ImprovementWorkshop Apply(WorkshopOverdue fact) => this with { Overdue = fact };

    /// <summary>A later schedule replaces the earlier one.</summary>
    public ImprovementWorkshop Apply(WorkshopScheduled fact) => this with { Scheduled = fact };

    public ImprovementWorkshop Apply(WorkshopHeld fact) => this with { Held = fact };

    /// <summary>What was agreed later replaces what was agreed earlier.</summary>
    public ImprovementWorkshop Apply(ActionsAgreed fact) => this with { Actions = fact };

    private static ImprovementWorkshop Of(IReviewFact first) => new(StreamOf(first.ReviewId), first.ReviewId, first.PartnershipId);
}
