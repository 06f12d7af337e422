using System.Globalization;
using EssexImprovement.Contracts;
using JasperFx.CommandLine;
using JasperFx.Resources;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>Which public file an import brings in.</summary>
public enum Publication
{
    /// <summary>The register of schools, from Get Information About Schools. In lower case, as it is typed: the command line reads names exactly.</summary>
    gias,
}

public sealed class ImportInput : NetCoreInput
{
    [Description("Which public file: gias is the register of schools")]
    public Publication Publication { get; set; }

    [Description("The CSV file")]
    public string File { get; set; } = "";

    [Description("Tell what would be recorded, and record nothing")]
    [FlagAlias("dry-run", true)]
    public bool DryRunFlag { get; set; }

    [Description("The day of the extract, such as 2025-05-24; today unless told")]
    [FlagAlias("as-at", true)]
    public string? AsAtFlag { get; set; }
}

/// <summary><c>import gias FILE [--dry-run] [--as-at DATE]</c>: the import without the web, for files of any size. Succeeds when the file was imported, even if rows
/// were rejected; those are written to <c>FILE.rejected.csv</c>. It needs nothing of a running service but its database.</summary>
[Description("Import a public file: the register of schools", Name = "import")]
public sealed class ImportCommand : JasperFxAsyncCommand<ImportInput>
{
    public override async Task<bool> Execute(ImportInput input)
    {
        using var host = input.BuildHost();
        await host.SetupResources();
        return await RunAsync(input, host.Services, AnsiConsole.Create(new()), CancellationToken.None);
    }

    public static async Task<bool> RunAsync(ImportInput input, IServiceProvider services, IAnsiConsole console, CancellationToken token)
    {
        var today = Today(services.GetService<TimeProvider>() ?? TimeProvider.System);
        var asAt = input.AsAtFlag is null ? today : Cell.Day(input.AsAtFlag).Text is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : (DateOnly?)null;
        if (asAt is null) return Refuse(console, "--as-at is a day such as 2025-05-24.");
        if (new ImportRegister(asAt.Value).Objection(today) is { } tooEarly) return Refuse(console, tooEarly.Detail);
        if (!File.Exists(input.File)) return Refuse(console, $"There is no file {input.File}.");

        await using var session = services.GetRequiredService<IDocumentStore>().LightweightSession();
        await using var file = File.OpenRead(input.File);
        var (objection, import) = console.Profile.Out.IsTerminal
            ? await console.Progress().StartAsync(async progress =>
            {
                var (reading, recording) = (progress.AddTask("Reading", maxValue: file.Length), progress.AddTask("Recording", autoStart: false, maxValue: 1).IsIndeterminate());
                var told = await ImportAsync(() => reading.Value = file.Position, _ => recording.StartTask());
                reading.Value = reading.MaxValue;
                if (recording.IsStarted) recording.IsIndeterminate(false).Value = recording.MaxValue;
                return told;
            })
            : await ImportAsync(() => { }, facts => console.WriteLine($"Recording facts: {facts}."));
        if (import is null || objection is not null) return Refuse(console, objection!.Detail);
        await SummariseAsync(RegisterImported.Of(import, input.DryRunFlag), input.File, console, token);
        return true;

        async Task<(Objection?, RegisterImport?)> ImportAsync(Action rowRead, Action<int> recording)
        {
            var told = await RegisterImport.OfAsync(file, asAt.Value, session, token, rowRead);
            if (told is not (null, { } found) || input.DryRunFlag) return told;
            recording(found.Facts);
            found.Record(session);
            await session.SaveChangesAsync(token);
            return told;
        }
    }

    private static async Task SummariseAsync(RegisterImported import, string file, IAnsiConsole console, CancellationToken token)
    {
        var summary = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        foreach (var (what, number) in new[] { ("read", import.Read), ("registered", import.Registered), ("changed", import.Changed), ("unchanged", import.Unchanged), ("rejected", import.Rejected) })
            summary.AddRow(what, number.ToString(CultureInfo.InvariantCulture));
        console.Write(summary);
        console.WriteLine(import.DryRun
            ? $"A dry run; facts that would be recorded as at {import.AsAt:yyyy-MM-dd}: {import.Facts}."
            : $"Facts recorded as at {import.AsAt:yyyy-MM-dd}: {import.Facts}.");
        if (import.Superseded > 0) console.WriteLine($"Of {import.Superseded} of the unchanged a later register told already; what this older one says differently was passed over.");
        if (import.RejectedFile is null) return;
        await File.WriteAllTextAsync($"{file}.rejected.csv", import.RejectedFile, token);
        console.WriteLine($"The rejected rows, with line, column and reason, are in {file}.rejected.csv.");
    }

    private static bool Refuse(IAnsiConsole console, string why)
    {
        console.WriteLine($"Not imported. {why}");
        return false;
    }

    private static DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);
}
