using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events.Projections;
using Marten;
using Marten.Schema;

[assembly: Wolverine.Attributes.WolverineModule]

namespace EssexImprovement.Partnerships;

/// <summary>The register the four working rooms lean on: who belongs, what was agreed, who leads.</summary>
public sealed class PartnershipsModule : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<PartnershipFormed>("partnership_formed");
        options.Events.MapEventType<MoralPurposeAgreed>("moral_purpose_agreed");
        options.Events.MapEventType<ProtocolAdopted>("protocol_adopted");
        options.Events.MapEventType<ProtocolSigned>("protocol_signed");
        options.Events.MapEventType<SchoolAdmitted>("school_admitted");
        options.Events.MapEventType<LeadAppointed>("lead_appointed");
        options.Events.MapEventType<PeerGroupFormed>("peer_group_formed");
        options.Events.MapEventType<MembershipChanged>("membership_changed");
        options.Events.MapEventType<NoticeGiven>("notice_given");
        options.Events.MapEventType<SchoolLeft>("school_left");
        options.Events.MapEventType<SchoolSucceeded>("school_succeeded");
        options.Events.MapEventType<LeadStoodDown>("lead_stood_down");
        options.Events.MapEventType<PeerGroupDissolved>("peer_group_dissolved");
        options.Events.MapEventType<PartnershipDissolved>("partnership_dissolved");
        options.Events.MapEventType<StagePlanAgreed>("stage_plan_agreed");
        options.Events.MapEventType<StagePlanRevised>("stage_plan_revised");
        options.Events.MapEventType<PartnershipLinkAgreed>("partnership_link_agreed");
        options.Events.MapEventType<SystemElementPrioritised>("system_element_prioritised");
        options.Events.MapEventType<SystemElementReviewed>("system_element_reviewed");
        options.Events.MapEventType<MeetingHeld>("meeting_held");
        options.Events.MapEventType<CollectiveIssueRaised>("collective_issue_raised");
        options.Events.MapEventType<CollaborativeResponseAgreed>("collaborative_response_agreed");
        options.Events.MapEventType<DataSharedWithPartners>("data_shared_with_partners");
        options.Events.MapEventType<CommunityVoiceHeard>("community_voice_heard");
        options.Events.MapEventType<GrantAwarded>("grant_awarded");
        options.Events.MapEventType<GrantSpendReported>("grant_spend_reported");
        options.Events.MapEventType<ResourcePooled>("resource_pooled");
        options.Events.MapEventType<AnnualAccountPublished>("annual_account_published");
        options.Events.MapEventType<TermCalendarPublished>("term_calendar_published");
        options.Events.MapEventType<ConfidentialTextRead>("confidential_text_read");
        options.Events.MapEventType<EmergencyAccessTaken>("emergency_access_taken");
        options.Events.MapEventType<EmergencyAccessAcknowledged>("emergency_access_acknowledged");
        options.Events.MapEventType<PersonErased>("person_erased");
        options.Events.MapEventType<SchoolLeaderAppointed>("school_leader_appointed");
        options.Events.MapEventType<SchoolLeaderLeft>("school_leader_left");
        options.Events.MapEventType<CapacityGranted>("capacity_granted");
        options.Events.MapEventType<CapacityWithdrawn>("capacity_withdrawn");

        options.Schema.For<Partnership>().DatabaseSchemaName("partnerships").UniqueIndex(UniqueIndexType.Computed, partnership => partnership.Name);
        options.Schema.For<Appointment>().DatabaseSchemaName("partnerships").Index(appointment => appointment.Person).Index(appointment => appointment.Place);
        // Outside the ledger and erasable. Optimistic, so that a card written while its person is being erased does not outlive the erasure.
        options.Schema.For<PersonCard>().DatabaseSchemaName("people").UseOptimisticConcurrency(true);
        options.Projections.Snapshot<Partnership>(SnapshotLifecycle.Inline);
        // Inline: the next command of the same person must find the capacity just recorded. Appointments are rare.
        options.Projections.Add<AppointmentProjection>(ProjectionLifecycle.Inline);
        // Coverage reads a county at once and may lag a moment; a command folds the schools it names when it is given.
        options.Schema.For<RegisteredSchool>().DatabaseSchemaName("partnerships").Index(school => school.Urn);
        options.Projections.Snapshot<RegisteredSchool>(SnapshotLifecycle.Async);
        options.Schema.For<EmergencyOpening>().DatabaseSchemaName("partnerships").Index(opening => opening.Person).Index(opening => opening.Urn);
        options.Schema.For<EmergencySeen>().DatabaseSchemaName("partnerships");
        // Inline: it opens, and is told to the head, from the moment it is recorded.
        options.Projections.Add<EmergencyOpeningProjection>(ProjectionLifecycle.Inline);
        options.Projections.LiveStreamAggregation<EmergencyAccesses>();
        options.Projections.LiveStreamAggregation<SchoolLeadership>();
        options.Projections.LiveStreamAggregation<GrantedCapacity>();
        options.Projections.LiveStreamAggregation<ReachedStage>();
        options.Projections.LiveStreamAggregation<WaivingDecision>();
    }
}
