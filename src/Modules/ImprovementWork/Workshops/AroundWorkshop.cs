using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a step of a workshop is decided on beside the review: the partnership, the workshop so far, and of the champions and the host's heads what IMP-18 and IMP-4 ask.</summary>
public sealed record AroundWorkshop(
    ReviewingPartnership Partnership, ImprovementWorkshop? Workshop, IReadOnlyList<SchoolInReview> Schools, HeadsOfSchool? Host, IReadOnlyList<TrainingRecord> Records, LinkedSchools Linked)
{
    /// <summary>The version of the workshop's stream; 0 while it has not begun.</summary>
    public int Version => Workshop?.Version ?? 0;

    public static async Task<AroundWorkshop> OfAsync(PeerReview review, IReadOnlyList<Champion> champions, DateOnly day, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        return new(partnership, await session.LoadAsync<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), token),
            await SchoolInReview.AllAsync(champions.Select(champion => champion.HomeUrn), session, token),
            await session.Events.AggregateStreamAsync<HeadsOfSchool>(review.OwnersIn(partnership)[^1].LeadershipStream(), token: token),
            await TrainingRecords.OfAsync(champions.Select(champion => champion.PersonId), session, token),
            await LinkedSchools.BesideAsync(partnership, champions.Select(champion => champion.HomeUrn), day, session, token));
    }
}
