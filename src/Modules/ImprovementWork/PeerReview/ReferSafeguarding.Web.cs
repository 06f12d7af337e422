using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class ReferSafeguardingOnPages
{
    /// <summary>That a concern went to whom the protocol names. How often is told to nobody here.</summary>
    internal static RecordingTask Task { get; } = new("safeguarding-referral", "Record a safeguarding referral", PartOfReview.IfNeeded)
    {
        Times = _ => 0,
        Repeats = true,
        Objection = at => at.Review.NotRecordedByTeam(at.Acting, at.Partnership) ?? (at.Review.GoesOn() ? null : new("XCT-9", "This review is over; nothing is added to it.")),
        OnWhichDay = "On which day was it referred?",
        Audience = "you and the partnership\u2019s lead, and the host head if it went to them. A referral that went past the head, the head does not see.",
        Questions = _ =>
        [
            new("to", "Who was it referred to?", AnswerKind.One)
            {
                Hint = "Tell them first, in person or by telephone. What it is about is not asked here and must not be written anywhere in this service.",
                Options = [new($"{SafeguardingRecipient.Headteacher}", "The head of the host school"), new($"{SafeguardingRecipient.Lado}", "The local authority\u2019s designated officer", "When it is about the head")],
            },
            new("acknowledged", "Have they acknowledged it?", AnswerKind.One) { Options = ReviewRecording.YesOrNo },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new ReferSafeguarding(answers.One<SafeguardingRecipient>("to"), answers.Yes("acknowledged"), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting, at.FollowingUp.Referrals), () => command.Decide(at.Review));
        },
    };
}
