using System.Globalization;

namespace EssexImprovement.Host;

/// <summary>The folder of a server of our own, and the account that runs it when we are root.</summary>
internal sealed record PostgresFolder(string Root, string? Account)
{
    private static readonly string[] Unprivileged = ["postgres", "app", "nobody"];

    public string Data => Path.Combine(Root, "data");
    public string Password => Path.Combine(Root, "password");
    public string Log => Path.Combine(Data, "server.log");
    public string Running => Path.Combine(Data, "postmaster.pid");
    private string InUse => Path.Combine(Root, "in-use");

    public static async Task<PostgresFolder> OpenAsync(string root, CancellationToken token)
    {
        var account = Tool.IsRoot ? UnprivilegedAccount() : null;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(root);
        // The server's account passes through to the data and may list nothing.
        else Directory.CreateDirectory(root, (UnixFileMode)(account is null ? 0b111_000_000 : 0b111_001_001));
        try
        {
            if (account is not null) await Tool.RunAsync("test", ["-x", root], token, account);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"PostgreSQL runs as '{account}', who may not enter {root}. Set EmbeddedPostgres__Folder to a place that account can reach, such as one under /var/lib.", e);
        }

        return new(root, account);
    }

    /// <summary>Starting and stopping happen one at a time.</summary>
    public Task<FileStream> EnterAsync(CancellationToken token) => FileGate.EnterAsync(Path.Combine(Root, "gate"), token);

    /// <summary>Says that this process works with the server, until the stream is closed or the process dies.</summary>
    public FileStream Hold() => new(InUse, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public bool IsHeld()
    {
        try
        {
            using var alone = new FileStream(InUse, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The major version that wrote the data; nothing when there is none yet.</summary>
    public async Task<int?> WrittenByAsync(CancellationToken token) =>
        Path.Combine(Data, "PG_VERSION") is var file && File.Exists(file)
            ? int.Parse(await File.ReadAllTextAsync(file, token), CultureInfo.InvariantCulture) : null;

    public async Task WritePasswordAsync(string password, CancellationToken token)
    {
        File.Delete(Password);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(Password, options);
        await writer.WriteAsync(password.AsMemory(), token);
    }

    /// <summary>Hands something to the account that runs the server, if it is another than ours.</summary>
    public Task GiveAsync(CancellationToken token, params string[] what) =>
        Account is null ? Task.CompletedTask : Tool.RunAsync("chown", ["-R", Account, .. what], token);

    public Task TakeBackAsync(string what, CancellationToken token) =>
        Account is null ? Task.CompletedTask : Tool.RunAsync("chown", ["root", what], token);

    private static string UnprivilegedAccount()
    {
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return Unprivileged.FirstOrDefault(known.Contains)
            ?? throw new InvalidOperationException("PostgreSQL refuses to run as root, and no account 'postgres', 'app' or 'nobody' is here to run it. Start the service as another user, or set ConnectionStrings__ledger.");
    }
}
