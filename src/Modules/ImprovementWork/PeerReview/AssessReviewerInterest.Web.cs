using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class AssessReviewerInterestOnPages
{
    /// <summary>Whether what was declared stands in the way, weighed by somebody else.</summary>
    internal static RecordingTask Task { get; } = new("interest-assessment", "Weigh a declared interest", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Team.Count(member => member.Assessment is not null),
        Repeats = true,
        Objection = at => at.NobodyProposed(new AssessReviewerInterest((Unweighed(at).FirstOrDefault() ?? at.Review.Team.FirstOrDefault())?.PersonId ?? default, InterestOutcome.Clear, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting)),
        OnWhichDay = "On which day was it weighed?",
        Audience = "The host head, the partnership's lead and whoever declared the interest. That it was weighed: whoever may know of this partnership.",
        ReadFirst = (at, _) => [.. Unweighed(at).Where(_ => at.Reader.Opens(at.Seal.Interests())).Select(member =>
            new ReadFirst(at.Member(member), string.Join(": ", new[] { Words.Of(member.Interest!.Nature), at.Reader.Show(member.Interest.Text, at.Seal.Interests())?.Value }.OfType<string>())))],
        Questions = at =>
        [
            new("personId", "Whose interest?", AnswerKind.One) { Options = [.. Unweighed(at).Select(at.Choice)] },
            new("outcome", "May they take part?", AnswerKind.One)
            {
                Options = [new($"{InterestOutcome.Clear}", "Yes"), new($"{InterestOutcome.ClearWithSafeguards}", "Yes, with safeguards"), new($"{InterestOutcome.Excluded}", "No")],
            },
        ],
        Then = (_, answers) => WithSafeguards(answers) ? [new("safeguards", "Which safeguards were agreed?", AnswerKind.Text) { Longest = 2000 }] : [],
        Read = (at, answers, day, _) =>
        {
            var command = new AssessReviewerInterest(at.ByWhom("personId", answers), answers.One<InterestOutcome>("outcome"), day, WithSafeguards(answers) && answers.Maybe("safeguards") is { } text ? new ConfidentialText(text) : null);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.Acting.Person));
        },
    };

    private static bool WithSafeguards(Answers answers) => answers.Of("outcome") == $"{InterestOutcome.ClearWithSafeguards}";

    private static IEnumerable<TeamMember> Unweighed(ReviewRecording at) => at.Review.Team.Where(member => member.Interest is not null && member.Assessment is null && member.PersonId != at.Acting.Person);
}
