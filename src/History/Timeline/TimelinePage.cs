using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;

namespace EssexImprovement.History;

/// <summary>One line of a timeline.</summary>
/// <param name="Id">The event's id, to cite or to look up.</param>
/// <param name="Sequence">Its place in the ledger; send the last one back as <c>after</c>.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="LateEntryDays">Days between the two.</param>
/// <param name="Lane">The room that told it.</param>
/// <param name="Fact">The stored name of the fact.</param>
/// <param name="Heading">Subject and outcome.</param>
/// <param name="Sentence">What happened, in one sentence.</param>
/// <param name="Actor">Who recorded it, by pseudonym; null when the service did, for a concern among peers, and for a safeguarding referral.</param>
/// <param name="Capacity">In which capacity; null for a safeguarding referral.</param>
/// <param name="Command">By which command.</param>
/// <param name="Sensitivity">How closely the fact is held; no line carries confidential text.</param>
/// <param name="StageBefore">The stage it led from, for a fact that changes the stage.</param>
/// <param name="StageAfter">The stage it led to.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="CorrelationId">What it was recorded together with.</param>
/// <param name="CausationId">What led to its recording.</param>
/// <param name="Details">Small facts of the fact: URNs, counts, days, words of enumerations, identities of things.</param>
public sealed record TimelineLine(
    Guid Id, long Sequence, DateOnly OccurredOn, DateTimeOffset RecordedAt, int LateEntryDays, string Lane, string Fact, string Heading, string Sentence,
    PersonId? Actor, Capacity? Capacity, string? Command, Sensitivity Sensitivity, Stage? StageBefore, Stage? StageAfter, Guid StreamId, long Version,
    string? CorrelationId, string? CausationId, IReadOnlyDictionary<string, string> Details)
{
    public static TimelineLine Of(TimelineEntry entry, SchoolNames schools, IEnumerable<TimelineEntry> stages, HostsOfReviews hosts)
    {
        var (heading, sentence) = Narration.Of(entry.Fact, entry.Details, schools);
        return new(
            entry.Id, entry.Sequence, entry.OccurredOn, entry.RecordedAt, entry.LateEntryDays, entry.Lane, entry.Fact, heading, sentence + hosts.Named(entry, schools), entry.Actor, entry.Capacity,
            entry.Command, entry.Sensitivity, stages.Before(entry), entry.Stage, entry.StreamId, entry.StreamVersion, entry.CorrelationId, entry.CausationId,
            new SortedDictionary<string, string>(entry.Details.ToDictionary(), StringComparer.Ordinal)); // The database keeps an order of its own.
    }
}

/// <summary>A page of a partnership's history, from where in time it was asked.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="AsOf">Both clocks, as asked.</param>
/// <param name="StageBands">When it was in which stage, as far as was known.</param>
/// <param name="Total">Entries in all, over every page.</param>
/// <param name="Sealed">How many of them are sealed: counted here, their content with the host school.</param>
/// <param name="Entries">The lines of this page.</param>
/// <param name="Next">The address of the next page; null on the last. Pages are for one reading: to follow the ledger, read again from the start of what you hold.</param>
public sealed record TimelinePage(
    PartnershipId PartnershipId, AsOf AsOf, IReadOnlyList<StageBand> StageBands, int Total, int Sealed, IReadOnlyList<TimelineLine> Entries, string? Next)
{
    /// <summary>Reads one page of a partnership's history; the same question over the same ledger answers the same bytes.</summary>
    public static async Task<TimelinePage> ReadAsync(IQuerySession session, PartnershipId partnership, TimelineQuestion question, CancellationToken token)
    {
        var (page, stages, planned, total, sealedOnes) = await Gathered.ReadAsync(session, partnership, async history =>
        {
            var last = question is { Occurred: true, After: { } after } ? (await history.EntriesAsync(all => all.Where(entry => entry.Sequence == after), token)).SingleOrDefault() : null;
            return (
                await history.EntriesAsync(question.Page(last), token),
                await history.EntriesAsync(all => question.AsOf.Narrow(all).Where(entry => entry.Stage != null), token),
                await history.EntriesAsync(HostsOfReviews.Planned, token),
                await history.CountAsync(question.Narrow, token),
                await history.CountAsync(all => question.Narrow(all).Where(entry => entry.Sensitivity == Sensitivity.Sealed), token));
        }, token);
        var shown = page.Take(question.Limit).ToList();
        var hosts = HostsOfReviews.Of(planned);
        var schools = await SchoolNames.OfAsync(session, [.. shown, .. planned], question.AsOf, token);
        return new(partnership, question.AsOf, StageBand.Of(stages), total, sealedOnes, [.. shown.Select(entry => TimelineLine.Of(entry, schools, stages, hosts))],
            page.Count > question.Limit ? question.Address($"/api/v1/partnerships/{partnership}/timeline", ("after", $"{shown[^1].Sequence}"), ("limit", $"{question.Limit}")) : null);
    }
}
