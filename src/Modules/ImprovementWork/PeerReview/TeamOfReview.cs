using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody proposed for the team, what they declared, and how it was weighed.</summary>
public sealed record TeamMember(
    PersonId PersonId, Urn? HomeUrn, TeamRole Role, DateOnly? TrainedOn, ReviewerInterestDeclared? Interest, ReviewerInterestAssessed? Assessment)
{
    /// <summary>True for those who judge as peers: they are trained, come from another school and declare what links them to the host.</summary>
    public bool ReviewsAsPeer() => Role is TeamRole.Lead or TeamRole.Reviewer;

    /// <summary>True for those who say how the school does: not a partner from the school itself, nor somebody who looks on to learn.</summary>
    public bool Judges() => Role is not (TeamRole.HostPartner or TeamRole.Shadow);
}

/// <summary>Who makes up the team of a review, and who of them judges.</summary>
public static class TeamOfReview
{
    /// <summary>The confirmed members of the team.</summary>
    public static IEnumerable<TeamMember> ConfirmedTeam(this PeerReview review) => review.Team.Where(member => review.Confirmed?.Members.Contains(member.PersonId) == true);

    /// <summary>Those who came to the visit; before it, those who are to come.</summary>
    public static IEnumerable<TeamMember> Came(this PeerReview review) => review.ConfirmedTeam().Where(member => review.Present.IsEmpty || review.Present.Contains(member.PersonId));

    /// <summary>Those of them who judge as peers.</summary>
    public static IEnumerable<TeamMember> Peers(this PeerReview review) => review.Came().Where(member => member.ReviewsAsPeer());

    /// <summary>True for a confirmed member of the team whose interest is weighed and does not exclude them. Whoever declares anew stands outside until that is weighed (IMP-5).</summary>
    public static bool HasOnTeam(this PeerReview review, PersonId person) => review.ConfirmedTeam().Any(member => member.PersonId == person
        && (member.Role == TeamRole.HostPartner ? member.Assessment is null or { Outcome: not InterestOutcome.Excluded } : member.Assessment is { Outcome: not InterestOutcome.Excluded }));

    /// <summary>True for those of them who say how the school does, once the visit has begun those who came.</summary>
    public static bool JudgedBy(this PeerReview review, PersonId person) => review.HasOnTeam(person) && review.Came().Any(member => member.PersonId == person && member.Judges());
}
