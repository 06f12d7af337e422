using EssexImprovement.Contracts;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>One review for its page.</summary>
/// <param name="Seen">The review as this reader may see it.</param>
/// <param name="FollowUp">What became of earlier findings, and what practice travelled.</param>
/// <param name="Schools">What the register calls the host and the schools of the team.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="People">Everybody on the page, as far as this reader may know who they are.</param>
/// <param name="MayRecord">True for whoever may see what there is to record.</param>
public sealed record ReviewPageView(ReviewAsSeen Seen, FollowUpOfReview FollowUp, IReadOnlyList<SchoolInReview> Schools, string Partnership, PeopleShown People, bool MayRecord)
{
    public string School(Urn urn) => Schools.FirstOrDefault(school => school.Urn == urn)?.Name ?? $"School {urn}";

    /// <summary>The workshop that followed it; null for whoever knows of it by a release alone.</summary>
    public WorkshopAsSeen? Workshop { get; init; }

    /// <summary>The looks back at it; null likewise.</summary>
    public CheckInsAsSeen? CheckIns { get; init; }
}

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
        var schools = await SchoolInReview.AllAsync(review.Team.Select(member => member.HomeUrn).OfType<Urn>().Append(review.HostUrn), session, token);
        var shown = await people.ShowAsync([.. review.Team.Select(member => member.PersonId)], [partnership.Id], reader.Acting, token);
        var known = review.MayBeKnownTo(reader.Acting, partnership);
        var (workshop, checkIn, told) = known && review.Feedback is not null ? await FollowedByAsync(review.Id, session, token) : (null, null, []);
        return new RazorComponentResult<ReviewPage>(new
        {
            View = new ReviewPageView(seen, FollowUpOfReview.By(review, earlier.Review, partnership, reader), schools, partnership.Name, shown, known)
            {
                Workshop = known ? WorkshopAsSeen.By(review, workshop, partnership, reader) : null, CheckIns = known ? CheckInsAsSeen.By(review, checkIn, told, partnership, reader) : null,
            },
        });
    }

    private static async Task<(ImprovementWorkshop?, CheckIn?, IReadOnlyList<IEvent>)> FollowedByAsync(ReviewId review, IQuerySession session, CancellationToken token)
    {
        var batch = session.CreateBatchQuery();
        var (workshop, checkIn, told) = (batch.Load<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review)), batch.Load<CheckIn>(CheckIn.StreamOf(review)), batch.Events.FetchStream(CheckIn.StreamOf(review)));
        await batch.Execute(token);
        return (await workshop, await checkIn, await told);
    }
}
