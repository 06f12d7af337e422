namespace EssexImprovement.IntelligenceGathering;

public static class SubmitSelfReviewOnPages
{
    internal static SelfReviewTask Task { get; } = new("submit", "Submit the self-review", "Submit and share")
    {
        Objection = at => new SubmitSelfReview(at.Acting.Today).Objection(at.Urn, at.Review, at.Acting),
        Progress = at => at.Urn.NotHeadedBy(at.Acting, at.Acting.Today) is not null || at.Review?.Submitted is null ? null : at.Review.WrittenSince ? new("Written on since: submit it again", false) : new("Completed", true),
        OnWhichDay = "On which day does the head stand by it?",
        Read = (at, _, day) =>
        {
            var command = new SubmitSelfReview(day);
            return new(command, command.Objection(at.Urn, at.Review, at.Acting), () => command.Decide(at.Review!));
        },
    };
}
