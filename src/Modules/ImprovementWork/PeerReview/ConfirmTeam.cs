using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The team stands: trained peers from other schools, every interest weighed, exactly one of them leading.</summary>
public sealed record ConfirmTeam(IReadOnlyList<PersonId> Members, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, FitnessOfTeam fitness, Acting acting)
    {
        var team = review.Team.Where(member => Members.Contains(member.PersonId)).ToList();
        return review.NotRecordedByLead(acting, fitness.Partnership)
            ?? review.OutOfStep(ReviewState.Scoped, ReviewState.DataShared, review.Enquiry is null
                ? new("IMP-2", "The host's enquiry question comes first: it decides who can answer it.")
                : Contracts.Objection.Malformed("members", "The visit has begun; the team stands."))
            ?? review.BeforeLastStep(this)
            ?? (team.Count != Members.Count ? Contracts.Objection.Malformed("members", "Each member is proposed first, and named once.")
                : review.Confirmed?.Members.ToHashSet().SetEquals(Members) == true ? Contracts.Objection.Malformed("members", "This team is confirmed already.")
                : null)
            ?? fitness.Objection(review, team, OccurredOn, review.Plan.PlannedFrom, "members");
    }

    public TeamConfirmed Decide(PeerReview review) => new(
        review.Id, review.PartnershipId, Members, review.Team.Single(member => member.Role == TeamRole.Lead && Members.Contains(member.PersonId)).PersonId, OccurredOn);
}

public static class ConfirmTeamEndpoint
{
    public static Task<FitnessOfTeam> LoadAsync(ConfirmTeam command, PeerReview review, IQuerySession session, CancellationToken token) =>
        FitnessOfTeam.OfAsync(review, command.OccurredOn, session, token);

    public static Objection? Validate(ConfirmTeam command, PeerReview review, FitnessOfTeam fitness, Acting acting) => command.Objection(review, fitness, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/team/confirmation")]
    public static (Recorded, Events) Post(ConfirmTeam command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
