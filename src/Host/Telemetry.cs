using System.Globalization;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace EssexImprovement.Host;

/// <summary>What an operator sees: logs without names, free text or query strings; traces and metrics over OTLP when an endpoint is configured.</summary>
public static class Telemetry
{
    public static void AddLogsAndTelemetry(this WebApplicationBuilder builder, bool isVerb)
    {
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Npgsql", LogEventLevel.Warning) // It logs every statement at Information.
                .MinimumLevel.Override("Wolverine", LogEventLevel.Warning)
                // Wolverine logs a client's bad JSON as an error, under the name of whatever was to be read; what fails in here is logged by Problems.
                .Filter.ByExcluding(e => e.MessageTemplate.Text.StartsWith("Error trying to deserialize JSON", StringComparison.Ordinal))
                .MinimumLevel.Override("Marten.IDocumentStore", LogEventLevel.Fatal) // It logs every lost race as an error.
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext();
            // What a verb answers may be piped; what it logs goes beside it.
            LogEventLevel? toError = isVerb ? LogEventLevel.Verbose : null;
            if (builder.Environment.IsDevelopment()) log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: toError);
            else log.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: toError);
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("essex-improvement"))
            .WithTracing(tracing => tracing.AddSource("Wolverine", "Marten").AddNpgsql().AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter("Marten", "Wolverine*", "Npgsql").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
    }
}
