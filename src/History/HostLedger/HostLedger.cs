using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.History;

/// <summary>Whether a release still opens anything.</summary>
public enum ReleaseState
{
    /// <summary>It does.</summary>
    InForce,
    /// <summary>Its last day is over.</summary>
    Expired,
    /// <summary>The host head took it back.</summary>
    Withdrawn,
}

/// <summary>A release of a report.</summary>
/// <param name="ReleaseId">The release.</param>
/// <param name="State">Whether it still opens anything.</param>
/// <param name="Ring">The widest audience.</param>
/// <param name="Extent">How much they may see.</param>
/// <param name="Purpose">What for.</param>
/// <param name="ReleasedBy">The headteacher who released it; with a name when this reader may see it.</param>
/// <param name="ReleasedOn">The day.</param>
/// <param name="ExpiresOn">Last day, inclusive; null for no end.</param>
/// <param name="WithdrawnOn">The day it was taken back; null while it was not.</param>
public sealed record ReleaseLine(
    ReleaseId ReleaseId, ReleaseState State, AudienceRing Ring, Extent Extent, ReleasePurpose Purpose, PersonShown ReleasedBy, DateOnly ReleasedOn, DateOnly? ExpiresOn,
    DateOnly? WithdrawnOn);

/// <summary>What people in one ring can see of a review now.</summary>
/// <param name="Ring">The ring.</param>
/// <param name="Everything">True where every text of the review is seen, also what is released to nobody.</param>
/// <param name="Sees">How much of the report is seen; null for nothing.</param>
public sealed record RingLine(AudienceRing Ring, bool Everything, Extent? Sees)
{
    public string InWords() => Everything ? "everything" : Sees is { } extent ? extent.InWords() : "nothing";
}

/// <summary>A review that the school hosted, and who can see what of it now.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="PartnershipId">The partnership it belongs to.</param>
/// <param name="HostUrn">The school it was held at, by the URN it had then.</param>
/// <param name="Round">The round.</param>
/// <param name="PlannedFrom">The first planned day of the visit, as last put off.</param>
/// <param name="LastStep">The stored name of its last step, such as <c>visit_ended</c>.</param>
/// <param name="LastStepOn">The day of that step.</param>
/// <param name="IsFinal">True when its report is final: then it can be released.</param>
/// <param name="Rings">Ring by ring what can be seen now, from the host head outwards.</param>
/// <param name="Releases">Every release, in order.</param>
public sealed record HostedReviewLine(
    ReviewId ReviewId, PartnershipId PartnershipId, Urn HostUrn, int Round, DateOnly PlannedFrom, string LastStep, DateOnly LastStepOn, bool IsFinal, IReadOnlyList<RingLine> Rings,
    IReadOnlyList<ReleaseLine> Releases)
{
    /// <summary>From a review's own facts in the order they were recorded; the first planned it.</summary>
    /// <param name="facts">The facts with their stored names.</param>
    /// <param name="people">Whoever released, as far as the reader may know who they are.</param>
    /// <param name="today">The day it is looked at.</param>
    public static HostedReviewLine Of(IReadOnlyList<(string Name, IReviewFact Fact)> facts, PeopleShown people, DateOnly today)
    {
        var planned = (ReviewPlanned)facts[0].Fact;
        var last = facts.Last(told => told.Fact is not (ReportReleased or ReleaseWithdrawn or SafeguardingReferred));
        List<ReleaseLine> releases = [.. facts.Select(told => told.Fact).OfType<ReportReleased>().Select(release => LineOf(
            release, people[release.ReleasedBy], facts.Select(told => told.Fact).OfType<ReleaseWithdrawn>().FirstOrDefault(taken => taken.ReleaseId == release.ReleaseId)?.OccurredOn, today))];
        return new(
            planned.ReviewId, planned.PartnershipId, planned.HostUrn, planned.Round, facts.Select(told => told.Fact).OfType<ReviewPostponed>().LastOrDefault()?.PlannedFrom ?? planned.PlannedFrom, last.Name, last.Fact.OccurredOn, facts.Any(told => told.Fact is ReportFinalised),
            [.. Enum.GetValues<AudienceRing>().Select(ring => ring <= AudienceRing.ReviewTeam ? new RingLine(ring, true, Extent.FullReport) : new RingLine(ring, false,
                releases.Where(release => release.State == ReleaseState.InForce && release.Ring >= ring && release.Extent > Extent.ThemesAnonymised).Max(release => (Extent?)release.Extent)))],
            releases);
    }

    private static ReleaseLine LineOf(ReportReleased fact, PersonShown by, DateOnly? withdrawnOn, DateOnly today) => new(
        fact.ReleaseId, withdrawnOn is not null ? ReleaseState.Withdrawn : fact.ExpiresOn < today ? ReleaseState.Expired : ReleaseState.InForce, fact.Ring, fact.Extent, fact.Purpose,
        by, fact.OccurredOn, fact.ExpiresOn, withdrawnOn);
}

/// <summary>That somebody looked on a day, and how often.</summary>
/// <param name="OccurredOn">The day.</param>
/// <param name="Thing">What they looked into.</param>
/// <param name="ThingId">Its identity.</param>
/// <param name="Person">Who looked; with a name when this reader may see it.</param>
/// <param name="Capacity">In which capacity; null for somebody who holds none.</param>
/// <param name="Ground">By what right.</param>
/// <param name="EmergencyAccessId">The emergency access, if by one.</param>
/// <param name="Times">How often on that day.</param>
public sealed record LookLine(
    DateOnly OccurredOn, SealedThing Thing, Guid ThingId, PersonShown Person, Capacity? Capacity, SightGround Ground, EmergencyAccessId? EmergencyAccessId, int Times);

/// <summary>That somebody opened what the school holds sealed.</summary>
/// <param name="EmergencyAccessId">The access.</param>
/// <param name="Urn">The school it was taken for, by that URN.</param>
/// <param name="Person">Who opened; with a name when this reader may see it.</param>
/// <param name="Capacity">Auditor or data steward.</param>
/// <param name="Reason">Why, for the head of the school and for whoever wrote it; null for others.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="TakenAt">When, UTC.</param>
/// <param name="Until">When it ends or ended, exclusive, UTC.</param>
/// <param name="IsOpen">True while it lasts.</param>
/// <param name="AcknowledgedOn">The day the head said they had seen it; null until then.</param>
public sealed record EmergencyLine(
    EmergencyAccessId EmergencyAccessId, Urn Urn, PersonShown Person, Capacity Capacity, ShownText? Reason, int Minutes, DateTimeOffset TakenAt, DateTimeOffset Until, bool IsOpen,
    DateOnly? AcknowledgedOn);

/// <summary>Who can see what a school holds sealed, and who has.</summary>
/// <param name="Urn">The school; with it stands what the schools before it held.</param>
/// <param name="IsKept">True when this reader heads the school: they may withdraw and acknowledge.</param>
/// <param name="Reviews">The reviews it hosted, by their planned day.</param>
/// <param name="Held">What else it holds sealed, the latest first.</param>
/// <param name="Emergencies">Emergency access, the latest first.</param>
/// <param name="Looks">Who looked, the latest first, one page.</param>
/// <param name="Next">The address of the next page of looks; null on the last.</param>
public sealed record HostLedger(
    Urn Urn, bool IsKept, IReadOnlyList<HostedReviewLine> Reviews, IReadOnlyList<HeldThing> Held, IReadOnlyList<EmergencyLine> Emergencies, IReadOnlyList<LookLine> Looks, string? Next);
