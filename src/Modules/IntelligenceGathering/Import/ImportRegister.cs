using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A data steward brings in the public register, so that every other room can rely on which schools there are. The facts happened on the day of the extract.</summary>
public sealed record ImportRegister(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Acting acting) => !acting.Is(Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("data stewards") : Objection(acting.Today);

    /// <summary>An extract is as old as it is: how late it comes needs no reason (XCT-7).</summary>
    public Objection? Objection(DateOnly today) => TheDay.Objection(this, today, LatenessReason.EnteredFromEarlierRecord) is { } why ? why with { Field = "asAt" } : null;
}

/// <summary>What an import told. <c>Read</c> is the sum of registered, changed, unchanged and rejected, each a number of rows.</summary>
/// <param name="Read">Rows with a school in them.</param>
/// <param name="Registered">Schools seen for the first time.</param>
/// <param name="Changed">Schools of which at least one detail reads differently.</param>
/// <param name="Unchanged">Schools of which nothing reads differently, or nothing that a later register had not told already.</param>
/// <param name="Superseded">Those of the unchanged that read differently in this older register.</param>
/// <param name="Rejected">Rows that could not be read; the others are not harmed.</param>
/// <param name="Facts">Facts recorded; with a dry run, facts there would be.</param>
/// <param name="AsAt">The day of the extract.</param>
/// <param name="SourceHash">SHA-256 of the file, lower-case hexadecimal; each fact cites it.</param>
/// <param name="DryRun">True when nothing was recorded.</param>
/// <param name="RejectedFile">The rejected rows as the text of a CSV file: line, column, reason, then the row; null when there are none.</param>
public sealed record RegisterImported(
    int Read, int Registered, int Changed, int Unchanged, int Superseded, int Rejected, int Facts, DateOnly AsAt, string SourceHash, bool DryRun, string? RejectedFile)
{
    public static RegisterImported Of(RegisterImport import, bool dryRun)
    {
        var (registered, rejected) = (import.Told.Count(school => school.Before is null), import.Extract.Rejected);
        return new(import.Extract.Read, registered, import.Told.Count - registered, import.Extract.Schools.Count - import.Told.Count, import.Superseded, rejected.Count,
            import.Facts, import.AsAt, import.Extract.SourceHash, dryRun, rejected.Count == 0 ? null : rejected.AsFile(import.Extract.Header));
    }
}

public static class ImportRegisterEndpoint
{
    private const int LargestFile = 80 * 1024 * 1024;

    public static Objection? Before(HttpRequest request, DateOnly? asAt, Acting acting) =>
        new ImportRegister(asAt ?? acting.Today).Objection(acting) ??
        (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "text/csv" ? Objection.Malformed("Content-Type", "The register comes as text/csv.") with { Status = 415 } : null);

    public static Task<(Objection?, RegisterImport?)> LoadAsync(HttpRequest request, DateOnly? asAt, Acting acting, IDocumentSession session, CancellationToken token)
    {
        request.EnableBuffering(); // Beyond 30 KB the file waits on disk, not in memory.
        return RegisterImport.OfAsync(request.Body, asAt ?? acting.Today, session, token);
    }

    /// <summary>Brings in the public register: the file Get Information About Schools offers, as text/csv. One fact for each real change, none for a file that came before; all or nothing.</summary>
    [WolverinePost("/api/v1/imports/gias"), RequestSizeLimit(LargestFile)]
    public static RegisterImported Post([NotBody] RegisterImport import, bool? dryRun, IDocumentSession session)
    {
        if (dryRun is not true) import.Record(session);
        return RegisterImported.Of(import, dryRun is true);
    }
}
