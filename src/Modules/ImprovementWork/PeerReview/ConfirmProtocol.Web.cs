using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class ConfirmProtocolOnPages
{
    /// <summary>Where the outcome of this review goes, as the schools signed it.</summary>
    internal static RecordingTask Task { get; } = new("protocol", "Confirm the protocol with the host", PartOfReview.BeforeTheVisit)
    {
        Times = at => at.Review.Protocol is null ? 0 : 1,
        Objection = at => new ConfirmProtocol(at.Partnership.ProtocolOf(at.Review)?.Version ?? 0, true, at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day did host and team confirm it?",
        Audience = RecordingTask.Structure,
        ReadFirst = (at, _) => [.. (at.Partnership.ProtocolOf(at.Review)?.DefaultRoutes ?? []).Select(route =>
            new ReadFirst($"Where {Words.Of(route.Artefact)} may go", $"{ReleaseInWords.Of(route.MaxRing)}: {ReleaseInWords.Of(route.Extent).ToLowerInvariant()}. The host head decides."))],
        Questions = at =>
        [
            new("safeguardingUnderstood", "Do host and team know whom a safeguarding concern goes to?", AnswerKind.One) { Options = ReviewRecording.YesOrNo, Hint = Whom(at), Check = answers => answers.Yes("safeguardingUnderstood") ? null : "Go through it together first, then confirm" },
            .. at.Review.StaffBriefedOn is null ? [new Question("staffBriefedOn", "When were the host's staff briefed?", AnswerKind.Day) { Hint = "Leave it empty if they have not been; it can be recorded later", Optional = true }] : Array.Empty<Question>(),
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new ConfirmProtocol(at.Partnership.ProtocolOf(at.Review)?.Version ?? 0, answers.Yes("safeguardingUnderstood"), day, StaffBriefedOn: answers.Day("staffBriefedOn"));
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.Partnership));
        },
    };

    private static string Whom(ReviewRecording at) => at.Partnership.ProtocolOf(at.Review)?.SafeguardingRoute == SafeguardingRoute.Lado
        ? "To the local authority designated officer" : "To the headteacher; to the local authority designated officer when it is about the headteacher";
}
