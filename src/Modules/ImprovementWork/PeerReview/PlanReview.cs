using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>A host head invites its peers, and the days of the visit are planned: a review is an invitation, never an imposition.</summary>
public sealed record PlanReview(
    PartnershipId PartnershipId, Urn HostUrn, int Round, ReviewModel Model, DateOnly PlannedFrom, DateOnly PlannedTo, PersonId InvitedBy, DateOnly OccurredOn,
    PeerGroupId? PeerGroupId = null, ReviewId? FollowUpOf = null) : ICommand
{
    public Objection? Objection(
        ReviewingPartnership? partnership, IReadOnlyList<SchoolInReview> schools, HeadsOfSchool? heads, IReadOnlyList<PeerReview> earlier, Acting acting) =>
        partnership is null || !partnership.MayBeKnownTo(acting) ? Contracts.Objection.Unknown("partnershipId")
        : partnership.Members.NotGoingOn() is { } over ? over
        : !acting.Leads(partnership.Id) ? Contracts.Objection.LacksCapacity("the partnership's lead")
        : Model == ReviewModel.PartnershipScrutiny && partnership.ScrutinisedBy(OccurredOn).Count == 0
            ? Contracts.Objection.Malformed("model", "Scrutiny by another partnership needs a link with it that was agreed for scrutiny and is in force.")
        : DaysOfVisit.NotPlanned(PlannedFrom, PlannedTo, OccurredOn, partnership.LongestVisitOn(OccurredOn)) is { } days ? days
        : schools.NotOpenOn(OccurredOn, HostUrn, "hostUrn") is { } closed ? closed
        : partnership.NotTakingPart(HostUrn, OccurredOn, partnership.ProtocolOn(OccurredOn), "hostUrn") is { } outside ? outside
        : heads?.HeadOn(OccurredOn) != InvitedBy ? new("IMP-1", $"Only the head of school {HostUrn} on {OccurredOn:d MMMM yyyy} invites a review of it.", "invitedBy")
        : PeerGroupId is { } group && partnership.PeerGroups.Find(known => known.Id == group)?.On(PlannedFrom, partnership.Members).Contains(HostUrn) != true
            ? Contracts.Objection.Malformed("peerGroupId", $"This partnership has no such peer group with the host in it on {PlannedFrom:d MMMM yyyy}.")
        : FollowUpOf is { } before && !earlier.Any(review => review.Id == before && review.OwnersIn(partnership).Contains(HostUrn) && review.Cancelled is null)
            ? Contracts.Objection.Malformed("followUpOf", "This partnership has no such earlier review of the host.")
        : Round is < 1 or > 99 ? Contracts.Objection.Malformed("round", "A round is a number from 1 to 99.")
        : earlier.Any(review => review.OwnersIn(partnership).Contains(HostUrn) && review.RoundTaken == Round)
            ? Contracts.Objection.Malformed("round", $"School {HostUrn} hosts in round {Round} already.")
        : IsInDebt(partnership, earlier) ? new("IMP-16", $"School {HostUrn} has hosted {ReviewPolicy.HostingsWithoutReviewing} reviews and supplied no reviewer; it reviews somebody before it hosts again.", "hostUrn")
        : null;

    public ReviewPlanned Decide(ReviewId id, ReviewingPartnership partnership) => new(
        id, PartnershipId, PeerGroupId, HostUrn, AcademicYear.Of(PlannedFrom), Round, Model, PlannedFrom, PlannedTo, InvitedBy, FollowUpOf, OccurredOn,
        partnership.ProtocolOn(OccurredOn)?.Version);

    /// <summary>What a school hosted and supplied counts for the school that took its place; a review that was cancelled was not hosted.</summary>
    private bool IsInDebt(ReviewingPartnership partnership, IReadOnlyList<PeerReview> earlier)
    {
        bool IsHost(Urn urn) => partnership.Members.LineOf(urn).Contains(HostUrn);
        var held = earlier.Where(review => review.Cancelled is null).ToList();
        return held.Count(review => IsHost(review.HostUrn)) >= ReviewPolicy.HostingsWithoutReviewing
            && !held.Any(review => review.VisitStartedOn is not null && review.Peers().Any(member => member.HomeUrn is { } home && IsHost(home)));
    }
}

/// <summary>The days on which a visit may be planned, at first or anew.</summary>
internal static class DaysOfVisit
{
    /// <summary>IMP-8 for a visit that ends before it begins or is longer than its protocol says; also for one that lies in the past, or too far ahead for anybody to know who will head a school.</summary>
    public static Objection? NotPlanned(DateOnly from, DateOnly to, DateOnly day, int longest) =>
        to < from ? new("IMP-8", "The visit ends before it begins.", "plannedTo")
        : to.DayNumber - from.DayNumber >= longest ? new("IMP-8", $"By its protocol a visit has no more days than {longest}.", "plannedTo")
        : from < day ? Objection.Malformed("plannedFrom", "A visit is planned on its day or before.")
        : from.DayNumber - day.DayNumber > ReviewPolicy.DaysAhead ? Objection.Malformed("plannedFrom", "A visit is planned at most three years ahead.")
        : null;
}

public static class PlanReviewEndpoint
{
    public static async Task<(ReviewingPartnership?, IReadOnlyList<SchoolInReview>, HeadsOfSchool?, IReadOnlyList<PeerReview>)> LoadAsync(
        PlanReview command, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.FindAsync(command.PartnershipId, session, token),
            await SchoolInReview.AllAsync([command.HostUrn], session, token),
            await session.Events.AggregateStreamAsync<HeadsOfSchool>(command.HostUrn.LeadershipStream(), token: token),
            await session.Query<PeerReview>().Where(review => review.PartnershipId == command.PartnershipId).ToListAsync(token));

    public static Objection? Validate(
        PlanReview command, ReviewingPartnership? partnership, IReadOnlyList<SchoolInReview> schools, HeadsOfSchool? heads, IReadOnlyList<PeerReview> earlier, Acting acting) =>
        command.Objection(partnership, schools, heads, earlier, acting);

    [WolverinePost("/api/v1/reviews")]
    public static (Created<Begun<ReviewId>>, IStartStream) Post(PlanReview command, ReviewingPartnership? partnership)
    {
        var id = ReviewId.New();
        return (TypedResults.Created($"/api/v1/reviews/{id}", new Begun<ReviewId>(id)), MartenOps.StartStream<PeerReview>(id.Value, command.Decide(id, partnership!)));
    }
}
