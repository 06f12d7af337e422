using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

/// <summary>Everything that is recorded in a review on pages, in the order it is usually done. Each stands beside its slice.</summary>
public static class RecordingTasks
{
    public static IReadOnlyList<RecordingTask> All { get; } =
    [
        PublishTimetableOnPages.Task,
        AgreeEnquiryOnPages.Task,
        ProposeTeamMemberOnPages.Task,
        DeclareReviewerInterestOnPages.Task,
        AssessReviewerInterestOnPages.Task,
        ConfirmTeamOnPages.Task,
        ConfirmProtocolOnPages.Task,
        BriefStaffOnPages.Task,
        SharePreReviewDataOnPages.Task,
        StartVisitOnPages.Task,
        RecordEvidenceOnPages.Task,
        RecordFollowUpStatusOnPages.Task,
        EndVisitOnPages.Task,
        AgreeFindingOnPages.Task,
        GiveFeedbackOnPages.Task,
        DraftReportOnPages.Task,
        AnswerReportAccuracyOnPages.Task,
        FinaliseReportOnPages.Task,
        ScheduleWorkshopOnPages.Task,
        HoldWorkshopOnPages.Task,
        HoldCheckInOnPages.Task with { Afterwards = Step.IsCorrected },
        GiveQualityViewOnPages.Task,
        CheckQualityOnPages.Task,
        OfferPracticeOnPages.Task,
        CloseReviewOnPages.Task,
        PostponeReviewOnPages.Task,
        CancelReviewOnPages.Task,
        ReferSafeguardingOnPages.Task,
        HoldDifficultConversationOnPages.Task,
        CorrectEvidenceOnPages.Task,
        WithdrawEvidenceOnPages.Task,
        CorrectFindingOnPages.Task,
        CorrectFindingOnPages.HostView,
        CorrectFindingOnPages.HostComment,
        WithdrawFindingOnPages.Task,
        TakeUpPracticeOnPages.Task,
        CloseReviewWithoutFollowUpOnPages.Task,
    ];

    public static RecordingTask? Named(string name) => All.FirstOrDefault(task => task.Name == name);

    /// <summary>All tasks with how far each has come, and the release of a final report, which has pages of its own. What is only now and then needed is listed for whoever can do it now.</summary>
    public static IReadOnlyList<TaskGroup> In(ReviewRecording at) =>
    [
        .. from task in All
           where task.Applies(at)
           let line = task.LineIn(at)
           where task.Part != PartOfReview.IfNeeded || line.Href is not null
           group line by task.Part into part
           orderby part.Key
           select new TaskGroup(TitleOf(part.Key), [.. part, .. part.Key == PartOfReview.AfterTheVisit ? ReleaseIn(at) : []]),
    ];

    private static IEnumerable<TaskLine> ReleaseIn(ReviewRecording at)
    {
        const string Title = "Let somebody see the report";
        var releases = at.Review.OpenReleases().Count();
        if (!at.Review.ActsAsHostHead(at.Acting, at.Partnership, at.Acting.Today)) yield return new(Title, null, "For somebody else", false, "This is for the head of the host school.");
        else if (at.Review.Cancelled is not null) yield return new(Title, null, RecordingTask.Closed, false, "The review was cancelled; there is no report.");
        else if (at.Review.Final is null) yield return new(Title, null, "Cannot start yet", false, "Only a final report is released.");
        else yield return new(Title, $"/reviews/{at.Review.Id}/release", releases > 0 ? $"{releases} in force" : "Not yet started", false);
    }

    private static string TitleOf(PartOfReview part) => part switch
    {
        PartOfReview.BeforeTheVisit => "Before the visit",
        PartOfReview.OnTheVisit => "On the visit",
        PartOfReview.AfterTheVisit => "After the visit",
        PartOfReview.FollowingUp => "Following up",
        _ => "If it is needed",
    };
}
