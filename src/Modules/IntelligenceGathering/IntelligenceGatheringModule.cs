using EssexImprovement.Contracts.IntelligenceGathering;
using JasperFx.Events.Projections;
using Marten;

[assembly: Wolverine.Attributes.WolverineModule]

namespace EssexImprovement.IntelligenceGathering;

/// <summary>What is known of each school, and from where: what the public register says, and what the school says of itself.</summary>
public sealed class IntelligenceGatheringModule : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<SchoolRegistered>("school_registered");
        options.Events.MapEventType<RegisterDetailChanged>("register_detail_changed");
        options.Events.MapEventType<SelfReviewOpened>("self_review_opened");
        options.Events.MapEventType<AreaSelfEvaluated>("area_self_evaluated");
        options.Events.MapEventType<FocusCandidateNamed>("focus_candidate_named");
        options.Events.MapEventType<SelfReviewSubmitted>("self_review_submitted");
        options.Events.MapEventType<SelfReviewSharedWith>("self_review_shared_with");

        options.Schema.For<SchoolProfile>().DatabaseSchemaName("intelligence")
            .Index([school => school.Entry.LocalAuthority, school => school.Urn])
            .Index([school => school.Entry.Phase!, school => school.Urn])
            .Index(school => school.Urn);
        options.Projections.Snapshot<SchoolProfile>(SnapshotLifecycle.Inline);

        options.Schema.For<SelfReview>().DatabaseSchemaName("intelligence").Index(review => review.Urn);
        options.Schema.For<PartnershipOfSchools>().DatabaseSchemaName("intelligence");
        options.Schema.For<TeamAtSchool>().DatabaseSchemaName("intelligence").Index(team => team.HostUrn);
        options.Projections.Snapshot<SelfReview>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<PartnershipOfSchools>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<TeamAtSchool>(SnapshotLifecycle.Inline);
    }
}
