using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class HoldCheckInOnPages
{
    /// <summary>How far each finding has come since the visit.</summary>
    internal static RecordingTask Task { get; } = new("check-in", "Record a check-in", PartOfReview.FollowingUp)
    {
        Times = at => at.FollowingUp.CheckIn?.Held.Count ?? 0,
        Repeats = true,
        StreamOf = CheckIn.StreamOf,
        Tell = (at, session, fact) => session.Tell<CheckIn>(CheckIn.StreamOf(at.Review.Id), at.FollowingUp.CheckIn?.Version ?? 0, fact),
        Objection = at => new HoldCheckIn(Somebody(at), [.. at.Review.Findings.Take(1).Select(finding => new ChangeSeen(finding.FindingId, CheckInLevel.NoChange))], at.Acting.Today)
            .Objection(at.Review, at.Partnership, at.FollowingUp.CheckIn, at.FollowingUp.Peers, at.Calendar, at.Acting),
        OnWhichDay = "On which day was it held?",
        Audience = "how far each finding has come: the host head, the team and the heads of the peer group, unless the protocol of this review says otherwise. How many have come how far: the heads of the partnership. "
            + "What help is needed: the host head and the team.",
        Questions = at =>
        [
            .. IsPeer(at) ? Array.Empty<Question>() : [new("by", "Which peer held it?", AnswerKind.One) { Options = [.. Peers(at).Select(peer => new Option($"{peer.Person}", at.People[peer.Person].InWords(Capacity.Headteacher), at.School(peer.Home)))] }],
            .. at.Review.Findings.Select((finding, index) => new Question(Level(index), $"How far has this come: {at.FindingInWords(finding, index)}", AnswerKind.One)
            {
                Options = [.. ReviewRecording.Choices<CheckInLevel>(), new(NotLookedAt, "It was not looked at")],
            }),
            new("helpNeeded", "What help does the host need?", AnswerKind.Text) { Hint = "Name nobody", Longest = 2000, Optional = true },
            new("nextOn", "When do you look again?", AnswerKind.Day) { Optional = true },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new HoldCheckIn(IsPeer(at) ? at.Acting.Person : PersonId.TryParse(answers.Of("by"), null, out var by) ? by : default,
                [.. at.Review.Findings.Select((finding, index) => (finding.FindingId, Said: answers.Of(Level(index)))).Where(seen => seen.Said != NotLookedAt).Select(seen => new ChangeSeen(seen.FindingId, Enum.Parse<CheckInLevel>(seen.Said)))],
                day, answers.Maybe("helpNeeded") is { } help ? new ConfidentialText(help) : null, answers.Day("nextOn"));
            return new(command, command.Objection(at.Review, at.Partnership, at.FollowingUp.CheckIn, at.FollowingUp.Peers, at.Calendar, at.Acting), () => command.Decide(at.Review));
        },
    };

    private const string NotLookedAt = "not-looked-at";

    private static string Level(int finding) => $"level{finding + 1}";

    private static bool IsPeer(ReviewRecording at) => at.FollowingUp.Peers.Include(at.Acting.Person, at.Review, at.Partnership, at.Acting.Today);

    private static IEnumerable<(PersonId Person, Urn Home)> Peers(ReviewRecording at) => at.Heads.Where(head => at.FollowingUp.Peers.Include(head.Value, at.Review, at.Partnership, at.Acting.Today)).Select(head => (head.Value, head.Key))
        .Concat(at.Review.Peers().Where(member => member.HomeUrn is not null).Select(member => (member.PersonId, member.HomeUrn!.Value))).DistinctBy(peer => peer.Item1);

    private static PersonId Somebody(ReviewRecording at) => IsPeer(at) ? at.Acting.Person : Peers(at).FirstOrDefault().Person;
}
