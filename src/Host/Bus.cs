using JasperFx;
using JasperFx.Core;
using JasperFx.Events;
using Wolverine;
using Wolverine.ErrorHandling;

namespace EssexImprovement.Host;

/// <summary>How rooms hear each other: durable local queues in the ledger's own database, each hearer on its own.</summary>
public static class Bus
{
    public static void AddBus(this WebApplicationBuilder builder) => builder.Host.UseWolverine(options =>
    {
        options.ServiceName = "essex-improvement";
        options.ApplicationAssembly = typeof(Bus).Assembly;
        foreach (var room in Rooms.Assemblies) options.Discovery.IncludeAssembly(room);
        options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
        options.Durability.MessageIdentity = MessageIdentity.IdAndDestination;
        options.Durability.MessageStorageSchemaName = "wolverine";
        options.Durability.Mode = builder.Configuration.GetValue("Nodes:Several", false) ? DurabilityMode.Balanced : DurabilityMode.Solo;
        options.Durability.EnableDeduplicatedResponses = true;
        options.Policies.AutoApplyTransactions();
        options.Policies.UseDurableLocalQueues();
        options.OnException<ConcurrencyException>().RetryWithCooldown(50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());
        // Of two that begin a stream at once one is tried again and finds it begun.
        options.OnException<ExistingStreamIdCollisionException>().RetryWithCooldown(50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());
        options.CodeGeneration.AddObjections();
    });
}
