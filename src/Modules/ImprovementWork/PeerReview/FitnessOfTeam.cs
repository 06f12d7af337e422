using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who may judge a school: asked when the team is confirmed, and again of those who come on the first day.</summary>
public static class FitnessOfTeam
{
    /// <summary>How many review as peers at least (IMP-3); in a triad that is one from each of the other schools.</summary>
    public const int PeersNeeded = 2;

    /// <summary>IMP-3 unless at least two review as peers and exactly one of them leads.</summary>
    public static Objection? NotPeers(IReadOnlyCollection<TeamMember> team, string field) =>
        team.Count(member => member.ReviewsAsPeer()) < PeersNeeded ? new("IMP-3", "At least two peers review.", field)
        : team.Count(member => member.Role == TeamRole.Lead) != 1 ? new("IMP-3", "Exactly one of the peers leads.", field)
        : null;

    /// <summary>The schools that the peers come from, each under the URN it has on the day.</summary>
    public static IReadOnlyList<Urn> HomesOn(this IEnumerable<TeamMember> team, DateOnly day, ReviewingPartnership partnership) =>
        [.. team.Where(member => member.ReviewsAsPeer()).Select(member => member.HomeUrn).OfType<Urn>().Select(urn => partnership.Members.InPlaceOf(urn, day))];

    /// <summary>IMP-3 in a triad unless both other schools review; scrutiny comes from elsewhere.</summary>
    public static Objection? NotBothSchools(PeerReview review, ReviewingPartnership partnership, IReadOnlyList<Urn> homes, DateOnly day, string field) =>
        review.Plan.Model != ReviewModel.PartnershipScrutiny && partnership.Kind == PartnershipKind.Triad && partnership.MembersOn(day).Except(review.OwnersIn(partnership)).Except(homes).Any()
            ? new("IMP-3", "In a triad both other schools review.", field) : null;

    /// <summary>IMP-4 when a peer's training is missing or out of date on the first day of the visit; IMP-5 when an interest is not weighed, or excludes.
    /// A host partner works beside the team for the school itself and has nothing to weigh.</summary>
    public static Objection? NotFit(IReadOnlyCollection<TeamMember> team, IReadOnlyCollection<TrainingRecord> records, DateOnly firstDay, string field) =>
        team.Any(member => member.ReviewsAsPeer() && !TrainedOn(member, records.FirstOrDefault(record => record.PersonId == member.PersonId), firstDay))
            ? new("IMP-4", $"Every peer has been trained within the {ReviewPolicy.TrainingCountsMonths} months before the visit.", field)
        : team.Any(member => member.Role != TeamRole.HostPartner && member.Assessment is null) ? new("IMP-5", "Every interest is declared and weighed first.", field)
        : team.Any(member => member.Assessment?.Outcome == InterestOutcome.Excluded) ? new("IMP-5", "Somebody here is excluded by an interest.", field)
        : null;

    /// <summary>What the record knows counts, and so does what the lead reported, unless the record has taken just that back: the later of the two decides.</summary>
    public static bool TrainedOn(TeamMember member, TrainingRecord? record, DateOnly day) =>
        record?.CountsAs(TrainedAs.PeerReviewer, day) == true
        || (member.TrainedOn is { } reported && reported <= day && day <= Training.LastDayOf(reported) && record?.Withdrew(reported) != true);
}
