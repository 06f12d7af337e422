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
        options.Events.MapEventType<TimetablePublished>("timetable_published");
        options.Events.MapEventType<PreReviewDataShared>("pre_review_data_shared");
        options.Events.MapEventType<DifficultConversationHeld>("difficult_conversation_held");
        options.Events.MapEventType<SafeguardingReferred>("safeguarding_referred");
        options.Events.MapEventType<EvidenceCorrected>("evidence_corrected");
        options.Events.MapEventType<EvidenceWithdrawn>("evidence_withdrawn");
        options.Events.MapEventType<FindingCorrected>("finding_corrected");
        options.Events.MapEventType<FindingWithdrawn>("finding_withdrawn");
        options.Events.MapEventType<FollowUpStatusSet>("follow_up_status_set");
        options.Events.MapEventType<PracticeOffered>("practice_offered");
        options.Events.MapEventType<PracticeTakenUp>("practice_taken_up");
        options.Events.MapEventType<QualityViewGiven>("quality_view_given");
        options.Events.MapEventType<QualityChecked>("quality_checked");
        options.Events.MapEventType<ReviewPostponed>("review_postponed");
        options.Events.MapEventType<ReviewCancelled>("review_cancelled");
        options.Events.MapEventType<ReviewClosed>("review_closed");
        options.Events.MapEventType<ReviewClosedWithoutFollowUp>("review_closed_without_follow_up");
        options.Events.MapEventType<WorkshopDue>("workshop_due");
        options.Events.MapEventType<WorkshopOverdue>("workshop_overdue");
        options.Events.MapEventType<WorkshopScheduled>("workshop_scheduled");
        options.Events.MapEventType<WorkshopHeld>("workshop_held");
        options.Events.MapEventType<ActionsAgreed>("actions_agreed");
        options.Events.MapEventType<CheckInDue>("check_in_due");
        options.Events.MapEventType<CheckInHeld>("check_in_held");
        options.Events.MapEventType<CheckInCorrected>("check_in_corrected");
        options.Events.MapEventType<CheckInMissed>("check_in_missed");
        options.Events.MapEventType<PlanOpened>("plan_opened");
        options.Events.MapEventType<ObjectiveSet>("objective_set");
        options.Events.MapEventType<ObjectiveRevised>("objective_revised");
        options.Events.MapEventType<ActionAdded>("action_added");
        options.Events.MapEventType<ActionDone>("action_done");
        options.Events.MapEventType<ProgressReviewHeld>("progress_review_held");
        options.Events.MapEventType<ProgressReviewCorrected>("progress_review_corrected");
        options.Events.MapEventType<ObjectiveAchieved>("objective_achieved");
        options.Events.MapEventType<ObjectiveStopped>("objective_stopped");
        options.Events.MapEventType<ObjectiveRemoved>("objective_removed");
        options.Events.MapEventType<ObjectiveNeedsHelp>("objective_needs_help");
        options.Events.MapEventType<PlanPassedOn>("plan_passed_on");
        options.Events.MapEventType<PlanClosed>("plan_closed");
        options.Events.MapEventType<ProjectLaunched>("project_launched");
        options.Events.MapEventType<CycleHeld>("cycle_held");
        options.Events.MapEventType<LearningShared>("learning_shared");
        options.Events.MapEventType<ProjectClosed>("project_closed");
        options.Events.MapEventType<ConcernRaised>("concern_raised");
        options.Events.MapEventType<ResponseAsked>("response_asked");
        options.Events.MapEventType<ResponseGiven>("response_given");
        options.Events.MapEventType<ConversationHeld>("conversation_held");
        options.Events.MapEventType<FacilitatedMeetingHeld>("facilitated_meeting_held");
        options.Events.MapEventType<PartnershipMeetingHeld>("partnership_meeting_held");
        options.Events.MapEventType<QuadrantChairAsked>("quadrant_chair_asked");
        options.Events.MapEventType<BoardAsked>("board_asked");
        options.Events.MapEventType<ConcernResolved>("concern_resolved");
        options.Events.MapEventType<MembershipReviewed>("membership_reviewed");
        options.Events.MapEventType<TrainingCompleted>("training_completed");
        options.Events.MapEventType<TrainingWithdrawn>("training_withdrawn");

        // Unique: two leads who plan the same school's review of one round at the same moment must not both succeed.
        options.Schema.For<PeerReview>().DatabaseSchemaName("improvement")
            .UniqueIndex(UniqueIndexType.Computed, review => review.PartnershipId, review => review.HostUrn, review => review.RoundTaken!);
        options.Schema.For<PeerReview>().Index(review => review.HostUrn).Index(review => review.Team, index => index.Method = Weasel.Postgresql.Tables.IndexMethod.gin);
        options.Schema.For<ImprovementWorkshop>().DatabaseSchemaName("improvement").Index(workshop => workshop.PartnershipId).Index(workshop => workshop.ReviewId);
        options.Schema.For<CheckIn>().DatabaseSchemaName("improvement").Index(checkIn => checkIn.PartnershipId).Index(checkIn => checkIn.ReviewId);
        options.Projections.Snapshot<PeerReview>(SnapshotLifecycle.Inline);
        options.Schema.For<TrainingRecord>().DatabaseSchemaName("improvement");
        options.Schema.For<TrainingRecord>().Index(record => record.Homes, index => index.Method = Weasel.Postgresql.Tables.IndexMethod.gin);
        options.Schema.For<HelpOfPlan>().DatabaseSchemaName("improvement");
        options.Projections.Snapshot<HelpOfPlan>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<TrainingRecord>(SnapshotLifecycle.Inline);
        options.Schema.For<JointPracticeProject>().DatabaseSchemaName("improvement").Index(project => project.PartnershipId);
        options.Projections.Snapshot<JointPracticeProject>(SnapshotLifecycle.Inline);
        options.Schema.For<PeerConcern>().DatabaseSchemaName("improvement").Index(concern => concern.PartnershipId).Index(concern => concern.Urn);
        options.Projections.Snapshot<PeerConcern>(SnapshotLifecycle.Inline);
        options.Projections.LiveStreamAggregation<MembershipDecision>();
        options.Projections.Snapshot<ImprovementWorkshop>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<CheckIn>(SnapshotLifecycle.Inline);
        options.Schema.For<ImprovementPlan>().DatabaseSchemaName("improvement").Index(plan => plan.PartnershipId);
        options.Projections.Snapshot<ImprovementPlan>(SnapshotLifecycle.Inline);
        options.Projections.LiveStreamAggregation<ReviewingPartnership>();
        options.Projections.LiveStreamAggregation<HeadsOfSchool>();
    }
}
