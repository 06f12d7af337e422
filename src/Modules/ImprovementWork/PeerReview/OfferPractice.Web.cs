using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class OfferPracticeOnPages
{
    /// <summary>What the reviewers found excellent, offered to others.</summary>
    internal static RecordingTask Task { get; } = new("practice", "Offer practice to others", PartOfReview.FollowingUp)
    {
        Times = at => at.Review.Practices.Count,
        Repeats = true,
        Applies = at => at.Review.Findings.Exists(finding => finding.Kind == FindingKind.AreaOfExcellence),
        Objection = at => new OfferPractice(Excellent(at).Select(finding => finding.FindingId).FirstOrDefault(), new("?"), new("?"), Capacity.Headteacher, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it offered?",
        Audience = "the heads of the partnership and its lead. Offering it is your consent.",
        Questions = at =>
        [
            new("findingId", "What did the reviewers find excellent?", AnswerKind.One) { Options = [.. at.FindingsAsChoices().Where(option => Excellent(at).Any(finding => $"{finding.FindingId}" == option.Value))] },
            new("title", "What is the practice called?", AnswerKind.Line) { Longest = 120 },
            new("description", "What do you do?", AnswerKind.Text) { Hint = "So that another school can tell whether it is for them. Name nobody.", Longest = 2000 },
            new("contactRole", "Whom do they ask?", AnswerKind.One) { Options = [new($"{Capacity.Headteacher}", "The head"), new($"{Capacity.ImprovementChampion}", "The improvement champion"), new($"{Capacity.ChairOfGovernors}", "The chair of governors")] },
        ],
        Read = (at, answers, day, id) =>
        {
            var command = new OfferPractice(FindingId.TryParse(answers.Of("findingId"), null, out var finding) ? finding : default, new(answers.Of("title")), new(answers.Of("description")), answers.One<Capacity>("contactRole"), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(new(id), at.Review, at.Partnership));
        },
    };

    private static IEnumerable<FindingAgreed> Excellent(ReviewRecording at) => at.Review.Findings.Where(finding => finding.Kind == FindingKind.AreaOfExcellence);
}
