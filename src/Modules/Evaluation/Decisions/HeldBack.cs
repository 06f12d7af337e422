using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.IntelligenceGathering;
using JasperFx.Events;
using Marten;
using Marten.Events;

namespace EssexImprovement.Evaluation;

/// <summary>What is held back from a body though no host head releases it: a concern among peers, the plan and the self-review of a school, a request that is only drafted. Each opens to a body by what happened
/// in its own stream (ACC-3).</summary>
/// <param name="Told">What happened there that opens it, in order.</param>
public sealed record HeldBack(IReadOnlyList<IEvent> Told)
{
    public static readonly HeldBack Nothing = new([]);

    /// <summary>Of a concern that there is one is held back already.</summary>
    public static IReadOnlySet<string> Concerns => ConcernFacts.Names;

    /// <summary>Texts and judgements of a plan. The shared plan is a record of the partnership.</summary>
    public static readonly IReadOnlySet<string> Plans = new HashSet<string>(StringComparer.Ordinal)
    {
        "objective_set", "objective_revised", "action_added", "progress_review_held", "progress_review_corrected", "objective_achieved", "objective_stopped", "objective_removed",
    };

    /// <summary>What a school says of itself.</summary>
    public static readonly IReadOnlySet<string> SelfReviews = new HashSet<string>(StringComparer.Ordinal) { "area_self_evaluated", "focus_candidate_named" };

    /// <summary>What no body sees: a school's thought of asking for help, and why somebody looked in an emergency.</summary>
    public static readonly IReadOnlySet<string> Always = new HashSet<string>(StringComparer.Ordinal)
    {
        "objective_needs_help", "support_request_drafted", "support_request_draft_sent", "support_request_draft_discarded", "emergency_access_taken",
    };

    /// <summary>ACC-3 for what the body could not see on the day; null for what it could, and for what is not held back here.</summary>
    public Objection? Objection(RecordedFact cited, DecisionOpened question, DateOnly day)
    {
        bool By<TFact>(Func<TFact, bool>? which = null) where TFact : IFact => Told.Any(e => e.Data is TFact fact && fact.OccurredOn <= day && which?.Invoke(fact) != false);
        var ring = ReleasesOfReview.RingOf(question.Body);

        return Always.Contains(cited.Name) ? Unseen("This is laid before no body.")
            : Concerns.Contains(cited.Name) && !(question.Body switch
            {
                DecidingBody.Board => By<BoardAsked>(),
                DecidingBody.QuadrantGroup => By<QuadrantChairAsked>() || By<BoardAsked>(),
                _ => By<PartnershipMeetingHeld>(),
            }) ? Unseen("A concern is laid before a body once it was brought there, step by step.")
            : Plans.Contains(cited.Name) && !By<PlanOpened>(plan => plan.Source == PlanSource.Shared || plan.ReadWithin() >= ring)
                ? Unseen("The plan of a school is its own; the body that decides does not read it.")
            : SelfReviews.Contains(cited.Name) && !(SharedBy(day) >= ring && Told.Any(e => e.Data is SelfReviewSubmitted submitted && submitted.OccurredOn <= day && e.Version > cited.Version))
                ? Unseen("The school had not shared this with the body that decides on that day.")
            : null;

        static Objection Unseen(string why) => new("ACC-3", why, "eventId");
    }

    private AudienceRing? SharedBy(DateOnly day) => Told.Select(e => e.Data).OfType<SelfReviewSharedWith>().LastOrDefault(shared => shared.OccurredOn <= day)?.Ring;

    public static async Task<HeldBack> OfAsync(RecordedFact? cited, IQuerySession session, CancellationToken token)
    {
        if (cited is null || !(Concerns.Contains(cited.Name) || Plans.Contains(cited.Name) || SelfReviews.Contains(cited.Name))) return Nothing;
        var stream = cited.StreamId;
        Type[] kinds = [typeof(PartnershipMeetingHeld), typeof(QuadrantChairAsked), typeof(BoardAsked), typeof(PlanOpened), typeof(SelfReviewSharedWith), typeof(SelfReviewSubmitted)];
        return new(await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && e.EventTypesAre(kinds)).OrderBy(e => e.Version).ToListAsync(token));
    }
}
