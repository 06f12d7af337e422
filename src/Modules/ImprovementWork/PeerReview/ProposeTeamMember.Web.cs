using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class ProposeTeamMemberOnPages
{
    /// <summary>Somebody who could review, lead, facilitate or work beside the team.</summary>
    internal static RecordingTask Task { get; } = new("team-member", "Propose somebody for the team", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Team.Count,
        Repeats = true,
        Objection = at => new ProposeTeamMember(default, TeamRole.Shadow, at.Acting.Today).Objection(at.Review, at.Partnership, at.Linked, null, [], at.Acting),
        OnWhichDay = "On which day were they proposed?",
        Audience = RecordingTask.Structure,
        Questions = at =>
        [
            new("role", "What would they be?", AnswerKind.One) { Options = ReviewRecording.Choices<TeamRole>() },
            new("personId", "Who?", AnswerKind.One)
            {
                Options = [.. at.Heads.Where(head => !at.Review.OwnersIn(at.Partnership).Contains(head.Key)).Select(head => new Option($"{head.Value}", at.People[head.Value].InWords(Capacity.Headteacher), at.School(head.Key))), new(Other, "Somebody else")],
            },
            new("otherPerson", "Their personal reference, if you chose somebody else", AnswerKind.Line) { Hint = "They find it under \u201cYour details\u201d", Optional = true },
            new("homeUrn", "Which school employs them?", AnswerKind.One)
            {
                Options = [.. at.Partnership.MembersOn(at.Acting.Today).Append(at.Review.HostUrn).Distinct().Select(urn => new Option($"{urn}", at.School(urn))), new(Outside, "None: they come from outside the schools")],
            },
            new("trainedOn", "When did they last complete reviewer training?", AnswerKind.Day) { Optional = true },
        ],
        LookAgain = (at, answers) => answers.Of("personId") == Other && PersonIn(answers) is var person && person != default && !at.People[person].IsTold
            ? ["No name of the person with this reference can be shown to you. Check the reference with them before you confirm"] : [],
        Read = (at, answers, day, _) =>
        {
            var command = new ProposeTeamMember(PersonIn(answers), answers.One<TeamRole>("role"), day, Urn.TryParse(answers.Of("homeUrn"), null, out var home) ? home : null, answers.Day("trainedOn"));
            var objection = command.PersonId == default ? Contracts.Objection.Malformed("otherPerson", "This is no personal reference. It looks like 0193f3c2-0000-7000-8000-000000000001.") : command.Objection(at.Review, at.Partnership, at.Linked, at.Training.FirstOrDefault(record => record.PersonId == command.PersonId), at.Leaders, at.Acting);
            return new(command, objection, () => command.Decide(at.Review));
        },
    };

    private const string Other = "other", Outside = "outside";

    private static PersonId PersonIn(Answers answers) => PersonId.TryParse(answers.Of("personId") == Other ? answers.Of("otherPerson") : answers.Of("personId"), null, out var person) ? person : default;
}
