using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class CorrectFindingOnPages
{
    /// <summary>Other words for a finding.</summary>
    internal static RecordingTask Task { get; } = new("finding-correction", "Correct a finding", PartOfReview.IfNeeded)
    {
        Times = _ => 0,
        Repeats = true,
        Afterwards = Step.IsCorrected,
        Objection = at => new CorrectFinding(First(at), new("?"), new("?"), at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it corrected?",
        Questions = at =>
        [
            new("findingId", "Which finding?", AnswerKind.One) { Options = at.FindingsAsChoices() },
            new("now", "What should it say?", AnswerKind.Text) { Hint = "No word that an inspection uses as a grade, and no name", Longest = 2000 },
            new("reason", "Why is it corrected?", AnswerKind.Text) { Longest = 1000 },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new CorrectFinding(FindingId.TryParse(answers.Of("findingId"), null, out var id) ? id : default, new(answers.Of("now")), new(answers.Of("reason")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.FollowingUp.ToldAs<FindingAgreed>(told => told.FindingId == command.FindingId)));
        },
    };

    /// <summary>Whether the school agrees with a finding, where the team recorded it otherwise.</summary>
    internal static RecordingTask HostView { get; } = OfHost("host-view", "Put right whether the school agrees with a finding", FindingField.HostView,
        finding => new("now", "Does the school agree?", AnswerKind.One)
        {
            Hint = finding is null ? null : $"It says now: {Words.Of(finding.HostView)}", Options = [.. Enum.GetValues<HostView>().Select(view => new Option(Kebab.NameOf(view), Words.Sentence(Words.Of(view))))],
        });

    /// <summary>What the school says to a finding.</summary>
    internal static RecordingTask HostComment { get; } = OfHost("host-comment", "Put right what the school says to a finding", FindingField.HostComment,
        _ => new("now", "What does the school say to it?", AnswerKind.Text) { Hint = "No word that an inspection uses as a grade, and no name", Longest = 2000 });

    private static RecordingTask OfHost(string name, string title, FindingField field, Func<FindingAgreed?, Question> now) => new(name, title, PartOfReview.IfNeeded)
    {
        Times = _ => 0,
        Repeats = true,
        Objection = at => new CorrectFinding(First(at), new("?"), new("?"), at.Acting.Today, FindingField.HostComment).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it put right?",
        Questions = at => [new("findingId", "Which finding?", AnswerKind.One) { Options = at.FindingsAsChoices() }],
        ReadFirst = (at, answers) => field == FindingField.HostComment && at.Shown(Chosen(at, answers)?.HostComment) is { } stands ? [new("What the school says to it now", stands)] : [],
        Then = (at, answers) => [now(Chosen(at, answers)), new("reason", "Why is it put right?", AnswerKind.Text) { Longest = 1000 }],
        Read = (at, answers, day, _) =>
        {
            var command = new CorrectFinding(FindingId.TryParse(answers.Of("findingId"), null, out var id) ? id : default, new(answers.Of("now")), new(answers.Of("reason")), day, field);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.FollowingUp.ToldAs<FindingAgreed>(told => told.FindingId == command.FindingId)));
        },
    };

    private static FindingAgreed? Chosen(ReviewRecording at, Answers answers) => at.Review.Findings.Find(finding => $"{finding.FindingId}" == answers.Of("findingId"));

    internal static FindingId First(ReviewRecording at) => at.Review.Findings.Select(finding => finding.FindingId).FirstOrDefault();
}
