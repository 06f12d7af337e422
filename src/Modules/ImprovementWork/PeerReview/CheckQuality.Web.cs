using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class CheckQualityOnPages
{
    /// <summary>What both sides settle on after each has said what it thinks.</summary>
    internal static RecordingTask Task { get; } = new("quality", "Settle how good the review was", PartOfReview.FollowingUp)
    {
        Times = at => at.Review.Quality is null ? 0 : 1,
        Objection = at => new CheckQuality(GiveQualityViewOnPages.AllNine, default, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it settled?",
        ReadFirst = (at, _) => [.. at.Review.QualityViews.Select(view => new ReadFirst(view.Side == QualitySide.Host ? "What the host says" : "What the lead reviewer says", InWords(at, view)))],
        Questions = _ => GiveQualityViewOnPages.Questions,
        Read = (at, answers, day, _) =>
        {
            var command = new CheckQuality(GiveQualityViewOnPages.ChecksIn(answers), GiveQualityViewOnPages.Next(answers), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };

    private static string InWords(ReviewRecording at, QualityViewGiven view) => string.Join('\n', view.Principles.Select(check =>
        at.Shown(check.Evidence) is { } shown ? $"{ReviewRecording.Choices<PeerReviewPrinciple>()[(int)check.Principle].Text}: {Words.Of(check.Met)}. {shown}" : null).OfType<string>());
}
