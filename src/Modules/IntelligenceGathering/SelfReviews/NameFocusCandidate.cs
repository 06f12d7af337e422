using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A question comes up that the school cannot answer by itself: peers could look into it.</summary>
public sealed record NameFocusCandidate(ConfidentialText Question, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Urn urn, SelfReview? review, Acting acting) =>
        urn.NotLedBy(acting)
        ?? (review is null ? Contracts.Objection.Unknown("academicYear")
        : review.FocusCandidates.Exists(named => named.Question == Question) ? Contracts.Objection.Malformed("question", "This question is named already.")
        : review.FocusCandidates.Count >= 20 ? Contracts.Objection.Malformed("question", "A self-review names twenty questions at most.")
        : review.BeforeLastStep(this) ?? Question.NotBetween1And(500, "question"));

    public FocusCandidateNamed Decide(SelfReview review) => new(review.Id, review.Urn, Question, OccurredOn);
}

public static class NameFocusCandidateEndpoint
{
    public static Task<SelfReview?> LoadAsync(Urn urn, int academicYear, IQuerySession session, CancellationToken token) => SelfReview.FindAsync(urn, academicYear, session, token);

    public static Objection? Validate(NameFocusCandidate command, Urn urn, SelfReview? review, Acting acting) => command.Objection(urn, review, acting);

    [WolverinePost("/api/v1/schools/{urn}/self-reviews/{academicYear}/focus-candidates")]
    public static Recorded Post(NameFocusCandidate command, Urn urn, SelfReview review, IDocumentSession session) => review.Record(command.Decide(review), session);
}
