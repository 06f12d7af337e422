using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class GiveQualityViewOnPages
{
    /// <summary>The nine principles one by one, and the one to strengthen next.</summary>
    internal static IReadOnlyList<Question> Questions { get; } =
    [
        .. ReviewRecording.Choices<PeerReviewPrinciple>().Select(principle => new Question($"principle{principle.Value}", $"{principle.Text}: did the review keep this principle?", AnswerKind.One)
        {
            Options = ReviewRecording.Choices<PrincipleMet>(), Because = "What shows it? Name nobody.", Longest = 1000,
        }),
        new("strengthenNext", "Which principle should be strengthened next?", AnswerKind.One) { Options = ReviewRecording.Choices<PeerReviewPrinciple>() },
    ];

    internal static IReadOnlyList<PrincipleCheck> ChecksIn(Answers answers) =>
    [
        .. Enum.GetValues<PeerReviewPrinciple>().Select(principle => new PrincipleCheck(principle, answers.One<PrincipleMet>($"principle{principle}"), new(answers.Of($"principle{principle}{nameof(Question.Because)}")))),
    ];

    internal static PeerReviewPrinciple Next(Answers answers) => answers.One<PeerReviewPrinciple>("strengthenNext");

    /// <summary>Nine principles to ask a slice with whether it takes any.</summary>
    internal static IReadOnlyList<PrincipleCheck> AllNine { get; } = [.. Enum.GetValues<PeerReviewPrinciple>().Select(principle => new PrincipleCheck(principle, PrincipleMet.Partly, new("?")))];

    /// <summary>How far the review kept the nine principles, as one side sees it.</summary>
    internal static RecordingTask Task { get; } = new("quality-view", "Say how good the review was", PartOfReview.FollowingUp)
    {
        Times = at => at.Review.QualityViews.Count(view => view.Side == SideOf(at)),
        Repeats = true,
        Objection = at => new GiveQualityView(SideOf(at), AllNine, default, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting) is { Rule: "XCT-6" }
            ? Contracts.Objection.LacksCapacity("the head of the host school or the lead reviewer, each for their side")
            : new GiveQualityView(SideOf(at), AllNine, default, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day do you say so?",
        Audience = "the host head and the confirmed review team, once both sides have said what they think. Until then you alone.",
        Questions = _ => Questions,
        Read = (at, answers, day, _) =>
        {
            var command = new GiveQualityView(SideOf(at), ChecksIn(answers), Next(answers), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.Acting.Person));
        },
    };

    private static QualitySide SideOf(ReviewRecording at) => at.Review.ActsAsHostHead(at.Acting, at.Partnership, at.Acting.Today) ? QualitySide.Host : QualitySide.LeadReviewer;
}
