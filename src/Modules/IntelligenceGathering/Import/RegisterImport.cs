using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>What a register file tells that the ledger does not know yet.</summary>
/// <param name="SourceHash">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="AsAt">The day of the extract.</param>
/// <param name="Extract">The file as it read.</param>
/// <param name="Told">The schools there is something to tell of.</param>
public sealed record RegisterImport(string SourceHash, DateOnly AsAt, RegisterExtract Extract, IReadOnlyList<ToldOfSchool> Told)
{
    private const int SchoolsPerLook = 5000;

    /// <summary>The first objection to the file, or what it tells. The stream is read twice, from its beginning.</summary>
    public static async Task<(Objection?, RegisterImport?)> OfAsync(Stream file, DateOnly asAt, IQuerySession session, CancellationToken token, Action? rowRead = null)
    {
        var source = await RegisterSource.OfAsync(file, token);
        if (source.Objection is not null) return (source.Objection, null);
        file.Position = 0;
        using var text = new StreamReader(file, source.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var (objection, extract) = RegisterExtract.Parse(text, rowRead);
        if (extract is null || objection is not null) return (objection, null);
        var told = Compare(extract, await KnownAsync(extract, session, token), source.Hash, asAt);
        return (NotBackwards(told, asAt), new(source.Hash, asAt, extract, told));
    }

    /// <summary>One <see cref="SchoolRegistered"/> for each school not known, one <see cref="RegisterDetailChanged"/> for each detail that reads differently;
    /// nothing for what is the same, or for what the file has no column for.</summary>
    public static IReadOnlyList<ToldOfSchool> Compare(RegisterExtract extract, IReadOnlyDictionary<Urn, SchoolProfile> known, string sourceHash, DateOnly asAt) =>
        [.. extract.Schools.Select(row => new ToldOfSchool(row.Urn, known.GetValueOrDefault(row.Urn), known.TryGetValue(row.Urn, out var before)
            ? [.. extract.Details.Select(detail => (detail.Field, Was: detail.Of(before.Entry), Now: detail.Of(row.Entry))).Where(detail => detail.Was != detail.Now)
                .Select(detail => new RegisterDetailChanged(row.Urn, detail.Field, detail.Was, detail.Now, sourceHash, asAt))]
            : [new SchoolRegistered(row.Urn, row.Entry, sourceHash, asAt)]))
            .Where(school => school.Facts.Count > 0)];

    /// <summary>Appends the facts, each school to its own stream; whoever else told of one of them meanwhile makes the whole import fail.</summary>
    public void Record(IDocumentSession session)
    {
        // No request body carries the command, so its name is given here.
        session.SetHeader("command", nameof(ImportRegister));
        foreach (var (urn, before, facts) in Told)
            if (before is null) session.Events.StartStream<SchoolProfile>(urn.ProfileStream(), facts);
            else session.Events.Append(urn.ProfileStream(), before.Version + facts.Count, facts);
    }

    private static Objection? NotBackwards(IReadOnlyList<ToldOfSchool> told, DateOnly asAt) => told.FirstOrDefault(school => school.Before?.AsAt > asAt) is { Before: { } later }
        ? Objection.Malformed("asAt", $"The register of {later.AsAt:d MMMM yyyy} told of school {later.Urn} already; the one of {asAt:d MMMM yyyy} would tell it backwards.") : null;

    private static async Task<IReadOnlyDictionary<Urn, SchoolProfile>> KnownAsync(RegisterExtract extract, IQuerySession session, CancellationToken token)
    {
        var known = new Dictionary<Urn, SchoolProfile>();
        foreach (var streams in extract.Schools.Select(row => row.Urn.ProfileStream()).Chunk(SchoolsPerLook))
            foreach (var school in await session.LoadManyAsync<SchoolProfile>(token, streams))
                known.Add(school.Urn, school);
        return known;
    }
}

/// <summary>A school, what was known of it, and what is new.</summary>
public sealed record ToldOfSchool(Urn Urn, SchoolProfile? Before, IReadOnlyList<ISchoolFact> Facts);
