using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What could not be resolved ended in a decision about the school's membership. The members made it in the open, so they took the concern up together before.</summary>
public sealed record ReviewMembershipAfterConcern(DecisionId DecisionId, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, MembershipDecision? decision, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? concern.NotHeard()
        ?? (!concern.WasTaken(ConcernStep.PartnershipMeeting) ? new("IMP-28", "No step is skipped: the members take the concern up together before they review a membership.")
        : decision?.PartnershipId != concern.PartnershipId ? Contracts.Objection.Unknown("decisionId")
        : !decision.IsAboutOneOf(partnership.Members.LineOf(concern.Urn)) ? Contracts.Objection.Malformed("decisionId", "This decision reviews no membership of the school concerned.")
        : !(decision.MadeOn >= concern.Raised.OccurredOn && decision.MadeOn <= OccurredOn)
            ? Contracts.Objection.Malformed("decisionId", "The decision is made after the concern was raised, and by the day that is recorded here.")
        : null);

    public MembershipReviewed Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, concern.Urn, DecisionId, OccurredOn);
}

/// <summary>The decision a concern may end in: what it is about and when it was made. Folded from the decision's facts when asked.</summary>
public sealed record MembershipDecision(DecisionId Id, PartnershipId PartnershipId, DecisionKind Kind, ImmutableList<Urn> Urns, DateOnly? MadeOn)
{
    public static MembershipDecision Create(DecisionOpened fact) => new(fact.DecisionId, fact.PartnershipId, fact.Kind, [.. fact.Urns], null);

    /// <summary>What was put off is not decided.</summary>
    public MembershipDecision Apply(DecisionMade fact) => fact.Outcome == DecisionOutcome.Deferred ? this : this with { MadeOn = fact.OccurredOn };

    public bool IsAboutOneOf(IEnumerable<Urn> schools) => Kind == DecisionKind.MembershipReview && schools.Any(Urns.Contains);
}

public static class ReviewMembershipAfterConcernEndpoint
{
    public static async Task<(ReviewingPartnership, MembershipDecision?)> LoadAsync(
        ReviewMembershipAfterConcern command, PeerConcern concern, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(concern.PartnershipId, session, token), await session.Events.AggregateStreamAsync<MembershipDecision>(command.DecisionId.Value, token: token));

    public static Objection? Validate(ReviewMembershipAfterConcern command, PeerConcern concern, ReviewingPartnership partnership, MembershipDecision? decision, Acting acting) =>
        command.Objection(concern, partnership, decision, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/membership-review")]
    public static (Recorded, Events) Post(ReviewMembershipAfterConcern command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
