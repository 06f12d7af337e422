using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>The review that the same school, or one whose place it took, hosted in the academic year before; of several the latest, none when there was none (IMP-14).</summary>
public sealed record ReviewOfLastYear(PeerReview? Review)
{
    public static async Task<ReviewOfLastYear> OfAsync(PeerReview review, ReviewingPartnership partnership, IQuerySession session, CancellationToken token)
    {
        var (id, year) = (review.PartnershipId, review.Plan.AcademicYear - 1);
        var reviews = await session.Query<PeerReview>().Where(other => other.PartnershipId == id && other.Plan.AcademicYear == year).ToListAsync(token);
        return new(reviews.Where(other => other is { Cancelled: null, Confirmed: not null } && partnership.Members.LineOf(other.HostUrn).Contains(review.HostUrn)).MaxBy(other => other.Plan.PlannedFrom));
    }
}
