using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class RecordFollowUpStatusOnPages
{
    /// <summary>What became of a finding of the review before.</summary>
    internal static RecordingTask Task { get; } = new("follow-up", "Say what became of an earlier finding", PartOfReview.OnTheVisit)
    {
        Times = at => at.Review.FollowUp.Count,
        Repeats = true,
        Applies = at => at.Review.Plan.FollowUpOf is not null,
        Objection = at => at.FollowingUp.Earlier is { Findings: [var first, ..] } earlier
            ? new RecordFollowUpStatus(first.FindingId, FollowUpStatus.NotRevisited, at.Acting.Today).Objection(at.Review, at.Partnership, earlier, at.Acting) is { Field: not "status" } refused ? refused : null
            : at.Review.NotJudgedByTeam(at.Acting, at.Partnership) ?? Contracts.Objection.Malformed("priorFindingId", "The visit has not begun, or the earlier review found nothing."),
        OnWhichDay = "On which day was it looked at?",
        Questions = at =>
        [
            new("priorFindingId", "Which finding?", AnswerKind.One) { Options = Findings(at) },
            new("status", "What became of it?", AnswerKind.One) { Options = ReviewRecording.Choices<FollowUpStatus>() },
            new("evidenceIds", "Which evidence of this review shows it?", AnswerKind.Several) { Options = at.EvidenceAsChoices(), Optional = true },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new RecordFollowUpStatus(FindingId.TryParse(answers.Of("priorFindingId"), null, out var finding) ? finding : default, answers.One<FollowUpStatus>("status"), day,
                [.. answers.All("evidenceIds").Select(text => EvidenceId.TryParse(text, null, out var item) ? item : default)]);
            return new(command, command.Objection(at.Review, at.Partnership, at.FollowingUp.Earlier, at.Acting), () => command.Decide(at.Review));
        },
    };

    /// <summary>The earlier findings in the words that its host lets this reader see.</summary>
    private static IReadOnlyList<Option> Findings(ReviewRecording at) => at.FollowingUp.Earlier is not { } earlier ? [] :
        [.. earlier.Findings.Select((finding, index) => new Option($"{finding.FindingId}",
            at.Reader.Show(finding.Statement, earlier.SealIn(at.Partnership, at.Acting.Today), Extent.FindingsOnly)?.Value ?? $"Finding {index + 1} of {When.InWords(finding.OccurredOn)}"))];
}
