using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EssexImprovement.Host;

/// <summary>
/// A real PostgreSQL for whoever has configured none: durable, on loopback only, behind a password it generated, never run as root.
/// Processes may share a folder: the first starts the server, later ones attach, the last to leave stops it. A process that dies
/// without leaving loses its hold with it, so the server it left running is found, used and stopped by the next.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Role = "essex";

    private readonly PostgresFolder folder;
    private readonly PostgresBinaries binaries;
    private readonly ILogger log;
    private FileStream? hold;
    private string password = "";
    private int port;

    private EmbeddedPostgres(PostgresFolder folder, PostgresBinaries binaries, ILogger log) =>
        (this.folder, this.binaries, this.log, hold) = (folder, binaries, log, folder.Hold());

    /// <summary>Leads to the database named in the options, which exists by now.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Where the data is.</summary>
    public string Folder => folder.Root;

    /// <summary>True when this start created the data.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Starts the server of this folder, or attaches to it.</summary>
    public static Task<EmbeddedPostgres> StartAsync(string folder, CancellationToken token = default) =>
        StartAsync(new EmbeddedPostgresOptions { Folder = folder }, token: token);

    /// <summary>Starts the server, or attaches to it.</summary>
    /// <exception cref="InvalidOperationException">There is no server to be had, or another version wrote the data; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger? log = null, CancellationToken token = default)
    {
        var folder = await PostgresFolder.OpenAsync(options.FolderOrDefault, token);
        await using var gate = await folder.EnterAsync(token);
        var written = await folder.WrittenByAsync(token);
        var binaries = await PostgresBinaries.FindAsync(options, written, folder.Account, token);
        var server = new EmbeddedPostgres(folder, binaries, log ?? NullLogger.Instance);
        try
        {
            server.IsNew = written is null;
            if (server.IsNew) await server.InitialiseAsync(token);
            server.password = await File.ReadAllTextAsync(folder.Password, token);
            server.port = await folder.RunningPortAsync(token) ?? await server.StartServerAsync(token);
            server.ConnectionString = await server.CreateDatabaseAsync(options.Database, token);
            return server;
        }
        catch
        {
            await server.LeaveAsync();
            throw;
        }
    }

    /// <summary>Creates the database unless it is there; answers its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken token = default)
    {
        try
        {
            await ExecuteAsync($"create database {Quoted(name)}", token);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
        }

        return To(name);
    }

    /// <summary>Drops the database, whoever is still connected to it.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken token = default) =>
        ExecuteAsync($"drop database if exists {Quoted(name)} with (force)", token);

    public async ValueTask DisposeAsync()
    {
        if (hold is null) return;
        await using var gate = await folder.EnterAsync(CancellationToken.None);
        await LeaveAsync();
    }

    /// <summary>The data folder appears complete or not at all: a crash half-way leaves <c>data.new</c>, which the next start discards.</summary>
    private async Task InitialiseAsync(CancellationToken token)
    {
        var unfinished = folder.Data + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        await folder.WritePasswordAsync(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)), token);
        await folder.GiveAsync(token, unfinished, folder.Password);
        await binaries.RunAsync("initdb",
            ["-D", unfinished, "-U", Role, "-A", "scram-sha-256", "--pwfile", folder.Password, "-E", "UTF8", "--locale=C", "--data-checksums"], folder.Account, token);
        await folder.TakeBackAsync(folder.Password, token);

        // Terse, because the detail of an error may quote a row, and a row may name a person.
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), """

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_error_verbosity = terse
            log_checkpoints = off

            """, token);
        Directory.Move(unfinished, folder.Data);
    }

    private async Task<int> StartServerAsync(CancellationToken token)
    {
        if (File.Exists(folder.Log)) File.Move(folder.Log, folder.Log + ".before", overwrite: true);
        // The account may be another than last time: an installed PostgreSQL brings a user of its own.
        await folder.GiveAsync(token, folder.Data);
        for (var attempt = 1; ; attempt++)
        {
            var free = FreePort();
            try
            {
                // Without a token: pg_ctl has a limit of its own, and takes the server down again when it is interrupted.
                await binaries.RunUnheardAsync("pg_ctl",
                    ["start", "-D", folder.Data, "-w", "-s", "-t", "60", "-l", folder.Log, "-o", $"-p {free}"], folder.Account);
                log.LogInformation("Started PostgreSQL {Major} on port {Port}, data in {Data}", binaries.Major, free, folder.Data);
                return free;
            }
            catch (InvalidOperationException e)
            {
                // After a crash the children of the dead server may hold its memory for a moment, and another program may take the port first.
                if (attempt == 5)
                    throw new InvalidOperationException($"PostgreSQL did not start. It said: {(File.Exists(folder.Log) ? await File.ReadAllTextAsync(folder.Log, token) : e.Message)}", e);
                await Task.Delay(200 * attempt * attempt, token);
            }
        }
    }

    /// <summary>Lets go, and stops the server when nobody else holds it. The caller has passed the gate.</summary>
    private async Task LeaveAsync()
    {
        hold?.Dispose();
        hold = null;
        if (folder.IsHeld() || !File.Exists(folder.Running)) return;
        try
        {
            await binaries.RunAsync("pg_ctl", ["stop", "-D", folder.Data, "-w", "-s", "-t", "60", "-m", "fast"], folder.Account, CancellationToken.None);
        }
        catch (InvalidOperationException e)
        {
            log.LogWarning(e, "PostgreSQL did not stop; the next start will find it");
        }
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = port, Username = Role, Password = password, Database = database, Timezone = "UTC", MaxAutoPrepare = 200,
    }.ConnectionString;

    private async Task ExecuteAsync(string sql, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(To("postgres") + ";Pooling=false");
        await connection.OpenAsync(token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(token);
    }

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
