using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Host and a peer look back at what changed since the visit. Too soon nothing can have changed; late is told as late, and better than never.</summary>
public sealed record HoldCheckIn(PersonId By, IReadOnlyList<ChangeSeen> WhatChanged, DateOnly OccurredOn, ConfidentialText? HelpNeeded = null, DateOnly? NextOn = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, CheckIn? checkIn, PeersLookingBack peers, TermCalendar calendar, Acting acting) =>
        NotRecordedBy(review, partnership, peers, acting)
        ?? review.NotFollowedUpOn(this)
        ?? (!peers.Include(By, review, partnership, OccurredOn)
            ? Contracts.Objection.Malformed("by", "A check-in is held by a peer: a reviewer of the team from another school, or the head of a school of the peer group.")
        : OccurredOn < FirstDay(review, partnership, checkIn, calendar)
            ? Contracts.Objection.Malformed("occurredOn", $"A check-in is held from {FirstDay(review, partnership, checkIn, calendar):d MMMM yyyy} on; before that nothing can have changed.")
        : checkIn?.Held.Exists(held => held.OccurredOn >= OccurredOn) == true ? Contracts.Objection.Malformed("occurredOn", "A check-in of that day or a later one is recorded already.")
        : NextOn <= OccurredOn ? Contracts.Objection.Malformed("nextOn", "Another look comes after this one.")
        : null)
        ?? review.NotFindings([.. WhatChanged.Select(seen => seen.FindingId)], "whatChanged")
        ?? HelpNeeded?.NotBetween1And(2000, "helpNeeded") ?? HelpNeeded?.NamesSomebody("helpNeeded");

    public CheckInHeld Decide(PeerReview review) => new(review.Id, review.PartnershipId, By, WhatChanged, HelpNeeded, NextOn, OccurredOn);

    /// <summary>A peer records what they themself saw (XCT-6); the partnership's lead records for each of them, unless they head the host.</summary>
    private Objection? NotRecordedBy(PeerReview review, ReviewingPartnership partnership, PeersLookingBack peers, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Contracts.Objection.Unknown()
        : review.LedFromOutside(acting, partnership) ? null
        : !peers.Include(acting.Person, review, partnership, acting.Today) ? Contracts.Objection.LacksCapacity("a peer who reviewed, a head of the peer group, or the partnership's lead")
        : acting.Person != By ? new("XCT-6", "A peer records the check-in they themself held.", "by")
        : null;

    private static DateOnly FirstDay(PeerReview review, ReviewingPartnership partnership, CheckIn? checkIn, TermCalendar calendar) =>
        checkIn?.Due?.From ?? review.CheckInAfter(review.VisitEndedOn!.Value, review.Feedback!.OccurredOn, partnership, calendar).From;
}

public static class HoldCheckInEndpoint
{
    public static async Task<(ReviewingPartnership, CheckIn?, PeersLookingBack, TermCalendar)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        return (partnership, await session.LoadAsync<CheckIn>(CheckIn.StreamOf(review.Id), token), await PeersLookingBack.OfAsync(review, partnership, session, token),
            await Calendar.ReadAsync(session, token));
    }

    public static Objection? Validate(
        HoldCheckIn command, PeerReview review, ReviewingPartnership partnership, CheckIn? checkIn, PeersLookingBack peers, TermCalendar calendar, Acting acting) =>
        command.Objection(review, partnership, checkIn, peers, calendar, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/check-ins")]
    public static Recorded Post(HoldCheckIn command, [ReadModel("reviewId")] PeerReview review, CheckIn? checkIn, IDocumentSession session) =>
        session.Tell<CheckIn>(CheckIn.StreamOf(review.Id), checkIn?.Version ?? 0, command.Decide(review));
}
