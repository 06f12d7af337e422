using EssexImprovement.Host;
using Npgsql;

namespace EssexImprovement.Tests;

/// <summary>One real PostgreSQL for all test processes of a run; a database of its own for each fixture. <c>ConnectionStrings__tests</c> names another server.</summary>
public static class Server
{
    private static readonly Lazy<Task<string>> Started = new(async () => Environment.GetEnvironmentVariable("ConnectionStrings__tests") ?? await OwnAsync());

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(await Started.Value);
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"create database {name}");
        settings.Database = name;
        settings.MaxPoolSize = 20;
        return settings.ConnectionString;
    }

    /// <summary>Removes a database made by <see cref="NewDatabaseAsync"/>.</summary>
    public static async Task DropAsync(string connectionString)
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    private static async Task<string> OwnAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(Path.Combine(Path.GetTempPath(), $"essex-improvement-tests-{Environment.UserName}"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server.ConnectionString;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Started.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
