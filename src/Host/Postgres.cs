using Npgsql;

namespace EssexImprovement.Host;

/// <summary>The configured server, or one of our own.</summary>
public static class Postgres
{
    public static async Task AddPostgresAsync(this WebApplicationBuilder builder)
    {
        await Task.CompletedTask;
        var configured = builder.Configuration.GetConnectionString("ledger")!;
        builder.Services.AddNpgsqlDataSource(Safely(configured));
    }

    /// <summary>Whatever was configured, the session keeps UTC and prepares what it repeats.</summary>
    public static string Safely(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC" };
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 200;
        return settings.ConnectionString;
    }
}
