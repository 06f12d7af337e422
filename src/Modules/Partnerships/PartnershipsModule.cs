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
        options.Events.MapEventType<SchoolLeaderAppointed>("school_leader_appointed");
        options.Events.MapEventType<CapacityGranted>("capacity_granted");

        options.Schema.For<Partnership>().DatabaseSchemaName("partnerships").UniqueIndex(UniqueIndexType.Computed, partnership => partnership.Name);
        options.Schema.For<Appointment>().DatabaseSchemaName("partnerships").Index(appointment => appointment.Person).Index(appointment => appointment.Succeeds!);
        options.Projections.Snapshot<Partnership>(SnapshotLifecycle.Inline);
        // Inline: the next command of the same person must find the capacity just recorded. Appointments are rare.
        options.Projections.Add<AppointmentProjection>(ProjectionLifecycle.Inline);
        options.Projections.LiveStreamAggregation<RegisteredSchool>();
        options.Projections.LiveStreamAggregation<SchoolLeadership>();
    }
}
