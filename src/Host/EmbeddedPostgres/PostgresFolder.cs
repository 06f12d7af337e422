using System.Globalization;
using System.Net;
using System.Net.Sockets;

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
        OwnFiles.CreateFolder(root);
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
    public Task<FileStream> EnterAsync(CancellationToken token) => OwnFiles.EnterAsync(Path.Combine(Root, "gate"), token);

    /// <summary>Says that this process works with the server, until the stream is closed or the process dies.</summary>
    public FileStream Hold() => OwnFiles.Open(InUse, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

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
            ? Number(await File.ReadAllTextAsync(file, token)) : null;

    public async Task WritePasswordAsync(string password, CancellationToken token)
    {
        File.Delete(Password);
        await using var writer = new StreamWriter(OwnFiles.Open(Password, FileMode.CreateNew, FileAccess.Write, FileShare.None));
        await writer.WriteAsync(password.AsMemory(), token);
    }

    /// <summary>The port of a server that runs on our data; nothing when none does. Waits for one that is recovering or stopping.</summary>
    public async Task<int?> RunningPortAsync(CancellationToken token)
    {
        for (var patience = 1200; File.Exists(Running); patience--)
        {
            var lines = await File.ReadAllLinesAsync(Running, token);
            int? ready = lines.Length > 7 && lines[7].Trim() == "ready" ? Number(lines[3]) : null;
            if (ready is { } found && await AnswersAsync(found, token)) return found;
            if (ready is not null || lines is [] || !Tool.IsRunning("postgres", Math.Abs(Number(lines[0]))))
            {
                // Left by a crash. PostgreSQL would take any living process of this number for the one that crashed, and after a reboot there may be one.
                File.Delete(Running);
                return null;
            }

            if (patience == 0) throw new TimeoutException($"Another PostgreSQL has been starting or stopping on {Data} for two minutes; see {Log}.");
            await Task.Delay(100, token);
        }

        return null;
    }

    /// <summary>Hands something to the account that runs the server, if it is another than ours.</summary>
    public Task GiveAsync(CancellationToken token, params string[] what) =>
        Account is null ? Task.CompletedTask : Tool.RunAsync("chown", ["-R", Account, .. what], token);

    public Task TakeBackAsync(string what, CancellationToken token) =>
        Account is null ? Task.CompletedTask : Tool.RunAsync("chown", ["root", what], token);

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);

    private static async Task<bool> AnswersAsync(int port, CancellationToken token)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string UnprivilegedAccount()
    {
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return Unprivileged.FirstOrDefault(known.Contains)
            ?? throw new InvalidOperationException("PostgreSQL refuses to run as root, and no account 'postgres', 'app' or 'nobody' is here to run it. Start the service as another user, or set ConnectionStrings__ledger.");
    }
}
