using System.Globalization;
using EssexImprovement.Host;
using Npgsql;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>A folder that is gone after the test, and what can be asked of the server in it.</summary>
public sealed class ServerFolder : IAsyncLifetime
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"essex-{Guid.NewGuid():N}");
    public EmbeddedPostgres Server { get; private set; } = null!;
    public string Data => Path.Combine(Folder, "data");
    public string Lock => Path.Combine(Data, "postmaster.pid");
    public int ProcessId => int.Parse(File.ReadLines(Lock).First(), CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync() => Server = await EmbeddedPostgres.StartAsync(Folder);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task AgainAsync()
    {
        await Server.DisposeAsync();
        await InitializeAsync();
    }

    public static async Task<T> AskAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<T> AskAsync<T>(string sql) => AskAsync<T>(Server.ConnectionString, sql);

    /// <summary>A line of what Linux knows about the server's process.</summary>
    public string Status(string name) => File.ReadLines($"/proc/{ProcessId}/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
}
