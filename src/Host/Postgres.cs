using Npgsql;

namespace EssexImprovement.Host;

/// <summary>The configured server, or one of our own.</summary>
public static class Postgres
{
    /// <summary>Adds the one pool that Marten, Wolverine and our own SQL share. What is returned keeps our own server running; null when another is configured.</summary>
    public static async Task<EmbeddedPostgres?> AddPostgresAsync(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration.GetConnectionString("ledger");
        var own = string.IsNullOrWhiteSpace(configured)
            ? await EmbeddedPostgres.StartAsync(builder.Configuration.GetSection("EmbeddedPostgres").Get<EmbeddedPostgresOptions>() ?? new())
            : null;
        builder.Services.AddNpgsqlDataSource(Safely(own?.ConnectionString ?? configured!));
        return own;
    }

    /// <summary>Says once the service has started which data it shows: that of an earlier start in the same folder, or none yet.</summary>
    public static void SayWhereTheLedgerIs(this WebApplication app, EmbeddedPostgres? own)
    {
        if (own is not null) app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation("The ledger is in {Folder}; {Age}", own.Folder, own.IsNew ? "it is new" : "it was there before this start"));
    }

    /// <summary>Whatever was configured, the session keeps UTC and prepares what it repeats.</summary>
    private static string Safely(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC" };
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 200;
        return settings.ConnectionString;
    }
}
