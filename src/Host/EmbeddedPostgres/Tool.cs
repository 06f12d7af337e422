using System.ComponentModel;
using System.Diagnostics;

namespace EssexImprovement.Host;

/// <summary>Runs a program of this machine to its end.</summary>
internal static class Tool
{
    /// <summary>PostgreSQL refuses to run as root on Unix; on Windows it gives up the rights it must not have by itself.</summary>
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>What the program printed.</summary>
    /// <exception cref="InvalidOperationException">It is not there, may not be run, or failed; the message carries what it said.</exception>
    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, CancellationToken token, string? account = null)
    {
        using var process = Start(file, arguments, account, isHeard: true);
        try
        {
            var said = process.StandardError.ReadToEndAsync(token);
            var printed = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return process.ExitCode == 0 ? printed : throw Failed(file, process.ExitCode, await said);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>For a program that leaves a server behind: on Windows the server would keep our pipes open, and we would wait for ever.</summary>
    public static async Task RunUnheardAsync(string file, IEnumerable<string> arguments, string? account)
    {
        using var process = Start(file, arguments, account, isHeard: false);
        await process.WaitForExitAsync(CancellationToken.None);
        if (process.ExitCode != 0) throw Failed(file, process.ExitCode, "");
    }

    public static bool IsRunning(string name, int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName.StartsWith(name, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Process Start(string file, IEnumerable<string> arguments, string? account, bool isHeard)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = isHeard, RedirectStandardError = isHeard };
        // Where we were started may be closed to another account, and a server should not hold on to it either.
        start.WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/";
        if (account is not null) start.UserName = account;
        // Ctrl+C on the service must reach the service alone. On Unix pg_ctl gives the server a session of its own.
        if (OperatingSystem.IsWindows()) start.CreateNewProcessGroup = true;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{file} could not be run: {e.Message}", e);
        }
    }

    private static InvalidOperationException Failed(string file, int exitCode, string said) =>
        new($"{Path.GetFileName(file)} failed with exit code {exitCode}. {said.Trim()}".TrimEnd());
}
