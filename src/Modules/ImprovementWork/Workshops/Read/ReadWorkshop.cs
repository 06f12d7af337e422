using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a workshop chose to work on, and what it agreed.</summary>
public sealed record InsideOfWorkshop(
    IReadOnlyList<FindingId> PrioritiesChosen, IReadOnlyList<ShownText?> Hypotheses, IReadOnlyList<string> ResearchRefs, PlanId? PlanId, IReadOnlyList<ObjectiveId> ObjectiveIds,
    DateOnly? ActionsAgreedOn);

/// <summary>A workshop as one reader may see it.</summary>
/// <param name="ReviewId">The review it follows.</param>
/// <param name="DueBy">Its last day, inclusive; null while none is due.</param>
/// <param name="OverdueOn">The day it became overdue; null when it never was.</param>
/// <param name="PlannedOn">The day planned.</param>
/// <param name="HeldOn">The day it was held.</param>
/// <param name="Champions">Who ran it, or is to run it.</param>
/// <param name="Attendance">How many of each role came.</param>
/// <param name="SchoolDaysAfterFeedback">School days from the feedback (exclusive) to the workshop (inclusive).</param>
/// <param name="Late">True when it was held after its last day (IMP-19).</param>
/// <param name="WithoutTeachers">True when no middle leader and no teacher came: told in the first round, refused later (IMP-20).</param>
/// <param name="Inside">What it chose; null outside the ring its route reaches.</param>
public sealed record WorkshopAsSeen(
    ReviewId ReviewId, DateOnly? DueBy, DateOnly? OverdueOn, DateOnly? PlannedOn, DateOnly? HeldOn, IReadOnlyList<PersonId> Champions, IReadOnlyList<PeopleByRole> Attendance,
    int? SchoolDaysAfterFeedback, bool Late, bool WithoutTeachers, InsideOfWorkshop? Inside)
{
    public static WorkshopAsSeen By(PeerReview review, ImprovementWorkshop? workshop, ReviewingPartnership partnership, Reader reader)
    {
        var seal = review.SealIn(partnership, reader.Acting.Today).OfWorkshop(review);
        var held = workshop?.Held;
        return new(review.Id, workshop?.Due?.By, workshop?.Overdue?.OccurredOn, workshop?.Scheduled?.PlannedOn, held?.OccurredOn, held?.Champions ?? workshop?.Scheduled?.Champions ?? [],
            held?.Attendance ?? [], held?.SchoolDaysAfterFeedback, held?.Late == true, held is not null && !HoldWorkshop.WithTeachers(held.Attendance),
            held is null || !reader.Opens(seal) ? null : new(
                held.PrioritiesChosen, [.. held.Hypotheses.Select(text => reader.Show(text, seal))], held.ResearchRefs, workshop?.Actions?.PlanId, workshop?.Actions?.ObjectiveIds ?? [],
                workshop?.Actions?.OccurredOn));
    }
}

public static class ReadWorkshopEndpoint
{
    public static async Task<(ReviewingPartnership, ImprovementWorkshop?)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await session.LoadAsync<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), token));

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Reader reader) => review.MayBeKnownTo(reader.Acting, partnership) ? null : Objection.Unknown();

    /// <summary>The improvement workshop of a review: its days and who came for whoever may know of the review, what it chose as far as the route of workshop actions goes. The ETag is
    /// the version of the workshop, 0 before anything is recorded.</summary>
    [WolverineGet("/api/v1/reviews/{reviewId}/workshop")]
    public static WorkshopAsSeen Get([ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, ImprovementWorkshop? workshop, Reader reader, HttpResponse response)
    {
        response.ETagOf(workshop?.Version ?? 0);
        return WorkshopAsSeen.By(review, workshop, partnership, reader);
    }
}
