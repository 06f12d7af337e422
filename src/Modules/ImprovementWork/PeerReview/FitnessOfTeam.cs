using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who may judge a school: asked when the team is confirmed, and again of those who come on the first day.</summary>
/// <param name="Partnership">The partnership that reviews.</param>
/// <param name="Schools">The host and the schools that the team comes from.</param>
/// <param name="Linked">Schools of partnerships that look at this one by a link on the day.</param>
/// <param name="LastYear">The reviews of the same host that were visited, or are to be, in the academic year before (IMP-14).</param>
/// <param name="Records">Training of the team.</param>
/// <param name="Leaders">Who headed and chaired the host, the member schools and those the team comes from.</param>
public sealed record FitnessOfTeam(
    ReviewingPartnership Partnership, IReadOnlyList<SchoolInReview> Schools, LinkedSchools Linked, IReadOnlyList<PeerReview> LastYear, IReadOnlyList<TrainingRecord> Records, IReadOnlyList<HeadsOfSchool> Leaders)
{
    /// <summary>How many review as peers at least (IMP-3); in a triad that is one from each of the other schools.</summary>
    public const int PeersNeeded = 2;

    /// <param name="review">The review.</param>
    /// <param name="team">Those of its team who are to judge.</param>
    /// <param name="day">The day on which they stand as a team.</param>
    /// <param name="visit">The first day of the visit, planned or come.</param>
    /// <param name="field">The field that names them.</param>
    public Objection? Objection(PeerReview review, IReadOnlyCollection<TeamMember> team, DateOnly day, DateOnly visit, string field) =>
        team.Count(member => member.ReviewsAsPeer()) < PeersNeeded ? new("IMP-3", "At least two peers review.", field)
        : team.Count(member => member.Role == TeamRole.Lead) != 1 ? new("IMP-3", "Exactly one of the peers leads.", field)
        : OwnSchool(review, team, day, field) is { } own ? own
        : NotDistant(review, HomesOf(team, day), day, field) is { } near ? near
        : LastYear.Any(earlier => AcademicYear.Of(earlier.VisitStartedOn ?? earlier.Plan.PlannedFrom) == AcademicYear.Of(visit) - 1 && IsLastYears(team, earlier))
            ? new("IMP-14", "The same peers with the same lead reviewed this school last year. Let the lead rotate, or somebody else join: a review is no cosy chat.", field)
        : NotFit(team, visit, field);

    /// <summary>IMP-3 when somebody who is to judge heads, chairs or works for the host, whatever home was named for them, and when a peer heads another member school than the home named; IMP-7 when a facilitator heads or chairs a member school.</summary>
    private Objection? OwnSchool(PeerReview review, IReadOnlyCollection<TeamMember> team, DateOnly day, string field)
    {
        var owners = review.OwnersIn(Partnership);
        Guid[] own = [.. owners.Select(urn => urn.LeadershipStream())], members = [.. Partnership.MembersOn(day).Select(urn => urn.LeadershipStream())];
        var judging = team.Where(member => member.Judges()).ToList();
        return judging.Any(member => Leaders.Any(school => own.Contains(school.Id) && school.IsLedBy(member.PersonId, day))
                || Records.Any(record => record.PersonId == member.PersonId && record.HomeOn(day) is { } employer && owners.Contains(employer)))
                ? new("IMP-3", "Nobody reviews their own school.", field)
            : judging.Any(member => member.Role == TeamRole.Facilitator && Leaders.Any(school => members.Contains(school.Id) && school.IsLedBy(member.PersonId, day)))
                ? new("IMP-7", "A facilitator comes from outside the member schools.", field)
            : team.Any(member => member.ReviewsAsPeer() && member.HomeUrn is { } home && Leaders.HeadsAnother(member.PersonId, home, Partnership, day))
                ? new("IMP-3", "Somebody here heads another school than the one named as theirs; propose them again with their own.", field)
            : null;
    }

    /// <summary>Peers come from other schools that take part, each under the URN it has by then: in a triad from both of them, in a trust's review one at least from outside the trust, in scrutiny one at least from the
    /// partnership that looks. A linked school signed the protocol of its own partnership, not this one's; host and team confirm this review's with whoever comes.</summary>
    private Objection? NotDistant(PeerReview review, IReadOnlyList<Urn> homes, DateOnly day, string field)
    {
        var owners = review.OwnersIn(Partnership);
        string? TrustOf(Urn urn) => Schools.FirstOrDefault(school => school.Urn == urn)?.TrustUid;

        return homes.Any(owners.Contains) ? new("IMP-3", "Nobody reviews their own school.", field)
            : review.Plan.Model == ReviewModel.PartnershipScrutiny && !homes.Any(Linked.Urns.Contains)
                ? new("IMP-3", "In scrutiny a peer comes from a school of the partnership that looks.", field)
            : review.Plan.Model != ReviewModel.PartnershipScrutiny && Partnership.Kind == PartnershipKind.Triad && Partnership.MembersOn(day).Except(owners).Except(homes).Any()
                ? new("IMP-3", "In a triad both other schools review.", field)
            : review.Plan.Model == ReviewModel.TrustReview && homes.All(urn => TrustOf(urn) is { } trust && trust == TrustOf(owners[^1]))
                ? new("IMP-3", "A review inside a trust has a peer from outside it.", field)
            : homes.Distinct().Select(urn => Schools.NotOpenOn(day, urn, field)
                    ?? (Linked.Urns.Contains(urn) ? null : Partnership.NotTakingPart(urn, day, Partnership.ProtocolOf(review), field)))
                .FirstOrDefault(objection => objection is not null);
    }

    /// <summary>In a triad the peers are always the same two heads: there a facilitator who was not with them last year makes the difference too. A peer from a linked partnership does so
    /// anywhere, for then the peers are others.</summary>
    private bool IsLastYears(IReadOnlyCollection<TeamMember> team, PeerReview lastYear) =>
        team.Where(member => member.ReviewsAsPeer()).Select(member => member.PersonId).ToHashSet().SetEquals(lastYear.Peers().Select(member => member.PersonId))
        && team.Single(member => member.Role == TeamRole.Lead).PersonId == lastYear.Confirmed?.Lead
        && !(Partnership.Kind == PartnershipKind.Triad && team.Any(member => member.Role == TeamRole.Facilitator && lastYear.Came().All(known => known.PersonId != member.PersonId)));

    /// <summary>IMP-4 when a peer's training is missing or out of date on the first day of the visit; IMP-5 when an interest is not weighed, or excludes.
    /// A host partner works beside the team for the school itself and has nothing to weigh.</summary>
    private Objection? NotFit(IReadOnlyCollection<TeamMember> team, DateOnly firstDay, string field) =>
        team.Any(member => member.ReviewsAsPeer() && !TrainedOn(member, Records.FirstOrDefault(record => record.PersonId == member.PersonId), firstDay))
            ? new("IMP-4", $"Every peer has been trained within the {ReviewPolicy.TrainingCountsMonths} months before the visit.", field)
        : team.Any(member => member.Role != TeamRole.HostPartner && member.Assessment is null) ? new("IMP-5", "Every interest is declared and weighed first.", field)
        : team.Any(member => member.Assessment?.Outcome == InterestOutcome.Excluded) ? new("IMP-5", "Somebody here is excluded by an interest.", field)
        : null;

    /// <summary>What the record knows counts, and so does what the lead reported, unless the record has taken just that back: the later of the two decides.</summary>
    public static bool TrainedOn(TeamMember member, TrainingRecord? record, DateOnly day) =>
        record?.CountsAs(TrainedAs.PeerReviewer, day) == true
        || (member.TrainedOn is { } reported && reported <= day && day <= Training.LastDayOf(reported) && record?.Withdrew(reported) != true);

    public static async Task<FitnessOfTeam> OfAsync(PeerReview review, DateOnly day, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        var homes = review.Team.Select(member => member.HomeUrn).OfType<Urn>().Select(urn => partnership.Members.InPlaceOf(urn, day)).Distinct().ToList();
        return new(partnership, await SchoolInReview.AllAsync([.. review.OwnersIn(partnership), .. homes], session, token), await LinkedSchools.ScrutinisingAsync(partnership, homes, day, session, token),
            await EarlierAsync(review, partnership, session, token), await TrainingRecords.OfAsync(review.Team.Select(member => member.PersonId), session, token),
            await HeadsOfSchool.AllAsync(partnership.MembersOn(day).Union(review.OwnersIn(partnership)).Union(homes), session, token));
    }

    /// <summary>Other reviews that the same school, or one whose place it took, hosted: as far back as a visit that was put off could count for the year before.</summary>
    public static async Task<IReadOnlyList<PeerReview>> EarlierAsync(PeerReview review, ReviewingPartnership partnership, IQuerySession session, CancellationToken token)
    {
        var (id, partners, since) = (review.Id, review.PartnershipId, review.Plan.AcademicYear - 2);
        var reviews = await session.Query<PeerReview>().Where(other => other.PartnershipId == partners && other.Id != id && other.Plan.AcademicYear >= since).ToListAsync(token);
        return [.. reviews.Where(other => other is { Cancelled: null, Confirmed: not null } && partnership.Members.LineOf(other.HostUrn).Contains(review.HostUrn))];
    }

    /// <summary>The schools that the peers come from, each under the URN it has on the day.</summary>
    private List<Urn> HomesOf(IEnumerable<TeamMember> team, DateOnly day) =>
        [.. team.Where(member => member.ReviewsAsPeer()).Select(member => member.HomeUrn).OfType<Urn>().Select(urn => Partnership.Members.InPlaceOf(urn, day))];
}
