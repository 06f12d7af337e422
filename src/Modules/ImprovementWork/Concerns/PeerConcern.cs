using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>The steps by which peers settle a concern, each when the one before it did not.</summary>
public enum ConcernStep { Conversation, FacilitatedMeeting, PartnershipMeeting, QuadrantChair, Board }

/// <summary>A step that was taken, and what came of it.</summary>
public sealed record StepTaken(ConcernStep Step, ConfidentialText Outcome, DateOnly On, PersonId? Facilitator = null);

/// <summary>One concern among peers: a member does not keep the protocol. It is the members' own to settle, and no statutory process.</summary>
public sealed record PeerConcern(ConcernId Id, PartnershipId PartnershipId, Urn Urn, ConcernRaised Raised, DateOnly Since, ImmutableList<StepTaken> Steps)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public DateOnly? ResponseAskedOn { get; init; }

    public ResponseGiven? Response { get; init; }

    public ConcernResolved? Resolved { get; init; }

    public MembershipReviewed? Reviewed { get; init; }

    public static PeerConcern Create(ConcernRaised fact) => new(fact.ConcernId, fact.PartnershipId, fact.Urn, fact, fact.OccurredOn, []);

    public PeerConcern Apply(ResponseAsked fact) => this with { ResponseAskedOn = fact.OccurredOn, Since = fact.OccurredOn };

    public PeerConcern Apply(ResponseGiven fact) => this with { Response = fact, Since = fact.OccurredOn };

    public PeerConcern Apply(ConversationHeld fact) => Take(new(ConcernStep.Conversation, fact.Outcome, fact.OccurredOn));

    public PeerConcern Apply(FacilitatedMeetingHeld fact) => Take(new(ConcernStep.FacilitatedMeeting, fact.Outcome, fact.OccurredOn, fact.Facilitator));

    public PeerConcern Apply(PartnershipMeetingHeld fact) => Take(new(ConcernStep.PartnershipMeeting, fact.Outcome, fact.OccurredOn));

    public PeerConcern Apply(QuadrantChairAsked fact) => Take(new(ConcernStep.QuadrantChair, fact.Outcome, fact.OccurredOn));

    public PeerConcern Apply(BoardAsked fact) => Take(new(ConcernStep.Board, fact.Outcome, fact.OccurredOn));

    public PeerConcern Apply(ConcernResolved fact) => this with { Resolved = fact, Since = fact.OccurredOn };

    public PeerConcern Apply(MembershipReviewed fact) => this with { Reviewed = fact, Since = fact.OccurredOn };

    public bool WasTaken(ConcernStep step) => Steps.Exists(taken => taken.Step == step);

    /// <summary>XCT-9 once it is resolved or led to a review of membership; and what happens to it follows in time.</summary>
    public Objection? NotGoingOn(ICommand command) =>
        Resolved is not null || Reviewed is not null ? new("XCT-9", "This concern has ended; nothing is added to it.")
        : command.OccurredOn < Since ? Objection.Malformed("occurredOn", $"The last that was recorded of this concern was on {Since:d MMMM yyyy}; the next is not before it.")
        : null;

    /// <summary>IMP-29 before the school concerned was asked what it says. A school that answered unasked was heard as well.</summary>
    public Objection? NotHeard() =>
        ResponseAskedOn is null && Response is null ? new("IMP-29", "The school concerned is asked to respond first: nobody is judged unheard.") : null;

    /// <summary>IMP-28 when a step would be skipped, or a later one was taken: a concern moves up one step at a time. A breach of confidence may go straight to the members, for all of
    /// them gave something in confidence, and a private conversation is what was broken; from there it moves on step by step. IMP-29 beyond the conversation.</summary>
    public Objection? OutOfTurn(ConcernStep step) =>
        WasTaken(step) ? Objection.Malformed("occurredOn", "This step is recorded already.")
        : Steps.Exists(taken => taken.Step > step) ? new("IMP-28", "A later step was taken already; a concern does not go back.")
        : step == ConcernStep.Conversation ? null
        : NotHeard() ?? (WasTaken(step - 1) || (step == ConcernStep.PartnershipMeeting && Raised.Kind == ConcernKind.BreachOfConfidence) ? null
            : new("IMP-28", $"No step is skipped: the {Words.Of(step - 1)} comes first."));

    private PeerConcern Take(StepTaken step) => this with { Steps = Steps.Add(step), Since = step.On };
}

/// <summary>The seal on a concern, and with it who may know that there is one. It belongs to the school concerned; whoever raised it knows of it while they belong, and the partnership's lead;
/// the heads of all members from the day they took it up together. To everybody else it is as if there were none.</summary>
public static class SealOfConcern
{
    public static Seal SealIn(this PeerConcern concern, ReviewingPartnership partnership, DateOnly today) => new(
        SealedThing.PeerConcern, concern.Id.Value, new(partnership.Members.LineOf(concern.Urn), [], [.. partnership.MembersOn(today)], partnership.Id, []),
        concern.WasTaken(ConcernStep.PartnershipMeeting) ? AudienceRing.PeerGroupHeads : AudienceRing.HostHead, [],
        acting => acting.Leads(partnership.Id) || (acting.Person == concern.Raised.RaisedBy && partnership.MayBeKnownTo(acting)));

    /// <summary>Who keeps the record of a concern: whoever raised it or the partnership's lead, and neither while they head the school concerned. Whoever may not know of it is told nothing.</summary>
    public static Objection? NotKeptBy(this PeerConcern concern, Acting acting, ReviewingPartnership partnership) =>
        !concern.MayBeKnownTo(acting, partnership) ? Objection.Unknown()
        : acting.Person != concern.Raised.RaisedBy && !acting.Leads(partnership.Id) ? Objection.LacksCapacity("whoever raised the concern, or the partnership's lead")
        : partnership.Members.LineOf(concern.Urn).Any(urn => acting.TiedTo(urn, acting.Today, Capacity.Headteacher)) ? Objection.LacksCapacity("somebody who does not head the school concerned")
        : null;

    public static bool MayBeKnownTo(this PeerConcern concern, Acting acting, ReviewingPartnership partnership) =>
        new Reader(acting).SightOf(concern.SealIn(partnership, acting.Today)).Inside;

    /// <summary>True for the head of the school concerned, or of one that took its place.</summary>
    public static bool IsAnsweredBy(this PeerConcern concern, Acting acting, ReviewingPartnership partnership, DateOnly day) =>
        partnership.Members.LineOf(concern.Urn).Any(urn => acting.Headed(urn, day));
}
