using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>An objective says what is to become different for whom, how it is now, how it is to be, and how that will be known.</summary>
public sealed record AddObjective(
    ObjectiveTerms Terms, StaffRole OwnerRole, IReadOnlyList<Urn> OwnerUrns, DateOnly OccurredOn, ImprovementArea? Area = null, HardWiredArea? HardWiredArea = null, string? PurposeClauseId = null,
    string? ResearchRef = null, FindingId? FindingId = null) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, ReviewingPartnership partnership, PeerReview? found, Acting acting) =>
        plan.NotGoingOn(this, partnership, acting)
        ?? Terms.NotFit("terms", OccurredOn)
        ?? (Area is null && HardWiredArea is null ? Contracts.Objection.Malformed("area", "Say what it is about: an area of improvement, or one of the eight hard-wired areas.")
        : OwnerUrns.Count == 0 || OwnerUrns.Distinct().Count() != OwnerUrns.Count ? Contracts.Objection.Malformed("ownerUrns", "Name the schools that own it, each once.")
        : plan.Urn is null && OwnerUrns.Count < 2 ? new("IMP-26", "A shared objective has owners in two schools at least.", "ownerUrns")
        : plan.Urn is { } own && !OwnerUrns.Contains(own) ? Contracts.Objection.Malformed("ownerUrns", "The school owns the objectives of its own plan.")
        : OwnerUrns.FirstOrDefault(urn => !partnership.Members.Has(urn, OccurredOn)) is { Value: > 0 } stranger ? new("XCT-8", $"School {stranger} was not a member on {OccurredOn:d MMMM yyyy}.", "ownerUrns")
        : PurposeClauseId is { } clause && !partnership.PurposeClauses.Contains(clause) ? Contracts.Objection.Malformed("purposeClauseId", "The moral purpose in force has no such clause.")
        : ResearchRef?.Length > 300 ? Contracts.Objection.Malformed("researchRef", "At most 300 characters.")
        : FindingId is not null && !(found is { Feedback: not null } && plan.Urn is { } host && found.OwnersIn(partnership).Contains(host))
            ? Contracts.Objection.Malformed("findingId", "A finding is one that the head of this school has heard, of a review in this partnership.")
        : plan.Objectives.Exists(known => known.Terms == Terms && known.Set.OccurredOn == OccurredOn) ? Contracts.Objection.Malformed("terms", "This objective is recorded already.")
        : null);

    public ObjectiveSet Decide(ObjectiveId id, ImprovementPlan plan) =>
        new(plan.Id, plan.PartnershipId, id, Area, HardWiredArea, Terms, PurposeClauseId, OwnerRole, OwnerUrns, ResearchRef, FindingId, OccurredOn);
}

/// <summary>The review that agreed a finding, if one did.</summary>
public sealed record ReviewThatFound(PeerReview? Review)
{
    public static async Task<ReviewThatFound> OfAsync(FindingId? finding, PartnershipId partnership, IQuerySession session, CancellationToken token) =>
        new(finding is not { } id ? null : await session.Query<PeerReview>()
            .Where(review => review.PartnershipId == partnership && review.MatchesSql("d.data -> 'findings' @> ?::jsonb", $$"""[{"findingId": "{{id}}"}]""")).FirstOrDefaultAsync(token));
}

public static class AddObjectiveEndpoint
{
    public static async Task<(ReviewingPartnership, ReviewThatFound)> LoadAsync(AddObjective command, ImprovementPlan plan, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(plan.PartnershipId, session, token), await ReviewThatFound.OfAsync(command.FindingId, plan.PartnershipId, session, token));

    public static Objection? Validate(AddObjective command, ImprovementPlan plan, ReviewingPartnership partnership, ReviewThatFound found, Acting acting) =>
        command.Objection(plan, partnership, found.Review, acting);

    [WolverinePost("/api/v1/plans/{planId}/objectives")]
    public static (Created<Begun<ObjectiveId>>, Events) Post(AddObjective command, [WriteModel("planId")] ImprovementPlan plan)
    {
        var id = ObjectiveId.New();
        return (TypedResults.Created($"/api/v1/plans/{plan.Id}", new Begun<ObjectiveId>(id)), [command.Decide(id, plan)]);
    }
}
