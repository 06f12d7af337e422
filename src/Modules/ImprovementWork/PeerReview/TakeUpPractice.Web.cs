using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class TakeUpPracticeOnPages
{
    /// <summary>That another school took up what was offered.</summary>
    internal static RecordingTask Task { get; } = new("practice-taken-up", "Take up a practice", PartOfReview.IfNeeded)
    {
        Times = at => at.Review.TakenUp.Count,
        Repeats = true,
        Applies = at => !at.Review.Practices.IsEmpty,
        Objection = at => Takers(at).Any() ? null : Contracts.Objection.LacksCapacity("the partnership's lead or the head of a school that takes it up"),
        OnWhichDay = "On which day was it taken up?",
        Audience = RecordingTask.Structure,
        Questions = at =>
        [
            new("practiceId", "Which practice?", AnswerKind.One) { Options = [.. at.Review.Practices.Select((practice, index) => new Option($"{practice.PracticeId}", at.Reader.Show(practice.Title, at.Seal.Offered())?.Value ?? $"Practice {index + 1}"))] },
            new("takenUpBy", "Which school takes it up?", AnswerKind.One) { Options = [.. Takers(at).Select(urn => new Option($"{urn}", at.School(urn)))] },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new TakeUpPractice(PracticeId.TryParse(answers.Of("practiceId"), null, out var practice) ? practice : default, Urn.TryParse(answers.Of("takenUpBy"), null, out var urn) ? urn : default, day);
            return new(command, command.Objection(at.Review, at.Partnership, at.FollowingUp.Linked, at.Acting), () => command.Decide(at.Review));
        },
    };

    private static IEnumerable<Urn> Takers(ReviewRecording at) => at.Partnership.MembersOn(at.Acting.Today).Union(at.FollowingUp.Linked.Urns).Except(at.Review.OwnersIn(at.Partnership))
        .Where(urn => at.Acting.Leads(at.Review.PartnershipId) || at.Acting.IsAt(urn, Capacity.Headteacher));
}
