using EssexImprovement.Contracts.Brokerage;
using JasperFx.Events.Projections;
using Marten;

[assembly: Wolverine.Attributes.WolverineModule]

namespace EssexImprovement.Brokerage;

/// <summary>Brokerage: who offers support, who asks for it, and how one was found for the other.</summary>
public sealed class BrokerageModule : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<CapacityOffered>("capacity_offered");
        options.Events.MapEventType<OfferPassedOn>("offer_passed_on");
        options.Events.MapEventType<SupportRequested>("support_requested");
        options.Events.MapEventType<SupportRequestDrafted>("support_request_drafted");
        options.Events.MapEventType<SupportRequestDraftSent>("support_request_draft_sent");
        options.Events.MapEventType<SupportRequestDraftDiscarded>("support_request_draft_discarded");
        options.Events.MapEventType<CandidateShortlisted>("candidate_shortlisted");
        options.Events.MapEventType<SupplierInterestDeclared>("supplier_interest_declared");
        options.Events.MapEventType<SupplierInterestAssessed>("supplier_interest_assessed");
        options.Events.MapEventType<MatchProposed>("match_proposed");
        options.Events.MapEventType<MatchAccepted>("match_accepted");
        options.Events.MapEventType<MatchDeclined>("match_declined");

        options.Schema.For<CapacityOffer>().DatabaseSchemaName("brokerage").Index(offer => offer.PartnershipId);
        options.Schema.For<SupportRequest>().DatabaseSchemaName("brokerage").Index(request => request.PartnershipId);
        options.Schema.For<SupportRequestDraft>().DatabaseSchemaName("brokerage").Index(draft => draft.PartnershipId);
        options.Projections.Snapshot<CapacityOffer>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<SupportRequest>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<SupportRequestDraft>(SnapshotLifecycle.Inline);
        options.Projections.LiveStreamAggregation<BrokeringPartnership>();
        options.Projections.LiveStreamAggregation<ReferringDecision>();
    }
}
