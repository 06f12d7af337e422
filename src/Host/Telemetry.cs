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
    public static void AddLogsAndTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Npgsql", LogEventLevel.Warning) // It logs every statement at Information.
                .MinimumLevel.Override("Wolverine", LogEventLevel.Warning)
                .MinimumLevel.Override("Wolverine.Http", LogEventLevel.Fatal) // It logs a client's bad JSON as an error; what fails in here is logged by Problems.
                .MinimumLevel.Override("Marten.IDocumentStore", LogEventLevel.Fatal) // It logs every lost race as an error.
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext();
            if (builder.Environment.IsDevelopment()) log.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            else log.WriteTo.Console(new RenderedCompactJsonFormatter());
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("essex-improvement"))
            .WithTracing(tracing => tracing.AddSource("Wolverine", "Marten").AddNpgsql().AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter("Marten", "Wolverine*", "Npgsql").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
    }
}
