using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>The head stands by the self-review: from here on a peer review can rest on it. What is written later is submitted again.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record SubmitSelfReview(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Urn urn, SelfReview? review, Acting acting) =>
        urn.NotHeadedBy(acting, OccurredOn)
        ?? (review is null ? Contracts.Objection.Unknown("academicYear")
        : review.Areas.IsEmpty ? new("INT-8", "A self-review looks at one area at least.")
        : review.Areas.Find(area => area.Evidence.Count == 0) is { } bare ? new("INT-8", $"Nothing shows yet what is said of {Words.Of(bare.Area)}; each area rests on evidence.")
        : review is { Submitted: not null, WrittenSince: false } ? Contracts.Objection.Malformed("occurredOn", "Nothing was written since it was submitted.")
        : review.BeforeLastStep(this));

    public SelfReviewSubmitted Decide(SelfReview review) => new(review.Id, review.Urn, review.AcademicYear, OccurredOn);
}

public static class SubmitSelfReviewEndpoint
{
    public static Task<SelfReview?> LoadAsync(Urn urn, int academicYear, IQuerySession session, CancellationToken token) => SelfReview.FindAsync(urn, academicYear, session, token);

    public static Objection? Validate(SubmitSelfReview command, Urn urn, SelfReview? review, Acting acting) => command.Objection(urn, review, acting);

    [WolverinePost("/api/v1/schools/{urn}/self-reviews/{academicYear}/submission")]
    public static Recorded Post(SubmitSelfReview command, Urn urn, SelfReview review, IDocumentSession session) => review.Record(command.Decide(review), session);
}
