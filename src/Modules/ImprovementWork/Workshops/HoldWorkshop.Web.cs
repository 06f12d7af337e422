using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class HoldWorkshopOnPages
{
    /// <summary>Who came to the workshop and what they chose to work on.</summary>
    internal static RecordingTask Task { get; } = new("workshop", "Record the workshop", PartOfReview.FollowingUp)
    {
        Times = at => at.FollowingUp.Workshop?.Held is null ? 0 : 1,
        StreamOf = ImprovementWorkshop.StreamOf,
        Tell = (at, session, fact) => session.Tell<ImprovementWorkshop>(ImprovementWorkshop.StreamOf(at.Review.Id), at.Around.Version, fact),
        Objection = at => new HoldWorkshop(at.FollowingUp.Champions, [new(StaffRole.Teacher, 1)], [.. at.Review.Findings.Take(1).Select(finding => finding.FindingId)], [], [], at.Acting.Today)
            .Objection(at.Review, at.Around, at.Acting) is { Rule: not "XCT-8" } refused ? refused : null,
        OnWhichDay = "On which day was it held?",
        Audience = "what was chosen: as far as the protocol of this review says, and the heads of the peer group if it says nothing. When it was held and how many came: whoever may know of this partnership.",
        Questions = at =>
        [
            at.WhichChampions("Who ran the workshop?"),
            new("attendance", "How many came?", AnswerKind.Counts) { Options = ReviewRecording.Choices<StaffRole>() },
            new("prioritiesChosen", "Which findings did they choose to work on?", AnswerKind.Several) { Options = at.FindingsAsChoices() },
            new("hypotheses", "What do they think will help?", AnswerKind.Lines) { Hint = "Each on a line of its own. Name nobody.", Optional = true },
            new("researchRefs", "Which research does it rest on?", AnswerKind.Lines) { Hint = "Web addresses or DOIs, each on a line of its own", Optional = true },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new HoldWorkshop(at.ChampionsIn(answers), [.. answers.Counts<StaffRole>("attendance").Select(counted => new PeopleByRole(counted.Of, counted.Count))],
                [.. answers.All("prioritiesChosen").Select(text => FindingId.TryParse(text, null, out var finding) ? finding : default)], [.. answers.Lines("hypotheses").Select(text => new ConfidentialText(text))],
                answers.Lines("researchRefs"), day);
            return new(command, command.Objection(at.Review, at.Around, at.Acting), () => command.Decide(at.Review, at.Partnership, at.Calendar));
        },
    };
}
