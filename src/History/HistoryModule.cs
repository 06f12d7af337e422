using JasperFx.Events.Projections;
using Marten;

[assembly: Wolverine.Attributes.WolverineModule]
[assembly: JasperFx.JasperFxAssembly]

namespace EssexImprovement.History;

/// <summary>Reads the ledger and never appends: the timeline, replay, and the trace of a decision.</summary>
public sealed class HistoryModule : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<TimelineEntry>().DatabaseSchemaName("history")
            .Index([entry => entry.PartnershipId, entry => entry.Sequence])
            .Index([entry => entry.PartnershipId, entry => entry.OccurredOn]);
        options.Schema.For<Look>().DatabaseSchemaName("history").Index(look => look.OwnerUrn!).Index(look => look.ThingId).Index(look => look.PartnershipId);
        options.Schema.For<HeldThing>().DatabaseSchemaName("history").Index(thing => thing.Urn);
        options.Schema.For<HostedReview>().DatabaseSchemaName("history").Index(review => review.HostUrn);
        options.Schema.For<Succession>().DatabaseSchemaName("history");
        options.Projections.Add(new LookProjection(), ProjectionLifecycle.Inline);
        // Inline: a host must not miss a review that was planned a moment ago.
        options.Projections.Add(new HostedReviewProjection(), ProjectionLifecycle.Inline);
        options.Projections.Add(new HeldThingProjection(), ProjectionLifecycle.Inline);
        options.Projections.Add(new TimelineProjection(), ProjectionLifecycle.Async);
    }
}
