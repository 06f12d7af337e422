using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>Who stands around a school: the partnerships it belongs or belonged to, and the teams that review it.</summary>
public sealed record AroundSchool(IReadOnlyList<PartnershipOfSchools> Partnerships, IReadOnlyList<TeamAtSchool> Teams)
{
    public static readonly AroundSchool Nobody = new([], []);

    public static async Task<AroundSchool> OfAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        new(await session.Query<PartnershipOfSchools>().Where(partnership => partnership.Urns.Contains(urn.Value)).ToListAsync(token),
            await session.Query<TeamAtSchool>().Where(team => team.HostUrn == urn).ToListAsync(token));

    /// <summary>The school and those that came after it: what belonged to the first belongs to the last.</summary>
    public IReadOnlyList<Urn> OwnersOf(Urn urn) => [.. Partnerships.SelectMany(partnership => partnership.Members.LineOf(urn)).Prepend(urn).Distinct()];

    /// <summary>The partnerships that the school, or one that came after it, is a member of on the day. One that it left is told nothing more.</summary>
    public IReadOnlyList<PartnershipOfSchools> Present(Urn urn, DateOnly day)
    {
        var owners = OwnersOf(urn);
        return [.. Partnerships.Where(partnership => partnership.Members.On(day).Any(member => owners.Contains(member.Urn)))];
    }

    /// <summary>True when the person may know of the self-reviews of the school: its leaders, and whoever may know of a partnership it belongs to.</summary>
    public bool MayAskAfter(Urn urn, Acting acting) =>
        acting.ReadsEverywhere || OwnersOf(urn).Any(owner => acting.IsAt(owner, Capacity.Headteacher, Capacity.ChairOfGovernors)) || Present(urn, acting.Today).Any(partnership => partnership.MayBeKnownTo(acting));
}

/// <summary>The seal on a self-review: it belongs to the school, and its head alone reads it until they share it. Shared, it goes as far as the head said, and says what was submitted.</summary>
public static class SealOfSelfReview
{
    public static Seal SealIn(this SelfReview review, AroundSchool around, DateOnly today)
    {
        var (owners, partnerships) = (around.OwnersOf(review.Urn), around.Present(review.Urn, today));
        return new(
            SealedThing.SelfReview, review.Id.Value,
            new(owners, [.. around.Teams.Where(team => team.SelfReviewId == review.Id).SelectMany(team => team.Members()).Distinct()],
                [.. partnerships.SelectMany(partnership => partnership.PeerGroups.Around(owners, today, partnership.Members)).Distinct()],
                partnerships.Select(partnership => partnership.Id).FirstOrDefault(), [.. partnerships.SelectMany(partnership => partnership.Members.On(today)).Select(member => member.Urn).Distinct()]),
            AudienceRing.HostHead, review.SharedWith == AudienceRing.HostHead ? [] : [new(review.SharedWith, Extent.FullReport, null)]);
    }

    /// <summary>True when the reader may know that there is such a self-review: whoever may know of the school's self-reviews, and with whom it is shared.</summary>
    public static bool ExistsFor(this SelfReview review, AroundSchool around, Reader reader) =>
        around.MayAskAfter(review.Urn, reader.Acting) || reader.SightOf(review.SealIn(around, reader.Acting.Today)).Released is not null;
}
