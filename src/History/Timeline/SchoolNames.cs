using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Marten.Events;

namespace EssexImprovement.History;

/// <summary>What the register calls schools, as far as it was known. Folded from the register's facts when a page is shown.</summary>
public sealed record SchoolNames(IReadOnlyDictionary<Urn, string> Names)
{
    public static readonly SchoolNames None = new(new Dictionary<Urn, string>());

    /// <summary>The school by name and URN, or by URN alone.</summary>
    public string Of(Urn urn) => Names.TryGetValue(urn, out var name) ? $"{name} ({urn})" : $"school {urn}";

    /// <summary>The names of every school the entries speak of, in one round trip.</summary>
    public static Task<SchoolNames> OfAsync(IQuerySession session, IEnumerable<TimelineEntry> entries, AsOf asOf, CancellationToken token) =>
        OfAsync(session, entries.SelectMany(entry => entry.Details.Values).SelectMany(UrnsIn), asOf, token);

    public static async Task<SchoolNames> OfAsync(IQuerySession session, IEnumerable<Urn> urns, AsOf asOf, CancellationToken token)
    {
        var streams = urns.Distinct().Select(urn => urn.ProfileStream()).ToArray();
        if (streams.Length == 0) return None;
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolRegistered), typeof(RegisterDetailChanged)))
            .OrderBy(e => e.Sequence).ToListAsync(token);
        var names = new Dictionary<Urn, string>();
        foreach (var e in facts.Where(e => asOf.WasKnown(e.Timestamp)))
            if (e.Data is SchoolRegistered registered) names[registered.Urn] = registered.Entry.Name;
            else if (e.Data is RegisterDetailChanged { Field: "name", Now: { } now } changed) names[changed.Urn] = now;
        return new(names);
    }

    internal static IEnumerable<Urn> UrnsIn(string text) =>
        text.Split(' ').Select(word => Urn.TryParse(word, null, out var urn) ? urn : (Urn?)null).OfType<Urn>();
}
