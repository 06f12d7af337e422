using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.IntelligenceGathering;

public static class ShareSelfReviewOnPages
{
    internal static SelfReviewTask Task { get; } = new("share", "Share it with peers", "Submit and share")
    {
        Objection = at => new ShareSelfReview(Wider(at.Review).FirstOrDefault(AudienceRing.PartnershipHeads), at.Acting.Today).Objection(at.Urn, at.Review, at.Acting),
        Progress = at => at.Review is { SharedWith: > AudienceRing.HostHead and var ring } ? new($"Shared as far as {ring.InWords()}", true) : null,
        OnWhichDay = "On which day is it shared?",
        Audience = _ => $"The words, as submitted: whom you choose; it cannot be taken back. {SelfReviewRecording.AudienceOfStructure}",
        Questions = at =>
        [
            new("ring", "How far does it go?", AnswerKind.One)
            {
                Hint = "A wider circle includes the narrower ones before it", Options = [.. Wider(at.Review).Select(ring => new Option($"{ring}", Words.Sentence(ring.InWords())))],
            },
        ],
        Read = (at, answers, day) =>
        {
            var command = new ShareSelfReview(answers.One<AudienceRing>("ring"), day);
            return new(command, command.Objection(at.Urn, at.Review, at.Acting), () => command.Decide(at.Review!));
        },
    };

    private static IEnumerable<AudienceRing> Wider(SelfReview? review) =>
        Enum.GetValues<AudienceRing>().Where(ring => ring is >= AudienceRing.ReviewTeam and <= AudienceRing.PartnershipHeads && ring > (review?.SharedWith ?? AudienceRing.HostHead));
}
