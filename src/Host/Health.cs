using Microsoft.Extensions.Diagnostics.HealthChecks;
using Marten.Events.Daemon;
using Npgsql;

namespace EssexImprovement.Host;

/// <summary>Live while the process answers; ready while the ledger is there, durable, in step with our clock, and projections keep up.</summary>
public static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LedgerCheck>();
        builder.Services.AddHostedService<RefuseToServe>();
        builder.Services.AddHealthChecks()
            .AddCheck<LedgerCheck>("ledger", tags: [Ready])
            .AddMartenAsyncDaemonHealthCheck(maxEventLag: 5000, maxSameLagTime: TimeSpan.FromSeconds(30));
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}

/// <summary>Asks PostgreSQL whether an acknowledged fact would survive a crash, and what time it is.</summary>
public sealed class LedgerCheck(NpgsqlDataSource database, TimeProvider clock) : IHealthCheck
{
    public static readonly TimeSpan WidestSkew = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WhatIsWrongAsync(cancellationToken) is { } wrong ? HealthCheckResult.Unhealthy(wrong) : HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy("The ledger cannot be reached.", e);
        }
    }

    public async Task<string?> WhatIsWrongAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('server_version_num')::int, clock_timestamp()");
        var asked = clock.GetUtcNow();
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        // The database looked at its clock after it was asked and before it answered: a slow answer is no wrong clock.
        var (told, answered) = (row.GetFieldValue<DateTimeOffset>(4), clock.GetUtcNow());
        var skew = told < asked ? asked - told : told > answered ? told - answered : TimeSpan.Zero;
        return row.GetString(0) != "on" ? "fsync is off: an acknowledged fact could be lost."
            : row.GetString(1) == "off" ? "synchronous_commit is off: an acknowledged fact could be lost."
            : row.GetString(2) != "on" ? "full_page_writes is off: a crash could tear the ledger."
            : row.GetInt32(3) < 150_000 ? "PostgreSQL 15 or later is needed."
            : skew > WidestSkew ? $"The clocks of service and database differ by {skew.TotalSeconds:0.0} seconds; 2 are allowed."
            : null;
    }
}

/// <summary>Refuses to serve when the ledger could lose what it acknowledged, or would be stamped with a wrong time.</summary>
public sealed class RefuseToServe(LedgerCheck ledger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await ledger.WhatIsWrongAsync(cancellationToken) is { } wrong) throw new InvalidOperationException($"Not serving. {wrong}");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
