using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.History;

/// <summary>What one school gave to its partners and took from them in an academic year. Days are quarter days, four to a day on a visit of one reviewer.</summary>
/// <param name="ReviewsHosted">Visits to this school that had begun, of reviews that were not cancelled.</param>
/// <param name="ReviewsJoined">Visits to other schools on which somebody from this school reviewed.</param>
/// <param name="ReviewersSupplied">Its people on the confirmed teams of those visits, counted once for each visit.</param>
/// <param name="QuarterDaysGiven">Days its reviewers were present on visits that have ended.</param>
/// <param name="QuarterDaysReceived">Days that reviewers of other schools were present here.</param>
/// <param name="MeetingsHeld">Meetings of the partnership while it was a member.</param>
/// <param name="MeetingsAttended">Those it came to.</param>
/// <param name="SupportOffered">Offers of support it made.</param>
/// <param name="SupportGiven">Its offers that a school in need accepted.</param>
/// <param name="SupportReceived">Offers it accepted.</param>
/// <param name="PooledPence">Money it put into shared resources, in pence.</param>
/// <param name="PooledMinutes">Time it put into shared resources, in minutes.</param>
public sealed record Contributed(
    int ReviewsHosted = 0, int ReviewsJoined = 0, int ReviewersSupplied = 0, int QuarterDaysGiven = 0, int QuarterDaysReceived = 0, int MeetingsHeld = 0, int MeetingsAttended = 0,
    int SupportOffered = 0, int SupportGiven = 0, int SupportReceived = 0, long PooledPence = 0, int PooledMinutes = 0)
{
    /// <summary>Quarter days given less quarter days received.</summary>
    public int NetQuarterDays => QuarterDaysGiven - QuarterDaysReceived;

    public static Contributed operator +(Contributed one, Contributed other) => new(
        one.ReviewsHosted + other.ReviewsHosted, one.ReviewsJoined + other.ReviewsJoined, one.ReviewersSupplied + other.ReviewersSupplied,
        one.QuarterDaysGiven + other.QuarterDaysGiven, one.QuarterDaysReceived + other.QuarterDaysReceived, one.MeetingsHeld + other.MeetingsHeld,
        one.MeetingsAttended + other.MeetingsAttended, one.SupportOffered + other.SupportOffered, one.SupportGiven + other.SupportGiven,
        one.SupportReceived + other.SupportReceived, one.PooledPence + other.PooledPence, one.PooledMinutes + other.PooledMinutes);
}

/// <summary>What a school contributed in one academic year.</summary>
public sealed record YearlyContribution(Urn Urn, int AcademicYear, Contributed What);

/// <summary>One school reviewed another on one visit, with so many people, for so many quarter days.</summary>
public sealed record Visited(Urn Reviewing, Urn Host, int AcademicYear, int Reviewers, int QuarterDays);

/// <summary>Give and take in a partnership, folded from its facts: commitment and contribution, never a ranking. Each school stands under the URN it had at the time.</summary>
public sealed record GiveAndTake(IReadOnlyList<MemberSchool> Members, IReadOnlyList<YearlyContribution> Contributions, IReadOnlyList<Visited> Visits)
{
    public static GiveAndTake Of(IReadOnlyList<object> facts)
    {
        IReadOnlyList<MemberSchool> members = PartnershipAt.Of(facts)?.Members ?? [];
        var cancelled = facts.OfType<ReviewCancelled>().Select(fact => fact.ReviewId).ToHashSet();
        var hosted = facts.OfType<VisitStarted>().Where(visit => !cancelled.Contains(visit.ReviewId)).Join(facts.OfType<ReviewPlanned>(), visit => visit.ReviewId, plan => plan.ReviewId, (visit, plan) => (Visit: visit, plan.HostUrn)).ToList();
        var visits = hosted.SelectMany(visit => VisitsOf(visit.Visit, visit.HostUrn, facts)).ToList();
        var offers = facts.OfType<CapacityOffered>().Where(offer => offer.ProviderUrn is not null).ToDictionary(offer => offer.OfferId, offer => offer.ProviderUrn!.Value);
        var requests = facts.OfType<SupportRequested>().ToDictionary(request => request.SupportRequestId, request => request.Urn);
        return new(members,
        [
            .. hosted.Select(visit => On(visit.HostUrn, visit.Visit, new(ReviewsHosted: 1))),
            .. visits.Select(visit => new YearlyContribution(visit.Reviewing, visit.AcademicYear, new(ReviewsJoined: 1, ReviewersSupplied: visit.Reviewers, QuarterDaysGiven: visit.QuarterDays))),
            .. visits.Select(visit => new YearlyContribution(visit.Host, visit.AcademicYear, new(QuarterDaysReceived: visit.QuarterDays))),
            .. facts.OfType<MeetingHeld>().SelectMany(meeting => members.On(meeting.OccurredOn).Select(member => On(member.Urn, meeting, new(
                MeetingsHeld: 1, MeetingsAttended: meeting.Attendance.Any(there => there.Urn == member.Urn && there.Present) ? 1 : 0)))),
            .. facts.OfType<CapacityOffered>().Where(offer => offers.ContainsKey(offer.OfferId)).Select(offer => On(offers[offer.OfferId], offer, new(SupportOffered: 1))),
            .. facts.OfType<MatchAccepted>().Where(match => offers.ContainsKey(match.OfferId)).Select(match => On(offers[match.OfferId], match, new(SupportGiven: 1))),
            .. facts.OfType<MatchAccepted>().Where(match => requests.ContainsKey(match.SupportRequestId)).Select(match => On(requests[match.SupportRequestId], match, new(SupportReceived: 1))),
            .. facts.OfType<ResourcePooled>().SelectMany(pooled => pooled.Contributions.Select(part => On(part.Urn, pooled, new(PooledPence: part.CashPence ?? 0, PooledMinutes: part.Minutes ?? 0)))),
        ], visits);
    }

    /// <summary>The school that what this one did is counted to today: itself, or the last of those that took its place.</summary>
    public Urn CountedTo(Urn urn) => Members.LineOf(urn)[^1];

    private static YearlyContribution On(Urn urn, IFact fact, Contributed what) => new(urn, AcademicYear.Of(fact.OccurredOn), what);

    /// <summary>Who came from which other school, of those present. Those of the host work beside the team, and shadows learn: neither gives a reviewer.</summary>
    private static IEnumerable<Visited> VisitsOf(VisitStarted visit, Urn host, IReadOnlyList<object> facts)
    {
        var ended = facts.OfType<VisitEnded>().FirstOrDefault(end => end.ReviewId == visit.ReviewId);
        var days = ended is null ? 0 : Math.Max(1, Enumerable.Range(0, ended.OccurredOn.DayNumber - visit.OccurredOn.DayNumber + 1)
            .Count(day => visit.OccurredOn.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        return facts.OfType<TeamMemberProposed>().Where(member => member.ReviewId == visit.ReviewId && visit.ReviewersPresent.Contains(member.PersonId)).GroupBy(member => member.PersonId, (_, proposed) => proposed.Last())
            .Where(member => member.Role is not (TeamRole.HostPartner or TeamRole.Shadow) && member.HomeUrn is { } home && home != host)
            .GroupBy(member => member.HomeUrn!.Value).Select(sent => new Visited(
                sent.Key, host, AcademicYear.Of(visit.OccurredOn), sent.Count(), 4 * days * sent.Count()));
    }
}
