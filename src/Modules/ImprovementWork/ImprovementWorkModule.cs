using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events.Projections;
using Marten;
using Marten.Schema;

[assembly: Wolverine.Attributes.WolverineModule]

namespace EssexImprovement.ImprovementWork;

/// <summary>Development and improvement work: a peer review from the plan to the release of its report.</summary>
public sealed class ImprovementWorkModule : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<ReviewPlanned>("review_planned");
        options.Events.MapEventType<EnquiryAgreed>("enquiry_agreed");
        options.Events.MapEventType<TeamMemberProposed>("team_member_proposed");
        options.Events.MapEventType<ReviewerInterestDeclared>("reviewer_interest_declared");
        options.Events.MapEventType<ReviewerInterestAssessed>("reviewer_interest_assessed");
        options.Events.MapEventType<TeamConfirmed>("team_confirmed");
        options.Events.MapEventType<ProtocolConfirmed>("protocol_confirmed");
        options.Events.MapEventType<StaffBriefed>("staff_briefed");
        options.Events.MapEventType<VisitStarted>("visit_started");
        options.Events.MapEventType<VisitEnded>("visit_ended");
        options.Events.MapEventType<EvidenceRecorded>("evidence_recorded");
        options.Events.MapEventType<FindingAgreed>("finding_agreed");
        options.Events.MapEventType<FeedbackGiven>("feedback_given");
        options.Events.MapEventType<ReportDrafted>("report_drafted");
        options.Events.MapEventType<ReportAccuracyAnswered>("report_accuracy_answered");
        options.Events.MapEventType<ReportFinalised>("report_finalised");
        options.Events.MapEventType<ReportReleased>("report_released");
        options.Events.MapEventType<ReleaseWithdrawn>("release_withdrawn");

        // Unique: two leads who plan the same school's review of one round at the same moment must not both succeed.
        options.Schema.For<PeerReview>().DatabaseSchemaName("improvement")
            .UniqueIndex(UniqueIndexType.Computed, review => review.PartnershipId, review => review.HostUrn, review => review.Plan.Round);
        options.Projections.Snapshot<PeerReview>(SnapshotLifecycle.Inline);
        options.Projections.LiveStreamAggregation<ReviewingPartnership>();
        options.Projections.LiveStreamAggregation<HeadsOfSchool>();
    }
}
