using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EssexImprovement.Tests;

/// <summary>The built service in a process of its own, on a free port, as an operator runs it, with an empty database of its own unless one is given.</summary>
public sealed partial class RunningService : IAsyncDisposable
{
    private readonly string _database;
    private readonly bool _ownsDatabase;
    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];
    private readonly ConcurrentQueue<string> _log = [];

    // Host's own folder, not the tests' copy of it: JasperFx looks for commands in every assembly beside it, and the tests' folder holds some that do not load alone.
    private static string Built { get; } = TestFolder().Replace(AppContext.BaseDirectory, Path.Combine("src", "Host", "bin"));

    private RunningService(string database, bool ownsDatabase, Process process) => (_database, _ownsDatabase, _process) = (database, ownsDatabase, process);

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts it in Development and waits until it listens; with the demonstration, until that is recorded.</summary>
    public static async Task<RunningService> StartAsync(bool demonstration, string? on = null)
    {
        var database = on ?? await Server.NewDatabaseAsync();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Built, "EssexImprovement.Host.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(Built, "..", "..", ".."),
        };
        start.Environment["ConnectionStrings__ledger"] = database;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Demonstration__Play"] = demonstration ? "true" : "false";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service did not start.");
        var service = new RunningService(database, on is null, process);
        process.OutputDataReceived += (_, line) => service.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => service.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        service.Address = Listening().Match(service.WaitFor("Now listening on")).Value.TrimEnd('/');
        if (demonstration) service.WaitFor("The demonstration is recorded");
        return service;
    }

    /// <summary>The next line that holds the words; fails when the process ends first, or after two minutes.</summary>
    public string WaitFor(string words)
    {
        while (_lines.TryTake(out var line, TimeSpan.FromMinutes(2)))
            if (line.Contains(words, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"The service never said '{words}'. It said:\n{string.Join('\n', _log)}");
    }

    /// <summary>All it said so far.</summary>
    public IReadOnlyCollection<string> Said => _log;

    /// <summary>Ends it as a power cut does: it hears of nothing and tidies up nothing.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        if (_ownsDatabase) await Server.DropAsync(_database);
    }

    private void Hear(string? line)
    {
        if (line is null) _lines.CompleteAdding();
        else if (!_lines.IsAddingCompleted)
        {
            _log.Enqueue(line);
            _lines.Add(line);
        }
    }

    [GeneratedRegex(@"tests[\\/]\w+[\\/]bin")]
    private static partial Regex TestFolder();

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Listening();
}
