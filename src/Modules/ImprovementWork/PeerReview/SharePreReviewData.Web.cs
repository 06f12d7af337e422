using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class SharePreReviewDataOnPages
{
    /// <summary>One thing that reviewers should have read before they come.</summary>
    internal static RecordingTask Task { get; } = new("data", "Share data before the visit", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Shared.Count,
        Repeats = true,
        Objection = at => new SharePreReviewData([new(PreReviewDataKind.Other, new("?"), new('0', 64))], AudienceRing.ReviewTeam, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it shared?",
        Audience = "what it is called: the host head and those you share it with. That data was shared, and when: whoever may know of this partnership.",
        Questions = _ =>
        [
            new("kind", "What do you share?", AnswerKind.One) { Options = ReviewRecording.Choices<PreReviewDataKind>() },
            new("title", "What is it called?", AnswerKind.Line) { Hint = "As your reviewers will recognise it. Name nobody.", Longest = 200 },
            new("contentHash", "Which file is it?", AnswerKind.File) { Hint = "The file stays with you: give it to your reviewers yourself. Only its fingerprint is kept here, by which it can be recognised. Up to 20 MB." },
            new("ring", "Whom do you share it with?", AnswerKind.One)
            {
                Options = [new($"{AudienceRing.ReviewTeam}", "The review team"), new($"{AudienceRing.PeerGroupHeads}", "The review team and the heads of the peer group")],
            },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new SharePreReviewData([new(answers.One<PreReviewDataKind>("kind"), new(answers.Of("title")), answers.Of("contentHash"))], answers.One<AudienceRing>("ring"), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };
}
