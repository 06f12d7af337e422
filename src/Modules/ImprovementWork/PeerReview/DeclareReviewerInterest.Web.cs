using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class DeclareReviewerInterestOnPages
{
    /// <summary>What links somebody to the host, said by themself; the lead may record it for others.</summary>
    internal static RecordingTask Task { get; } = new("interest", "Declare an interest", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Team.Count(member => member.Interest is not null),
        Repeats = true,
        Objection = at => at.NobodyProposed(new DeclareReviewerInterest((at.Review.Team.Find(member => member.PersonId == at.Acting.Person) ?? at.Review.Team.FirstOrDefault())?.PersonId ?? at.Acting.Person, InterestNature.Other, at.Acting.Today, new("?"))
            .Objection(at.Review, at.Partnership, at.Acting)),
        OnWhichDay = "On which day was it declared?",
        Audience = "What was declared: the host head, the partnership's lead and whoever declares it. That it was declared: whoever may know of this partnership.",
        Questions = at =>
        [
            .. at.Acting.Leads(at.Review.PartnershipId) ? [new Question("personId", "Whose interest?", AnswerKind.One) { Options = [.. at.Review.Team.Select(at.Choice)] }] : Array.Empty<Question>(),
            new("nature", "What links them to the host school?", AnswerKind.One) { Options = ReviewRecording.Choices<InterestNature>() },
        ],
        Then = (_, answers) => NatureIn(answers) is null or InterestNature.None ? [] : [new("text", "Say in a few words what it is", AnswerKind.Text) { Longest = 2000, Optional = NatureIn(answers) != InterestNature.Other }],
        Read = (at, answers, day, _) =>
        {
            var command = new DeclareReviewerInterest(at.ByWhom("personId", answers), answers.One<InterestNature>("nature"), day, answers.One<InterestNature>("nature") != InterestNature.None && answers.Maybe("text") is { } text ? new ConfidentialText(text) : null);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };

    private static InterestNature? NatureIn(Answers answers) => Enum.TryParse<InterestNature>(answers.Of("nature"), out var nature) ? nature : null;
}
