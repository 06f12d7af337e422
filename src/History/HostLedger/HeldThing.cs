using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.History;

/// <summary>Something other than a review that a school holds sealed. A concern among peers is not told of here: a chair of governors reads a ledger too.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Urn">The school, by the URN it had when it began.</param>
/// <param name="Thing">A self-review, an improvement plan or a request for support.</param>
/// <param name="On">The day it began, or was last shared.</param>
/// <param name="Within">The widest ring that reads it without a release.</param>
public sealed record HeldThing(Guid Id, Urn Urn, SealedThing Thing, DateOnly On, AudienceRing Within)
{
    /// <summary>Null for a fact that begins and shares nothing of a school's.</summary>
    public static HeldThing? Of(object fact) => fact switch
    {
        SelfReviewOpened e => new(e.SelfReviewId.Value, e.Urn, SealedThing.SelfReview, e.OccurredOn, AudienceRing.HostHead),
        SelfReviewSharedWith e => new(e.SelfReviewId.Value, e.Urn, SealedThing.SelfReview, e.OccurredOn, e.Ring),
        PlanOpened { Urn: { } urn } e => new(e.PlanId.Value, urn, SealedThing.ImprovementPlan, e.OccurredOn, e.ReadWithin()),
        SupportRequested e => new(e.SupportRequestId.Value, e.Urn, SealedThing.SupportRequest, e.OccurredOn, AudienceRing.HostGovernors),
        _ => null,
    };

    /// <summary>"Self-review 2025/26", "Improvement plan". Of a self-review the year is read from its identity, which school and year make; none where it cannot be.</summary>
    public string InWords()
    {
        var around = AcademicYear.Of(On);
        var year = Thing != SealedThing.SelfReview ? null : Enumerable.Range(around - 10, 12).Where(one => SelfReviewId.Of(Urn, one).Value == Id).Select(one => (int?)one).FirstOrDefault();
        return Words.Sentence(Words.Of(Thing)) + (year is { } known ? $" {AcademicYear.InWords(known)}" : "");
    }

    /// <summary>Who reads it without a release: "the host school's headteacher; the partnership's lead".</summary>
    public string ReadBy() => Thing switch
    {
        SealedThing.ImprovementPlan => $"{Within.InWords()}, and those further in; the partnership's lead",
        SealedThing.SupportRequest => $"{Within.InWords()}, and those further in; the partnership's lead, the board and auditors",
        _ => Within == AudienceRing.HostHead ? Within.InWords() : $"{Within.InWords()}, and those further in",
    };
}

// Inline, as the hosted reviews are: a ledger that lags says less than is so.
public sealed partial class HeldThingProjection : EventProjection
{
    public HeldThingProjection()
    {
        Name = "HeldThing";
        Options.DeleteViewTypeOnTeardown<HeldThing>();
        IncludeType<SelfReviewOpened>();
        IncludeType<SelfReviewSharedWith>();
        IncludeType<PlanOpened>();
        IncludeType<SupportRequested>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (HeldThing.Of(e.Data) is { } held) operations.Store(held);
        return ValueTask.CompletedTask;
    }
}
