using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using JasperFx.Events;

namespace EssexImprovement.History;

/// <summary>How closely a fact is held. No entry carries confidential text, whatever its sensitivity.</summary>
public enum Sensitivity
{
    /// <summary>Everybody may know.</summary>
    Open,
    /// <summary>Whoever may know of the partnership.</summary>
    Partnership,
    /// <summary>The fact is known to them; its text to those it concerns.</summary>
    Restricted,
    /// <summary>That it exists is known to them; what it says belongs to the host school.</summary>
    Sealed,
}

/// <summary>One fact in a partnership's history: its structure, not its words. Narration makes the words when it is shown, so they can improve without a rebuild.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="PartnershipId">The partnership whose history it belongs to.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="StreamVersion">Its version in that stream.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="LateEntryDays">Days from happening to recording, in Europe/London.</param>
/// <param name="Fact">The stored name of the fact.</param>
/// <param name="Lane">The room that told it.</param>
/// <param name="Actor">Who recorded it; null when the service did, for a concern among peers, and for a safeguarding referral.</param>
/// <param name="Capacity">In which capacity; null for a safeguarding referral.</param>
/// <param name="Command">By which command, if any.</param>
/// <param name="Sensitivity">How closely it is held.</param>
/// <param name="Stage">The stage it brings the partnership to, if it does. The one before depends on what was known when, so it is worked out when shown.</param>
/// <param name="CorrelationId">What it was recorded together with.</param>
/// <param name="CausationId">What led to its recording.</param>
/// <param name="Details">Small facts of the fact, see <see cref="FactDetails"/>.</param>
public sealed record TimelineEntry(
    Guid Id, long Sequence, PartnershipId PartnershipId, Guid StreamId, long StreamVersion, DateTimeOffset RecordedAt, DateOnly OccurredOn, int LateEntryDays,
    string Fact, string Lane, PersonId? Actor, Capacity? Capacity, string? Command, Sensitivity Sensitivity, Stage? Stage, string? CorrelationId, string? CausationId,
    IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The entry of a recorded fact. Projection, tail and replay all use this one.</summary>
    public static TimelineEntry Of(IEvent e)
    {
        var fact = (IPartnershipFact)e.Data;
        var type = fact.GetType();
        var recordedAt = e.Timestamp.ToUniversalTime();
        var sensitivity = SensitivityOf(type);
        // Of a concern among peers everybody may know that there is one, and few which school it is about and who raised it; whoever answers it gives the school away.
        var concern = fact is IConcernFact;
        // Of a safeguarding referral nobody is told here who made it: it may be about the head who reads.
        var referral = fact is SafeguardingReferred;
        return new(
            e.Id, e.Sequence, fact.PartnershipId, e.StreamId, e.Version, recordedAt, fact.OccurredOn,
            When.DayOf(recordedAt).DayNumber - fact.OccurredOn.DayNumber, e.EventTypeName, FactTypes.LaneOf(type),
            !concern && !referral && PersonId.TryParse(e.Stamped("actor") ?? e.UserName, null, out var actor) ? actor : null,
            referral ? null : e.CapacityOf(),
            e.Stamped("command"), sensitivity,
            fact switch { PartnershipFormed => Contracts.Evaluation.Stage.Forming, StageConfirmed confirmed => confirmed.Stage, _ => null },
            e.CorrelationId, e.CausationId, DetailsOf(fact, sensitivity));
    }

    // Which concern was cited would tell, beside the schools of the decision, whom it is about.
    private static IReadOnlyDictionary<string, string> DetailsOf(IPartnershipFact fact, Sensitivity sensitivity)
    {
        var details = FactDetails.Of(fact, hideJudgements: sensitivity == Sensitivity.Sealed, hideSchools: fact is IConcernFact);
        return fact is EvidenceCited cited && ConcernFacts.Names.Contains(cited.FactName)
            ? details.Where(detail => detail.Key is "decisionId" or "citationId").ToDictionary(StringComparer.Ordinal) : details;
    }

    /// <summary>What of a peer review carries text or a judgement stays with the host until released, what of a plan with those who read the plan, what of a concern among peers with the two sides; other text is known to those it concerns.</summary>
    public static Sensitivity SensitivityOf(Type fact) =>
        fact.IsAssignableTo(typeof(IHeldByHost)) || fact.IsAssignableTo(typeof(IConcernFact)) ? Sensitivity.Sealed
        : !FactDetails.HoldConfidentialText(fact) ? Sensitivity.Partnership
        : fact.IsAssignableTo(typeof(IReviewFact)) || fact.IsAssignableTo(typeof(IPlanFact)) ? Sensitivity.Sealed
        : Sensitivity.Restricted;
}

public static class Stamps
{
    /// <summary>What was written beside the fact when it was recorded. A value read back from the ledger may have become JSON.</summary>
    public static string? Stamped(this IEvent e, string name) => e.Headers?.GetValueOrDefault(name)?.ToString();

    /// <summary>The capacity in which it was recorded.</summary>
    public static Capacity CapacityOf(this IEvent e) => Enum.TryParse<Capacity>(e.Stamped("capacity"), out var capacity) ? capacity : Capacity.System;
}
