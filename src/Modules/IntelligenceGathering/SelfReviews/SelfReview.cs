using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A self-review as its head submitted it: what those see with whom it is shared, while the school writes on.</summary>
public sealed record SubmittedSelfReview(DateOnly On, ImmutableList<AreaSelfEvaluated> Areas, ImmutableList<FocusCandidateNamed> FocusCandidates);

/// <summary>One school's self-review of one academic year at a point of its history. It may be written on and submitted again: a school that knows itself does so every term.</summary>
public sealed record SelfReview(
    SelfReviewId Id, Urn Urn, int AcademicYear, SelfReviewOpened Opened, ImmutableList<AreaSelfEvaluated> Areas, ImmutableList<FocusCandidateNamed> FocusCandidates,
    SubmittedSelfReview? Submitted, AudienceRing SharedWith, DateOnly Since)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    /// <summary>True when something was written since it was last submitted.</summary>
    public bool WrittenSince { get; init; }

    public static SelfReview Create(SelfReviewOpened fact) => new(fact.SelfReviewId, fact.Urn, fact.AcademicYear, fact, [], [], null, AudienceRing.HostHead, fact.OccurredOn);

    /// <summary>A later evaluation of the same area replaces the earlier one.</summary>
    public SelfReview Apply(AreaSelfEvaluated fact) =>
        this with { Areas = Areas.RemoveAll(area => area.Area == fact.Area).Add(fact), Since = fact.OccurredOn, WrittenSince = true };

    public SelfReview Apply(FocusCandidateNamed fact) => this with { FocusCandidates = FocusCandidates.Add(fact), Since = fact.OccurredOn, WrittenSince = true };

    public SelfReview Apply(SelfReviewSubmitted fact) =>
        this with { Submitted = new(fact.OccurredOn, Areas, FocusCandidates), Since = fact.OccurredOn, WrittenSince = false };

    public SelfReview Apply(SelfReviewSharedWith fact) => this with { SharedWith = fact.Ring, Since = fact.OccurredOn };

    /// <summary>Steps follow each other in time as well as in order.</summary>
    public Objection? BeforeLastStep(ICommand command) =>
        command.OccurredOn < Since ? Objection.Malformed("occurredOn", $"The last step of this self-review was on {Since:d MMMM yyyy}; the next is not before it.") : null;

    public static Task<SelfReview?> FindAsync(Urn urn, int academicYear, IQuerySession session, CancellationToken token) =>
        session.LoadAsync<SelfReview>((object)SelfReviewId.Of(urn, academicYear), token);

    /// <summary>Appends what was decided, unless somebody else was quicker.</summary>
    public Recorded Record(object fact, IDocumentSession session)
    {
        session.Events.Append(Id.Value, Version + 1, fact);
        return new(Version + 1);
    }
}
