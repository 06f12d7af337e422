using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody is proposed for the team, so that what links them to the host can be declared and weighed before they are let in.</summary>
public sealed record ProposeTeamMember(PersonId PersonId, TeamRole Role, DateOnly OccurredOn, Urn? HomeUrn = null, DateOnly? TrainedOn = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, LinkedSchools linked, TrainingRecord? record, IReadOnlyList<HeadsOfSchool> leaders, Acting acting) =>
        review.NotRecordedByLead(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.DataShared, Contracts.Objection.Malformed("personId", "The visit has begun; the team stands."))
        ?? (OccurredOn < review.Plan.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "Nobody is proposed before the review is planned.")
        : review.ConfirmedTeam().Any(member => member.PersonId == PersonId && (member.HomeUrn == HomeUrn || member.Role != Role || (TrainedOn is not null && TrainedOn != member.TrainedOn)))
            ? Contracts.Objection.Malformed("personId", "This person is on the confirmed team; all that can be put right is the school that employs them.")
        : review.Team.Any(member => (member.PersonId, member.HomeUrn, member.Role, member.TrainedOn) == (PersonId, HomeUrn, Role, TrainedOn))
            ? Contracts.Objection.Malformed("personId", "This proposal is recorded already.")
        : TrainedOn > OccurredOn ? Contracts.Objection.Malformed("trainedOn", "Training that has not taken place does not count.")
        : TrainedOn is { } reported && record?.Withdrew(reported) == true
            ? new("IMP-4", $"A training of {reported:d MMMM yyyy} was recorded for this person and withdrawn; it does not count.", "trainedOn")
        : Role is not (TeamRole.HostPartner or TeamRole.Shadow) && (PersonId == review.Plan.InvitedBy || record?.HomeOn(OccurredOn) is { } employer && review.OwnersIn(partnership).Contains(employer))
            ? new("IMP-3", "Nobody reviews their own school.", "personId")
        : HomeOutOfPlace(review, partnership, linked)
        ?? (Role is TeamRole.Lead or TeamRole.Reviewer && HomeUrn is { } home && leaders.HeadsAnother(PersonId, home, partnership, OccurredOn)
            ? new("IMP-3", "This person heads another school than the one named as theirs.", "homeUrn") : null));

    public TeamMemberProposed Decide(PeerReview review) =>
        new(review.Id, review.PartnershipId, PersonId, HomeUrn, Role, TrainedOn ?? review.ConfirmedTeam().FirstOrDefault(member => member.PersonId == PersonId)?.TrainedOn, OccurredOn);

    private Objection? HomeOutOfPlace(PeerReview review, ReviewingPartnership partnership, LinkedSchools linked) => Role switch
    {
        TeamRole.Lead or TeamRole.Reviewer when HomeUrn is null => Contracts.Objection.Malformed("homeUrn", "A peer has a home school."),
        TeamRole.Lead or TeamRole.Reviewer when review.OwnersIn(partnership).Contains(HomeUrn.Value) => new("IMP-3", "Nobody reviews their own school.", "homeUrn"),
        TeamRole.Lead or TeamRole.Reviewer when !partnership.MembersOn(OccurredOn).Contains(HomeUrn.Value) && !linked.Urns.Contains(HomeUrn.Value) =>
            new("XCT-8", $"School {HomeUrn} was a member neither of this partnership nor of one linked with it for scrutiny on {OccurredOn:d MMMM yyyy}.", "homeUrn"),
        TeamRole.Facilitator when partnership.Members.Any(member => member.Urn == HomeUrn) => new("IMP-7", "A facilitator comes from outside the member schools.", "homeUrn"),
        TeamRole.HostPartner when HomeUrn is not { } home || !review.OwnersIn(partnership).Contains(home) => Contracts.Objection.Malformed("homeUrn", "A host partner works at the host school."),
        _ => null,
    };
}

public static class ProposeTeamMemberEndpoint
{
    public static async Task<(ReviewingPartnership, LinkedSchools, TrainingRecord?, IReadOnlyList<HeadsOfSchool>)> LoadAsync(ProposeTeamMember command, PeerReview review, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        return (partnership, command.HomeUrn is { } named ? await LinkedSchools.ScrutinisingAsync(partnership, [named], command.OccurredOn, session, token) : LinkedSchools.None,
            await session.LoadAsync<TrainingRecord>(TrainingRecord.StreamOf(command.PersonId), token),
            await HeadsOfSchool.AllAsync(partnership.MembersOn(command.OccurredOn).Union(command.HomeUrn is { } home ? [home] : []), session, token));
    }

    public static Objection? Validate(ProposeTeamMember command, PeerReview review, ReviewingPartnership partnership, LinkedSchools linked, TrainingRecord? record, IReadOnlyList<HeadsOfSchool> leaders, Acting acting) =>
        command.Objection(review, partnership, linked, record, leaders, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/team")]
    public static (Recorded, Events) Post(ProposeTeamMember command, [WriteModel("reviewId")] PeerReview review) =>
        (new(review.Version + 1), [command.Decide(review)]);
}
