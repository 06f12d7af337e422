using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>The school says how it stands in one area, how sure it is, and what shows it.</summary>
public sealed record EvaluateArea(
    ImprovementArea Area, ConfidentialText Judgement, Confidence Confidence, DateOnly OccurredOn, IReadOnlyList<ConfidentialText>? Evidence = null, ConfidentialText? Strengths = null,
    ConfidentialText? Priorities = null) : ICommand
{
    public Objection? Objection(Urn urn, SelfReview? review, Acting acting) =>
        urn.NotLedBy(acting)
        ?? (review is null ? Contracts.Objection.Unknown("academicYear")
        : Area == ImprovementArea.SafeguardingReferOnly ? Contracts.Objection.Malformed("area", "A safeguarding concern goes by the protocol's route; it is not written down here.")
        : Evidence?.Count > 20 ? Contracts.Objection.Malformed("evidence", "An area rests on twenty items of evidence at most.")
        : review.BeforeLastStep(this)
            ?? Judgement.NotBetween1And(2000, "judgement")
            ?? Evidence?.Select(item => item.NotBetween1And(1000, "evidence")).FirstOrDefault(objection => objection is not null)
            ?? Strengths?.NotBetween1And(4000, "strengths")
            ?? Priorities?.NotBetween1And(4000, "priorities")
            ?? (review.Areas.Exists(SaysTheSameAs) ? Contracts.Objection.Malformed("area", "This is recorded already.") : null));

    public AreaSelfEvaluated Decide(SelfReview review) => new(review.Id, review.Urn, Area, Judgement, Confidence, Evidence ?? [], Strengths, Priorities, OccurredOn);

    private bool SaysTheSameAs(AreaSelfEvaluated known) =>
        (known.Area, known.Judgement, known.Confidence, known.Strengths, known.Priorities) == (Area, Judgement, Confidence, Strengths, Priorities) && known.Evidence.SequenceEqual(Evidence ?? []);
}

public static class EvaluateAreaEndpoint
{
    public static Task<SelfReview?> LoadAsync(Urn urn, int academicYear, IQuerySession session, CancellationToken token) => SelfReview.FindAsync(urn, academicYear, session, token);

    public static Objection? Validate(EvaluateArea command, Urn urn, SelfReview? review, Acting acting) => command.Objection(urn, review, acting);

    [WolverinePost("/api/v1/schools/{urn}/self-reviews/{academicYear}/areas")]
    public static Recorded Post(EvaluateArea command, Urn urn, SelfReview review, IDocumentSession session) => review.Record(command.Decide(review), session);
}
