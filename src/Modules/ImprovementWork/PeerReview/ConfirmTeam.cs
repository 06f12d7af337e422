using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The team stands: trained peers from other schools, every interest weighed, exactly one of them leading.</summary>
public sealed record ConfirmTeam(IReadOnlyList<PersonId> Members, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(
        PeerReview review, ReviewingPartnership partnership, IReadOnlyList<SchoolInReview> schools, LinkedSchools linked, PeerReview? lastYear, IReadOnlyList<TrainingRecord> records, Acting acting)
    {
        var team = review.Team.Where(member => Members.Contains(member.PersonId)).ToList();
        return review.NotRecordedByLead(acting, partnership)
            ?? review.OutOfStep(ReviewState.Scoped, ReviewState.DataShared, review.Enquiry is null
                ? new("IMP-2", "The host's enquiry question comes first: it decides who can answer it.")
                : Contracts.Objection.Malformed("members", "The visit has begun; the team stands."))
            ?? review.BeforeLastStep(this)
            ?? (team.Count != Members.Count ? Contracts.Objection.Malformed("members", "Each member is proposed first, and named once.")
                : review.Confirmed?.Members.ToHashSet().SetEquals(Members) == true ? Contracts.Objection.Malformed("members", "This team is confirmed already.")
                : null)
            ?? FitnessOfTeam.NotPeers(team, "members")
            ?? NotDistant(review, partnership, schools, linked, team.HomesOn(OccurredOn, partnership))
            ?? (lastYear is not null && IsLastYears(team, partnership, lastYear)
                ? new Contracts.Objection("IMP-14", "The same peers with the same lead reviewed this school last year. Let the lead rotate, or somebody else join: a review is no cosy chat.", "members") : null)
            ?? FitnessOfTeam.NotFit(team, records, review.Plan.PlannedFrom, "members");
    }

    /// <summary>In a triad the peers are always the same two heads: there a facilitator who was not with them last year makes the difference too. A peer from a linked partnership does so
    /// anywhere, for then the peers are others.</summary>
    private static bool IsLastYears(IReadOnlyCollection<TeamMember> team, ReviewingPartnership partnership, PeerReview lastYear) =>
        team.Where(member => member.ReviewsAsPeer()).Select(member => member.PersonId).ToHashSet().SetEquals(lastYear.ConfirmedPeers().Select(member => member.PersonId))
        && team.Single(member => member.Role == TeamRole.Lead).PersonId == lastYear.Confirmed?.Lead
        && !(partnership.Kind == PartnershipKind.Triad && team.Any(member => member.Role == TeamRole.Facilitator && lastYear.Confirmed?.Members.Contains(member.PersonId) != true));

    public TeamConfirmed Decide(PeerReview review) => new(
        review.Id, review.PartnershipId, Members, review.Team.Single(member => member.Role == TeamRole.Lead && Members.Contains(member.PersonId)).PersonId, OccurredOn);

    /// <summary>Peers come from other schools that take part, each under the URN it has by then: in a triad from both of them, in a trust's review one at least from outside the trust, in scrutiny one at least from the
    /// partnership that looks. A linked school signed the protocol of its own partnership, not this one's; host and team confirm this review's with whoever comes.</summary>
    private Objection? NotDistant(PeerReview review, ReviewingPartnership partnership, IReadOnlyList<SchoolInReview> schools, LinkedSchools linked, IReadOnlyList<Urn> homes)
    {
        var owners = review.OwnersIn(partnership);
        string? TrustOf(Urn urn) => schools.FirstOrDefault(school => school.Urn == urn)?.TrustUid;

        return homes.Any(owners.Contains) ? new("IMP-3", "Nobody reviews their own school.", "members")
            : review.Plan.Model == ReviewModel.PartnershipScrutiny && !homes.Any(linked.Urns.Contains)
                ? new("IMP-3", "In scrutiny a peer comes from a school of the partnership that looks.", "members")
            : FitnessOfTeam.NotBothSchools(review, partnership, homes, OccurredOn, "members") is { } alone ? alone
            : review.Plan.Model == ReviewModel.TrustReview && homes.All(urn => TrustOf(urn) is { } trust && trust == TrustOf(owners[^1]))
                ? new("IMP-3", "A review inside a trust has a peer from outside it.", "members")
            : homes.Distinct().Select(urn => schools.NotOpenOn(OccurredOn, urn, "members")
                    ?? (linked.Urns.Contains(urn) ? null : partnership.NotTakingPart(urn, OccurredOn, partnership.ProtocolOf(review), "members")))
                .FirstOrDefault(objection => objection is not null);
    }
}

public static class ConfirmTeamEndpoint
{
    public static async Task<(ReviewingPartnership, IReadOnlyList<SchoolInReview>, LinkedSchools, ReviewOfLastYear, IReadOnlyList<TrainingRecord>)> LoadAsync(
        ConfirmTeam command, PeerReview review, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        var homes = review.Team.Select(member => member.HomeUrn).OfType<Urn>().Select(urn => partnership.Members.InPlaceOf(urn, command.OccurredOn)).Distinct().ToList();
        return (partnership, await SchoolInReview.AllAsync([.. review.OwnersIn(partnership), .. homes], session, token), await LinkedSchools.ScrutinisingAsync(partnership, homes, command.OccurredOn, session, token),
            await ReviewOfLastYear.OfAsync(review, partnership, session, token), await TrainingRecords.OfAsync(review.Team.Select(member => member.PersonId), session, token));
    }

    public static Objection? Validate(
        ConfirmTeam command, PeerReview review, ReviewingPartnership partnership, IReadOnlyList<SchoolInReview> schools, LinkedSchools linked, ReviewOfLastYear lastYear,
        IReadOnlyList<TrainingRecord> records, Acting acting) => command.Objection(review, partnership, schools, linked, lastYear.Review, records, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/team/confirmation")]
    public static (Recorded, Events) Post(ConfirmTeam command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
