using EssexImprovement.Host;
using Npgsql;

namespace EssexImprovement.Tests;

/// <summary>One real PostgreSQL for a test run; a database of its own for each fixture.</summary>
public static class Server
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(await Started.Value);
        var name = $"test_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        settings.Database = name;
        settings.MaxPoolSize = 20;
        return settings.ConnectionString;
    }

    /// <summary>Removes a database made by <see cref="NewDatabaseAsync"/>.</summary>
    public static async Task DropAsync(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(await Started.Value);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"drop database if exists {settings.Database} with (force)", connection);
        await drop.ExecuteNonQueryAsync();
    }

    private static Task<string> StartAsync() => Task.FromResult(Environment.GetEnvironmentVariable("ConnectionStrings__tests")!);
}
