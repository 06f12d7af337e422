using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>One review for its page.</summary>
/// <param name="Seen">The review as this reader may see it.</param>
/// <param name="FollowUp">What became of earlier findings, and what practice travelled.</param>
/// <param name="School">What the register calls the host.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="People">Everybody on the page, as far as this reader may know who they are.</param>
/// <param name="MayRecord">True for whoever may see what there is to record.</param>
public sealed record ReviewPageView(ReviewAsSeen Seen, FollowUpOfReview FollowUp, string School, string Partnership, PeopleShown People, bool MayRecord);

public static class ReviewPageEndpoint
{
    public static Task<(ReviewingPartnership, EarlierReview)> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) =>
        RecordFollowUpStatusEndpoint.LoadAsync(review, session, token);

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Reader reader) => review.ExistsFor(reader, partnership) ? null : Objection.Unknown();

    /// <summary>The whole record of a review, as far as you may see it: the same as the API answers.</summary>
    [WolverineGet("/reviews/{reviewId}")]
    public static async Task<RazorComponentResult> Get(
        [ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, EarlierReview earlier, IQuerySession session, IPeople people, Reader reader, CancellationToken token)
    {
        var seen = ReviewAsSeen.By(review, partnership, reader, await Referral.AllAsync(review, session, token))!;
        var school = (await SchoolInReview.AllAsync([review.HostUrn], session, token)).Select(one => one.Name).FirstOrDefault() ?? $"School {review.HostUrn}";
        var shown = await people.ShowAsync([.. review.Team.Select(member => member.PersonId)], [partnership.Id], reader.Acting, token);
        return new RazorComponentResult<ReviewPage>(new
        {
            View = new ReviewPageView(seen, FollowUpOfReview.By(review, earlier.Review, partnership, reader), school, partnership.Name, shown, review.MayBeKnownTo(reader.Acting, partnership)),
        });
    }
}
