using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class ConfirmTeamOnPages
{
    /// <summary>Who of those proposed makes up the team.</summary>
    internal static RecordingTask Task { get; } = new("team", "Confirm the team", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Confirmed is null ? 0 : 1,
        Objection = at => new ConfirmTeam([.. Ready(at).Select(member => member.PersonId)], at.Acting.Today).Objection(at.Review, at.Fitness, at.Acting) is { } refused
            ? SomeAreFit(at) ? null // Who of them makes a fit team is asked on the page.
            : refused.Rule == "IMP-5" ? refused with { Detail = $"{refused.Detail} {string.Join(" ", Ready(at).Where(Waits).Select(member => WaitingFor(member, at)))}" } : refused
            : null,
        OnWhichDay = "On which day was it confirmed?",
        Audience = RecordingTask.Structure,
        Questions = at => [new("members", "Who makes up the team?", AnswerKind.Several) { Options = [.. Ready(at).Select(at.Choice)] }],
        Read = (at, answers, day, _) =>
        {
            var command = new ConfirmTeam([.. answers.All("members").Select(text => PersonId.TryParse(text, null, out var person) ? person : default)], day);
            return new(command, command.Objection(at.Review, at.Fitness, at.Acting), () => command.Decide(at.Review));
        },
    };

    // A handful is proposed, so every choice of them can be tried.
    private static bool SomeAreFit(ReviewRecording at)
    {
        PersonId[] ready = [.. Ready(at).Select(member => member.PersonId).Take(8)];
        return Enumerable.Range(1, (1 << ready.Length) - 1).Any(chosen => new ConfirmTeam([.. ready.Where((_, place) => (chosen >> place & 1) == 1)], at.Acting.Today).Objection(at.Review, at.Fitness, at.Acting) is null);
    }

    private static bool Waits(TeamMember member) => member.Role != TeamRole.HostPartner && member.Assessment is null;

    /// <summary>Whose turn it is: whoever declares, and then somebody else who weighs it.</summary>
    private static string WaitingFor(TeamMember member, ReviewRecording at) =>
        $"{at.Choice(member).Text}: {(member.Interest is null ? "still to be declared" : $"still to be weighed by {(member.PersonId == at.Acting.Person ? "" : "the partnership's lead or ")}the head of {at.School(at.Review.HostUrn)}")}.";

    private static IEnumerable<TeamMember> Ready(ReviewRecording at) => at.Review.Team.Where(member => member.Assessment?.Outcome != InterestOutcome.Excluded);
}
