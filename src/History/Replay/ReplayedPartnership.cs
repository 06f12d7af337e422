using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using JasperFx.Events;
using Marten;

namespace EssexImprovement.History;

/// <summary>A fact that a replay leaves out, and why.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Fact">Its stored name.</param>
/// <param name="Heading">Subject and outcome.</param>
/// <param name="Why">Why it is left out, in words.</param>
public sealed record LeftOut(Guid Id, long Sequence, DateOnly OccurredOn, DateTimeOffset RecordedAt, string Fact, string Heading, string Why);

/// <summary>What one clock leaves out.</summary>
/// <param name="Count">How many facts.</param>
/// <param name="Facts">The first of them in ledger order, 1,000 at most.</param>
public sealed record LeftOutFacts(int Count, IReadOnlyList<LeftOut> Facts);

/// <summary>A partnership as it was, seen from a point on either clock.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="AsOf">Both clocks, as asked.</param>
/// <param name="State">What it was; null when nothing was known of it yet.</param>
/// <param name="FactsCounted">How many facts made that state.</param>
/// <param name="NotYetHappened">Facts left out because they happened later than <c>occurredUpTo</c>.</param>
/// <param name="NotYetKnown">Facts left out although they had happened (as far as was asked), because they were recorded later than <c>recordedUpTo</c>.</param>
/// <param name="Then">The state in words.</param>
/// <param name="Differences">What reads differently in all that is known today.</param>
public sealed record ReplayedPartnership(
    PartnershipId PartnershipId, AsOf AsOf, PartnershipAt? State, int FactsCounted, LeftOutFacts NotYetHappened, LeftOutFacts NotYetKnown,
    IReadOnlyList<StateLine> Then, IReadOnlyList<Difference> Differences)
{
    public const int MostListed = 1000;

    /// <summary>Folds what had happened and was known, with the fold that everything else uses. With both clocks open it is the state of today.</summary>
    public static ReplayedPartnership Of(PartnershipId partnership, IReadOnlyList<IEvent> facts, AsOf asOf, SchoolNames schools)
    {
        var entries = facts.ToDictionary(e => e.Id, TimelineEntry.Of);
        var happened = facts.ToLookup(e => asOf.HadHappened(entries[e.Id].OccurredOn));
        var known = happened[true].ToLookup(e => asOf.WasKnown(e.Timestamp));
        var state = PartnershipAt.Of(known[true].Select(e => e.Data));
        var then = state.Lines(schools);
        return new(
            partnership, asOf, state, known[true].Count(),
            LeavingOut(happened[false], entry => $"Not yet happened: {When.InWords(entry.OccurredOn)}."),
            LeavingOut(known[false], entry => $"Not yet known: entered {When.InWords(When.DayOf(entry.RecordedAt))}."),
            then, Difference.Between(then, PartnershipAt.Of(facts.Select(e => e.Data)).Lines(schools)));

        LeftOutFacts LeavingOut(IEnumerable<IEvent> left, Func<TimelineEntry, string> why)
        {
            var all = left.Select(e => entries[e.Id]).ToList();
            return new(all.Count, [.. all.Take(MostListed).Select(entry => new LeftOut(
                entry.Id, entry.Sequence, entry.OccurredOn, entry.RecordedAt, entry.Fact, Narration.Of(entry.Fact, entry.Details, schools).Heading, why(entry)))]);
        }
    }

    public static async Task<ReplayedPartnership> ReadAsync(IQuerySession session, PartnershipId partnership, AsOf asOf, CancellationToken token)
    {
        var facts = await Gathered.ReadAsync(session, partnership, history => history.FactsAsync(token), token);
        var schools = await SchoolNames.OfAsync(session, facts.Select(TimelineEntry.Of), AsOf.Now, token);
        return Of(partnership, facts, asOf, schools);
    }
}
