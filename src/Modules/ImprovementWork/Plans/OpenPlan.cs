using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>A school, or the partnership together, begins a plan for an academic year. A workshop opens one by itself where the review may start it; where it may not, host and lead do it by hand from the review.</summary>
public sealed record OpenPlan(PartnershipId PartnershipId, int AcademicYear, DateOnly OccurredOn, Urn? Urn = null, ReviewId? ReviewId = null) : ICommand
{
    public Objection? Objection(ReviewingPartnership? partnership, ImprovementPlan? known, PeerReview? review, Acting acting) =>
        partnership is null || !partnership.MayBeKnownTo(acting) ? Contracts.Objection.Unknown("partnershipId")
        : !acting.Leads(PartnershipId) && !(Urn is { } own && acting.IsAt(own, Capacity.Headteacher))
            ? Contracts.Objection.LacksCapacity(Urn is null ? "the partnership's lead" : "the partnership's lead or the head of the school")
        : partnership.Members.NotGoingOn() is { } over ? over
        : Urn is { } school && !partnership.Members.Has(school, OccurredOn) ? new("XCT-8", $"School {school} was not a member on {OccurredOn:d MMMM yyyy}.", "urn")
        : AcademicYear != Contracts.AcademicYear.Of(OccurredOn) && AcademicYear != Contracts.AcademicYear.Of(OccurredOn) + 1
            ? Contracts.Objection.Malformed("academicYear", "A plan is opened for this academic year or the next.")
        : ReviewId is not null && NotFrom(review, partnership) is { } elsewhere ? elsewhere
        : known is not null ? Contracts.Objection.Malformed("academicYear", "There is such a plan already.")
        : null;

    public PlanOpened Decide(PeerReview? review = null) =>
        new(Id, PartnershipId, Urn, AcademicYear, Urn is null ? PlanSource.Shared : ReviewId is null ? PlanSource.SelfReview : PlanSource.Review, ReviewId, OccurredOn, review?.RingOfPlan());

    /// <summary>A plan begins from a review of the same school in this partnership once its head has heard the findings.</summary>
    private Objection? NotFrom(PeerReview? review, ReviewingPartnership partnership) =>
        review is null || review.PartnershipId != PartnershipId || !(Urn is { } school && review.OwnersIn(partnership).Contains(school)) ? Contracts.Objection.Malformed("reviewId", "This is no review of this school in this partnership.")
        : review.State == ReviewState.Cancelled || !(review.Feedback?.OccurredOn <= OccurredOn) ? Contracts.Objection.Malformed("reviewId", "A plan begins from a review once the host has heard its findings.")
        : null;

    internal PlanId Id => Urn is { } school ? PlanId.OfSchool(PartnershipId, school, AcademicYear) : PlanId.Shared(PartnershipId, AcademicYear);
}

public static class OpenPlanEndpoint
{
    public static async Task<(ReviewingPartnership?, ImprovementPlan?, PeerReview?)> LoadAsync(OpenPlan command, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.FindAsync(command.PartnershipId, session, token);
        return (partnership, partnership is null ? null : await PlansOfYear.FindAsync(partnership, command.Urn, command.AcademicYear, session, token),
            command.ReviewId is { } id ? await session.LoadAsync<PeerReview>((object)id, token) : null);
    }

    public static Objection? Validate(OpenPlan command, ReviewingPartnership? partnership, ImprovementPlan? known, PeerReview? review, Acting acting) =>
        command.Objection(partnership, known, review, acting);

    [WolverinePost("/api/v1/plans")]
    public static (Created<Begun<PlanId>>, IStartStream) Post(OpenPlan command, PeerReview? review) =>
        (TypedResults.Created($"/api/v1/plans/{command.Id}", new Begun<PlanId>(command.Id)), MartenOps.StartStream<ImprovementPlan>(command.Id.Value, command.Decide(review)));
}

/// <summary>A school has one plan a year in each partnership, under whichever URN it was opened: its own, that of a school whose place it took, or of one that took its own.</summary>
public static class PlansOfYear
{
    public static async Task<ImprovementPlan?> FindAsync(ReviewingPartnership partnership, Urn? urn, int academicYear, IQuerySession session, CancellationToken token)
    {
        var id = partnership.Id;
        var plans = await session.Query<ImprovementPlan>().Where(plan => plan.PartnershipId == id && plan.Opened.AcademicYear == academicYear).ToListAsync(token);
        return plans.FirstOrDefault(plan => urn is { } school ? plan.Urn is { } own && (partnership.Members.LineOf(own).Contains(school) || partnership.Members.LineOf(school).Contains(own)) : plan.Urn is null);
    }
}
