using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Npgsql;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>What a register file tells that the ledger does not know yet.</summary>
/// <param name="AsAt">The day of the extract.</param>
/// <param name="Extract">The file as it read.</param>
/// <param name="Told">The schools there is something to tell of.</param>
/// <param name="Superseded">Schools that read differently here, but of which a later register told already: what is older changes nothing.</param>
public sealed record RegisterImport(DateOnly AsAt, RegisterExtract Extract, IReadOnlyList<ToldOfSchool> Told, int Superseded)
{
    public int Facts => Told.Sum(school => school.Facts.Count);

    private const int SchoolsPerLook = 5000, OneAtATime = 0x47494153;

    /// <summary>The first objection to the file, or what it tells. Imports wait for each other until the session has saved or ended.</summary>
    public static async Task<(Objection?, RegisterImport?)> OfAsync(Stream file, DateOnly asAt, IDocumentSession session, CancellationToken token, Action? rowRead = null)
    {
        var (objection, extract) = await RegisterExtract.ReadAsync(file, token, rowRead);
        return extract is null ? (objection, null) : (null, Compare(extract, await KnownAsync(extract, session, token), asAt));
    }

    /// <summary>One <see cref="SchoolRegistered"/> for each school not known, one <see cref="RegisterDetailChanged"/> for each detail that reads differently;
    /// nothing for what is the same, or for what the file has no column for.</summary>
    public static RegisterImport Compare(RegisterExtract extract, IReadOnlyDictionary<Urn, SchoolProfile> known, DateOnly asAt)
    {
        var told = new List<ToldOfSchool>();
        var superseded = 0;
        foreach (var (urn, entry) in extract.Schools)
        {
            var before = known.GetValueOrDefault(urn);
            IReadOnlyList<ISchoolFact> facts = before is null
                ? [new SchoolRegistered(urn, entry, extract.SourceHash, asAt)]
                : [.. extract.Details.Select(detail => (detail.Field, Was: detail.Of(before.Entry), Now: detail.Of(entry))).Where(detail => detail.Was != detail.Now)
                    .Select(detail => new RegisterDetailChanged(urn, detail.Field, detail.Was, detail.Now, extract.SourceHash, asAt))];
            if (facts.Count == 0) continue;
            if (before?.AsAt > asAt) superseded++;
            else told.Add(new(urn, before, facts));
        }
        return new(asAt, extract, told, superseded);
    }

    /// <summary>Appends the facts, each school to its own stream.</summary>
    public void Record(IDocumentSession session)
    {
        // No request body carries the command, so its name is given here.
        session.SetHeader("command", nameof(ImportRegister));
        foreach (var (urn, before, facts) in Told)
            if (before is null) session.Events.StartStream<SchoolProfile>(urn.ProfileStream(), facts);
            else session.Events.Append(urn.ProfileStream(), before.Version + facts.Count, facts);
    }

    private static async Task<IReadOnlyDictionary<Urn, SchoolProfile>> KnownAsync(RegisterExtract extract, IDocumentSession session, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock($1)", session.Connection) { Parameters = { new() { Value = OneAtATime } }, CommandTimeout = 600 })
            await turn.ExecuteNonQueryAsync(token);
        var known = new Dictionary<Urn, SchoolProfile>();
        foreach (var streams in extract.Schools.Select(row => row.Urn.ProfileStream()).Chunk(SchoolsPerLook))
            foreach (var school in await session.LoadManyAsync<SchoolProfile>(token, streams))
                known.Add(school.Urn, school);
        return known;
    }
}

/// <summary>A school, what was known of it, and what is new.</summary>
public sealed record ToldOfSchool(Urn Urn, SchoolProfile? Before, IReadOnlyList<ISchoolFact> Facts);
