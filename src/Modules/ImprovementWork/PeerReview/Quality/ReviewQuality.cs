using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>What speaks for a cosy chat. A sign is something to talk about, and no judgement.</summary>
public enum CosySign
{
    /// <summary>No finding is an area to develop or a question.</summary>
    NoChallenge,
    /// <summary>Few findings are.</summary>
    LittleChallenge,
    /// <summary>The host agreed with every finding and had nothing to add.</summary>
    HostAgreedWithAll,
    /// <summary>No workshop was held in time.</summary>
    NoWorkshop,
    /// <summary>No check-in was held in time.</summary>
    NoCheckIn,
    /// <summary>The same peers under the same lead reviewed the school the time before.</summary>
    SameTeam,
    /// <summary>It was closed before both sides had checked its quality.</summary>
    QualityUnchecked,
}

/// <summary>How far the findings of a review challenge the school, and what the host thought of them.</summary>
/// <param name="Findings">How many findings.</param>
/// <param name="Challenging">How many of them are areas to develop or questions.</param>
/// <param name="ChallengePercent">That share, to the nearest whole per cent.</param>
/// <param name="Agreed">With how many the host agreed.</param>
/// <param name="AgreedWithComment">With how many it agreed and had something to add.</param>
/// <param name="NotAgreed">With how many it did not agree.</param>
public sealed record ChallengeOfReview(int Findings, int Challenging, int ChallengePercent, int Agreed, int AgreedWithComment, int NotAgreed)
{
    public static ChallengeOfReview Of(IReadOnlyCollection<FindingAgreed> findings)
    {
        var challenging = findings.Count(finding => finding.Kind is FindingKind.ToDevelop or FindingKind.Question);
        return new(findings.Count, challenging, findings.Count == 0 ? 0 : (int)Math.Round(100m * challenging / findings.Count, MidpointRounding.AwayFromZero), Saying(HostView.Agreed), Saying(HostView.AgreedWithComment), Saying(HostView.NotAgreed));

        int Saying(HostView view) => findings.Count(finding => finding.HostView == view);
    }
}

/// <summary>Whether one review with a final report shows signs of a cosy chat. Numbers and days; nothing of what was found.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="HostUrn">The school reviewed.</param>
/// <param name="School">What the register calls it; null when the register is silent.</param>
/// <param name="Round">The round.</param>
/// <param name="FinalisedOn">The day its report became final.</param>
/// <param name="Challenge">How far it challenges; null for a reader who is neither a head of the partnership nor its lead and to whom no summary was released.</param>
/// <param name="WorkshopHeld">True when the improvement workshop was held.</param>
/// <param name="CheckInHeld">True when a check-in was held.</param>
/// <param name="SameTeamAsBefore">True when the same peers under the same lead reviewed the school the time before; null for its first review.</param>
/// <param name="QualityCheckedOn">The day both sides settled on how far it kept the nine principles; null until then.</param>
/// <param name="Signs">What speaks for a cosy chat, as far as this reader sees.</param>
public sealed record ReviewQualityLine(
    ReviewId ReviewId, Urn HostUrn, string? School, int Round, DateOnly FinalisedOn, ChallengeOfReview? Challenge, bool WorkshopHeld, bool CheckInHeld, bool? SameTeamAsBefore,
    DateOnly? QualityCheckedOn, IReadOnlyList<CosySign> Signs);

/// <summary>The quality of a partnership's reviews in one academic year: is challenge real, and does something follow? No ranking: reviews stand by the day they became final.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="AcademicYear">The year the academic year of the visits begins.</param>
/// <param name="PolicyVersion">The version of the policy whose thresholds counted.</param>
/// <param name="NotFinal">How many reviews of the year have no final report; of those nothing is told. Cancelled ones are left out.</param>
/// <param name="ChallengePercent">The share of all findings of the year that challenge, to the nearest whole per cent; null for fewer than four hosts.</param>
/// <param name="Items">The others.</param>
public sealed record ReviewQuality(PartnershipId PartnershipId, int AcademicYear, int PolicyVersion, int NotFinal, int? ChallengePercent, IReadOnlyList<ReviewQualityLine> Items)
{
    /// <summary>As many round trips as there are kinds of things, however many reviews there are.</summary>
    public static async Task<ReviewQuality> ReadAsync(ReviewingPartnership partnership, int year, IQuerySession session, Reader reader, CancellationToken token)
    {
        var (id, batch) = (partnership.Id, session.CreateBatchQuery());
        var (reviews, workshops, checkIns) = (batch.Query<PeerReview>().Where(review => review.PartnershipId == id).ToList(), batch.Query<ImprovementWorkshop>().Where(one => one.PartnershipId == id).ToList(),
            batch.Query<CheckIn>().Where(one => one.PartnershipId == id).ToList());
        await batch.Execute(token);
        var (all, held, looked) = (await reviews, (await workshops).ToDictionary(one => one.ReviewId), (await checkIns).ToDictionary(one => one.ReviewId));
        var names = (await SchoolInReview.AllAsync(all.Select(review => review.HostUrn).Distinct(), session, token)).ToDictionary(school => school.Urn, school => school.Name);
        return Of(partnership, year, [.. all], review => FollowThrough.Of(held.GetValueOrDefault(review.Id), looked.GetValueOrDefault(review.Id), reader.Acting.Today), names, reader);
    }

    /// <summary>The same from what was read: counting alone.</summary>
    public static ReviewQuality Of(
        ReviewingPartnership partnership, int year, IReadOnlyList<PeerReview> reviews, Func<PeerReview, FollowThrough> followed, IReadOnlyDictionary<Urn, string?> names, Reader reader)
    {
        var ofYear = reviews.Where(review => review.Plan.AcademicYear == year && review.Cancelled is null).ToList();
        var final = ofYear.Where(review => review.Final is not null).OrderBy(review => review.Final!.OccurredOn).ThenBy(review => review.Id.Value).ToList();
        return new(partnership.Id, year, ReviewPolicy.Version, ofYear.Count - final.Count,
            final.DistinctBy(review => partnership.Members.LineOf(review.HostUrn)[^1]).Count() >= ReviewPolicy.HostsForThemes ? ChallengeOfReview.Of([.. final.SelectMany(review => review.Findings)]).ChallengePercent : null,
            [.. final.Select(review => LineOf(review, TimeBefore(review, reviews, partnership), followed(review), names.GetValueOrDefault(review.HostUrn),
                reader.Opens(review.SealIn(partnership, reader.Acting.Today).Counted(), Extent.Summary) ? ChallengeOfReview.Of(review.Findings) : null))]);
    }

    /// <summary>The visit before at the same school, or at the one whose place it took.</summary>
    private static PeerReview? TimeBefore(PeerReview review, IReadOnlyList<PeerReview> reviews, ReviewingPartnership partnership) => reviews
        .Where(other => other.Cancelled is null && other.VisitStartedOn < review.VisitStartedOn && partnership.Members.LineOf(other.HostUrn)[^1] == partnership.Members.LineOf(review.HostUrn)[^1])
        .MaxBy(other => other.VisitStartedOn);

    private static ReviewQualityLine LineOf(PeerReview review, PeerReview? before, FollowThrough followed, string? name, ChallengeOfReview? challenge)
    {
        bool? sameTeam = before is null ? null : PeersOf(review).SetEquals(PeersOf(before)) && review.Confirmed?.Lead == before.Confirmed?.Lead;
        return new(
            review.Id, review.HostUrn, name, review.Plan.Round, review.Final!.OccurredOn, challenge, followed.WorkshopHeld, followed.CheckInHeld, sameTeam, review.Quality?.OccurredOn,
            [.. Signs()]);

        IEnumerable<CosySign> Signs()
        {
            if (challenge?.Challenging == 0) yield return CosySign.NoChallenge;
            else if (100 * challenge?.Challenging < ReviewPolicy.LeastChallengePercent * challenge?.Findings) yield return CosySign.LittleChallenge;
            if (challenge?.Findings >= ReviewPolicy.FindingsToTellAgreement && challenge.Agreed == challenge.Findings) yield return CosySign.HostAgreedWithAll;
            if (followed.WorkshopMissed || (!review.GoesOn() && !followed.WorkshopHeld)) yield return CosySign.NoWorkshop;
            if (followed.CheckInMissed || (!review.GoesOn() && !followed.CheckInHeld)) yield return CosySign.NoCheckIn;
            if (sameTeam == true) yield return CosySign.SameTeam;
            if (!review.GoesOn() && review.Quality is null) yield return CosySign.QualityUnchecked;
        }
    }

    private static HashSet<PersonId> PeersOf(PeerReview review) => [.. review.Peers().Select(member => member.PersonId)];
}
