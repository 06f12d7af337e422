using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;
using Marten.Events;

namespace EssexImprovement.ImprovementWork;

/// <summary>What the steps around a visit are decided on, each asked only while a review may take such a step.</summary>
/// <param name="Workshop">The workshop so far.</param>
/// <param name="CheckIn">The looks back so far.</param>
/// <param name="Peers">Who looks back with the host.</param>
/// <param name="Earlier">The review that this one follows up.</param>
/// <param name="HeadsOfHost">Who headed the host.</param>
/// <param name="Records">Training of whoever could run the workshop.</param>
/// <param name="Champions">Whoever could run it: trained for it today, from another school of the partnership or of a linked one, and not on the team.</param>
/// <param name="Told">The events that told evidence and findings: what a correction names.</param>
/// <param name="Before">Whether the host was visited before.</param>
/// <param name="Referrals">Safeguarding referrals with who recorded them; shown to nobody here.</param>
/// <param name="Linked">Schools of linked partnerships, whose champions may run the workshop.</param>
public sealed record FollowingUp(
    ImprovementWorkshop? Workshop, CheckIn? CheckIn, PeersLookingBack Peers, PeerReview? Earlier, HeadsOfSchool? HeadsOfHost, IReadOnlyList<TrainingRecord> Records, IReadOnlyList<Champion> Champions,
    IReadOnlyList<IEvent> Told, VisitedBefore Before, IReadOnlyList<Referral> Referrals, LinkedSchools Linked)
{
    public static async Task<FollowingUp> OfAsync(PeerReview review, ReviewingPartnership partnership, DateOnly today, IQuerySession session, CancellationToken token)
    {
        var (planned, found, heard) = (review.State < ReviewState.Visiting, review.State is >= ReviewState.Visiting and <= ReviewState.AccuracyAnswered, review.Feedback is not null && review.GoesOn());
        var owners = review.OwnersIn(partnership);
        var linked = planned || heard || !review.Practices.IsEmpty ? await LinkedSchools.OnAsync(partnership, today, session, token) : LinkedSchools.None;
        var records = planned || heard ? await TrainingRecords.AtAsync(partnership.MembersOn(today).Union(linked.Urns), session, token) : [];
        return new(
            heard ? await session.LoadAsync<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(review.Id), token) : null,
            heard ? await session.LoadAsync<CheckIn>(ImprovementWork.CheckIn.StreamOf(review.Id), token) : null,
            heard ? await PeersLookingBack.OfAsync(review, partnership, session, token) : new([]),
            found ? (await EarlierReview.OfAsync(review, session, token)).Review : null,
            heard ? await session.Events.AggregateStreamAsync<HeadsOfSchool>(owners[^1].LeadershipStream(), token: token) : null,
            records,
            [.. from record in records
                where record.CountsAs(TrainedAs.ImprovementChampion, today) && !review.Team.Any(member => member.PersonId == record.PersonId)
                let home = record.HomeOn(today)
                where home is not null && !owners.Contains(home.Value)
                orderby home.Value.Value, record.PersonId.Value
                select new Champion(record.PersonId, home.Value)],
            found ? await ToldAsync(review.Id.Value, session, token) : [],
            planned ? await VisitedBefore.OfAsync(review, partnership, session, token) : new(true),
            await Referral.AllAsync(review, session, token),
            linked);
    }

    /// <summary>The event that told what is corrected or withdrawn; empty when there is none, and then its slice has objected already.</summary>
    public ToldAs ToldAs<TFact>(Func<TFact, bool> which) where TFact : notnull => new(Told.FirstOrDefault(e => e.Data is TFact fact && which(fact))?.Id ?? Guid.Empty);

    private static Task<IReadOnlyList<IEvent>> ToldAsync(Guid stream, IQuerySession session, CancellationToken token) =>
        session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && e.EventTypesAre(typeof(EvidenceRecorded), typeof(FindingAgreed))).OrderBy(e => e.Version).ToListAsync(token);
}
