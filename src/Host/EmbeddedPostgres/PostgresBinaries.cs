using System.Globalization;
using System.Text.RegularExpressions;

namespace EssexImprovement.Host;

/// <summary>The programs of one PostgreSQL server: <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> of one folder and one major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 15;

    /// <summary>
    /// Those configured; else those installed, newest first unless <paramref name="written"/>, the major version that wrote the data, says which; else the pinned package.
    /// </summary>
    /// <exception cref="InvalidOperationException">None can open the data, or none is to be had; the message says what to do.</exception>
    public static async Task<PostgresBinaries> FindAsync(EmbeddedPostgresOptions options, int? written, string? account, CancellationToken token)
    {
        List<PostgresBinaries> found = [];
        foreach (var folder in options.Binaries is { } configured ? [configured] : options.UseInstalled ? Places() : [])
        {
            if (await LookAsync(folder, account, token) is not { Major: >= Oldest } binaries) continue;
            if (written is null || written == binaries.Major) return binaries;
            found.Add(binaries);
        }

        if (options.Binaries is not null && found is [])
            throw new InvalidOperationException($"EmbeddedPostgres__Binaries is '{options.Binaries}', but initdb, pg_ctl and postgres of version {Oldest} or later are not there, or may not be run{(account is null ? "" : $" by '{account}'")}.");
        if (options.Binaries is null && written is null or PostgresPackage.Major)
            return await LookAsync(await PostgresPackage.FetchAsync(options.CacheOrDefault, token), account, token)
                ?? throw new InvalidOperationException($"The PostgreSQL of the package in {options.CacheOrDefault} does not run on this machine. Install PostgreSQL {Oldest} or later, or set ConnectionStrings__ledger.");

        var offered = found is [] ? "none" : string.Join(", ", found.Select(binaries => $"{binaries.Major} ({binaries.Folder})").Distinct());
        throw new InvalidOperationException(
            $"The data in {options.FolderOrDefault} was written by PostgreSQL {written}, and no other version may open it. Versions found here: {offered}. "
            + $"Install the server of PostgreSQL {written}, or set EmbeddedPostgres__Binaries to the folder of its programs, and start again. "
            + "How to move the data to a newer version is in deploy/README.md. To begin with an empty ledger instead, set EmbeddedPostgres__Folder to a new folder.");
    }

    public Task RunAsync(string program, IEnumerable<string> arguments, string? account, CancellationToken token) =>
        Tool.RunAsync(Path.Combine(Folder, FileName(program)), arguments, token, account);

    public Task RunUnheardAsync(string program, IEnumerable<string> arguments, string? account) =>
        Tool.RunUnheardAsync(Path.Combine(Folder, FileName(program)), arguments, account);

    private static string FileName(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    /// <summary>PATH, then where Debian, the PostgreSQL packages for Red Hat, Homebrew, Postgres.app and the Windows installer put it.</summary>
    private static IEnumerable<string> Places() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Versions("/usr/lib/postgresql", "*"),
        .. Versions("/usr", "pgsql-*"),
        .. Versions("/opt/homebrew/opt", "postgresql@*"),
        .. Versions("/usr/local/opt", "postgresql@*"),
        .. Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"),
        .. Versions("/Applications/Postgres.app/Contents/Versions", "*"),
        .. Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*"),
    ];

    private static IEnumerable<string> Versions(string parent, string pattern) => !Directory.Exists(parent) ? [] :
        from folder in Directory.EnumerateDirectories(parent, pattern)
        orderby int.TryParse(Digits().Match(Path.GetFileName(folder)).Value, out var number) ? number : 0 descending
        select Path.Combine(folder, "bin");

    /// <summary>A folder on PATH may hold a link to <c>postgres</c> alone, so what counts is the folder the program really lives in.</summary>
    private static async Task<PostgresBinaries?> LookAsync(string folder, string? account, CancellationToken token)
    {
        var postgres = new FileInfo(Path.GetFullPath(Path.Combine(folder, FileName("postgres"))));
        if (!postgres.Exists) return null;
        var real = Path.GetDirectoryName((postgres.ResolveLinkTarget(returnFinalTarget: true) ?? postgres).FullName)!;
        if (!File.Exists(Path.Combine(real, FileName("initdb"))) || !File.Exists(Path.Combine(real, FileName("pg_ctl")))) return null;
        try
        {
            var version = await Tool.RunAsync(Path.Combine(real, FileName("postgres")), ["--version"], token, account);
            return Digits().Match(version) is { Success: true } major ? new(real, int.Parse(major.Value, CultureInfo.InvariantCulture)) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
