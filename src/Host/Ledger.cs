using EssexImprovement.Contracts;
using JasperFx;
using JasperFx.Events;
using JasperFx.OpenTelemetry;
using JasperFx.Resources;
using Marten;
using Weasel.Core;
using Wolverine.Marten;

namespace EssexImprovement.Host;

/// <summary>One ledger for all rooms: what is stored, under which names, and what happens when something cannot be read.</summary>
public static class Ledger
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.AddMarten(services =>
        {
            var options = new StoreOptions { DatabaseSchemaName = "documents" };
            options.Events.DatabaseSchemaName = "ledger";
            options.Events.StreamIdentity = StreamIdentity.AsGuid;
            options.Events.TimeProvider = services.GetRequiredService<TimeProvider>();
            options.Events.UseMandatoryStreamTypeDeclaration = true;
            options.Events.UseExclusiveLockOnConcurrentAppends = true;
            options.Events.AutoDiscoverTagTypes = false;
            options.Events.EnableEventTypeIndex = true; // Facts of one kind are found across streams: links, formations, the register.
            options.Events.MetadataConfig.EnableAll();
            options.Events.MetadataConfig.UserNameEnabled = true; // EnableAll leaves it out.
            // A projection that cannot read a fact stops and raises an alarm; it never goes on without it.
            options.Projections.Errors.SkipApplyErrors = options.Projections.Errors.SkipSerializationErrors = options.Projections.Errors.SkipUnknownEvents = false;
            options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
            options.RegisterValueType<Urn>();
            options.Listeners.Add(new Stamp(services.GetRequiredService<IHttpContextAccessor>()));
            options.OpenTelemetry.TrackConnections = TrackLevel.Normal;
            options.OpenTelemetry.TrackEventCounters();
            return options;
        })
        .UseLightweightSessions()
        .UseNpgsqlDataSource()
        .IntegrateWithWolverine(wolverine =>
        {
            wolverine.UseWolverineManagedEventSubscriptionDistribution = true;
            // Rooms hear a fact through the outbox of the transaction that records it: a crash between the two loses neither.
            wolverine.UseFastEventForwarding = true;
        });

        foreach (var room in Rooms.Modules) builder.Services.AddSingleton(typeof(IConfigureMarten), room);

        builder.Services.CritterStackDefaults(defaults =>
        {
            defaults.Production.ResourceAutoCreate = AutoCreate.None;
        });
        builder.Services.AddResourceSetupOnStartup();
    }
}
