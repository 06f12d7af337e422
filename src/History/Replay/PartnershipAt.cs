using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.History;

/// <summary>How far a peer review has come.</summary>
public enum ReviewState { Planned, Scoped, TeamConfirmed, ProtocolConfirmed, Visiting, Visited, FedBack, Drafted, AccuracyAnswered, Finalised, Released, Closed, Postponed, Cancelled }

/// <summary>How far a decision has come.</summary>
public enum DecisionState { Open, Made, Communicated, Closed }

/// <summary>How far a request for support has come.</summary>
public enum RequestState { Open, MatchProposed, Matched }

/// <summary>One peer review.</summary>
/// <param name="Id">The review.</param>
/// <param name="HostUrn">The host.</param>
/// <param name="Round">The round.</param>
/// <param name="AcademicYear">The year the academic year of the planned visit begins.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Releases">How many releases of its report stand.</param>
public sealed record ReviewAt(ReviewId Id, Urn HostUrn, int Round, int AcademicYear, ReviewState State, int Releases);

/// <summary>One decision.</summary>
public sealed record DecisionAt(DecisionId Id, DecisionKind Kind, DecisionState State, DecisionOutcome? Outcome);

/// <summary>One request for support.</summary>
public sealed record RequestAt(SupportRequestId Id, Urn Urn, RequestState State);

/// <summary>What a partnership is at a point of its history, as every room told it. This is the production fold: the service asks it who belongs, replay shows it at any
/// earlier point, and History has no second one. Rooms fold states of their own to decide; see src/DECISIONS.md.</summary>
public sealed record PartnershipAt(
    PartnershipId Id, string Name, PartnershipKind Kind, Quadrant Quadrant, DateOnly FoundedOn, PersonId ConvenedBy, Stage Stage, DateOnly StageSince, int PurposeVersion,
    int ProtocolVersion, int Signatures, ImmutableList<MemberSchool> Members, ImmutableList<Lead> Leads, int PeerGroups, ImmutableList<ReviewAt> Reviews,
    ImmutableList<DecisionAt> Decisions, ImmutableList<RequestAt> SupportRequests, int Offers, DateOnly? DissolvedOn = null)
{
    /// <summary>The state after these facts, in the given order; null until the partnership is formed.</summary>
    public static PartnershipAt? Of(IEnumerable<object> facts) =>
        facts.Aggregate((PartnershipAt?)null, (state, fact) => fact is PartnershipFormed formed ? Create(formed) : state?.Apply(fact));

    /// <summary>The partnership as its own stream tells it: enough to know who belongs.</summary>
    public static async Task<PartnershipAt?> OfAsync(IQuerySession session, PartnershipId id, CancellationToken token) =>
        Of((await session.Events.FetchStreamAsync(id.Value, token: token)).Select(e => e.Data));

    public static PartnershipAt Create(PartnershipFormed fact) => new(
        fact.PartnershipId, fact.Name, fact.Kind, fact.Quadrant, fact.OccurredOn, fact.ConvenedBy, Stage.Forming, fact.OccurredOn, 0, 0, 0,
        MemberSchools.Founded(fact), [], 0, [], [], [], 0);

    public PartnershipAt Apply(object told) => told switch
    {
        MoralPurposeAgreed fact => this with { PurposeVersion = fact.Version },
        ProtocolAdopted fact => this with { ProtocolVersion = fact.Version, Signatures = 0 },
        ProtocolSigned fact => this with { Signatures = fact.Version == ProtocolVersion ? Signatures + 1 : Signatures },
        SchoolAdmitted fact => this with { Members = Members.After(fact) },
        MembershipChanged fact => this with { Members = Members.After(fact) },
        SchoolLeft fact => this with { Members = Members.After(fact) },
        SchoolSucceeded fact => this with { Members = Members.After(fact) },
        PartnershipDissolved fact => this with { Members = Members.After(fact), Leads = Leads.After(fact), PeerGroups = 0, DissolvedOn = fact.OccurredOn },
        LeadStoodDown fact => this with { Leads = Leads.After(fact) },
        PeerGroupDissolved => this with { PeerGroups = PeerGroups - 1 },
        LeadAppointed fact => this with { Leads = Leads.After(fact) },
        PeerGroupFormed => this with { PeerGroups = PeerGroups + 1 },
        ReviewPlanned fact => this with { Reviews = Reviews.Add(new(fact.ReviewId, fact.HostUrn, fact.Round, fact.AcademicYear, ReviewState.Planned, 0)) },
        ReportReleased fact => With(fact, review => review with { Releases = review.Releases + 1, State = ReviewState.Released }),
        // A report whose last release was taken back is final, and nobody is let see it.
        ReleaseWithdrawn fact => With(fact, review => review with { Releases = review.Releases - 1, State = review.Releases > 1 ? ReviewState.Released : ReviewState.Finalised }),
        // A team that somebody joins is confirmed again; the protocol stays confirmed, and a visit put off.
        TeamConfirmed fact => With(fact, review => review with { State = review.State is ReviewState.ProtocolConfirmed or ReviewState.Postponed ? review.State : ReviewState.TeamConfirmed }),
        IReviewFact fact when StateAfter(fact) is { } state => With(fact, review => review with { State = state }),
        StageConfirmed fact => fact.OccurredOn < StageSince ? this : this with { Stage = fact.Stage, StageSince = fact.OccurredOn },
        DecisionOpened fact => this with { Decisions = Decisions.Add(new(fact.DecisionId, fact.Kind, DecisionState.Open, null)) },
        DecisionMade fact => With(fact, decision => decision with { State = DecisionState.Made, Outcome = fact.Outcome }),
        DecisionCommunicated fact => With(fact, decision => decision with { State = DecisionState.Communicated }),
        DecisionClosed fact => With(fact, decision => decision with { State = DecisionState.Closed }),
        CapacityOffered => this with { Offers = Offers + 1 },
        SupportRequested fact => this with { SupportRequests = SupportRequests.Add(new(fact.SupportRequestId, fact.Urn, RequestState.Open)) },
        MatchProposed fact => With(fact, RequestState.MatchProposed),
        MatchAccepted fact => With(fact, RequestState.Matched),
        MatchDeclined fact => With(fact, RequestState.Open),
        _ => this,
    };

    // What comes of a review after its end, such as a release, changes what it is read as no more.
    private PartnershipAt With(IReviewFact fact, Func<ReviewAt, ReviewAt> change) => this with
    {
        Reviews = Reviews.ConvertAll(review => review.Id == fact.ReviewId && review.State is not (ReviewState.Closed or ReviewState.Cancelled) ? change(review) : review),
    };

    private PartnershipAt With(IDecisionFact fact, Func<DecisionAt, DecisionAt> change) =>
        this with { Decisions = Decisions.ConvertAll(decision => decision.Id == fact.DecisionId ? change(decision) : decision) };

    private PartnershipAt With(ISupportRequestFact fact, RequestState state) =>
        this with { SupportRequests = SupportRequests.ConvertAll(request => request.Id == fact.SupportRequestId ? request with { State = state } : request) };

    private static ReviewState? StateAfter(IReviewFact fact) => fact switch
    {
        EnquiryAgreed => ReviewState.Scoped,
        ProtocolConfirmed => ReviewState.ProtocolConfirmed,
        VisitStarted => ReviewState.Visiting,
        VisitEnded => ReviewState.Visited,
        FeedbackGiven => ReviewState.FedBack,
        ReportDrafted => ReviewState.Drafted,
        ReportAccuracyAnswered => ReviewState.AccuracyAnswered,
        ReportFinalised => ReviewState.Finalised,
        ReviewClosed or ReviewClosedWithoutFollowUp => ReviewState.Closed,
        ReviewPostponed => ReviewState.Postponed,
        ReviewCancelled => ReviewState.Cancelled,
        _ => null,
    };
}

public static class PartnershipsAt
{
    /// <summary>The same answer for a partnership that is unknown and for one that is not for this reader.</summary>
    public static Objection? NotFor(this PartnershipAt? partnership, Acting acting) =>
        partnership is not null && acting.MayKnowOf(partnership.Id, partnership.Members.MayKnow(acting.Today)) ? null : Objection.Unknown();
}
