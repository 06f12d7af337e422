using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The host puts its own question: a review answers what the school wants to know.</summary>
public sealed record AgreeEnquiry(
    ConfidentialText Question, ImprovementArea Area, IReadOnlyList<ConfidentialText> LinesOfEnquiry, ConfidentialText WhyNow, DateOnly OccurredOn,
    ConfidentialText? HopedForChange = null) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, SelfReviewsOfHost selfReviews, TermCalendar calendar, Acting acting) =>
        review.NotRecordedByLeadOrHost(acting, partnership)
        ?? review.OutOfStep(ReviewState.Planned, ReviewState.Planned, Contracts.Objection.Malformed("question", "The enquiry of this review is agreed already."))
        ?? review.BeforeLastStep(this)
        ?? (Question.Length == 0 ? new Contracts.Objection("IMP-2", "A review begins with the school's own question.", "question")
        : selfReviews.CountingOn(OccurredOn, calendar) is null ? new("IMP-2", $"School {review.HostUrn} has submitted no self-review in this term or the one before; who asks peers to look first looks for itself.")
        : null)
        ?? Question.NotBetween1And(500, "question")
        ?? (LinesOfEnquiry.Count is < 1 or > 5 ? Contracts.Objection.Malformed("linesOfEnquiry", "One to five lines of enquiry are needed.") : null)
        ?? LinesOfEnquiry.Select(line => line.NotBetween1And(500, "linesOfEnquiry")).FirstOrDefault(objection => objection is not null)
        ?? WhyNow.NotBetween1And(2000, "whyNow")
        ?? HopedForChange?.NotBetween1And(2000, "hopedForChange");

    public EnquiryAgreed Decide(PeerReview review, SelfReviewsOfHost selfReviews, TermCalendar calendar) => new(
        review.Id, review.PartnershipId, Question, Area, [.. LinesOfEnquiry.Select((text, index) => new LineOfEnquiry(index + 1, text))], WhyNow, HopedForChange, OccurredOn,
        selfReviews.CountingOn(OccurredOn, calendar));
}

public static class AgreeEnquiryEndpoint
{
    public static async Task<(ReviewingPartnership, SelfReviewsOfHost, TermCalendar)> LoadAsync(AgreeEnquiry command, PeerReview review, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        return (partnership, await SelfReviewsOfHost.OfAsync(review.LineIn(partnership), command.OccurredOn, session, token), await Calendar.ReadAsync(session, token));
    }

    public static Objection? Validate(AgreeEnquiry command, PeerReview review, ReviewingPartnership partnership, SelfReviewsOfHost selfReviews, TermCalendar calendar, Acting acting) =>
        command.Objection(review, partnership, selfReviews, calendar, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/enquiry")]
    public static (Recorded, Events) Post(AgreeEnquiry command, [WriteModel("reviewId")] PeerReview review, SelfReviewsOfHost selfReviews, TermCalendar calendar) =>
        (new(review.Version + 1), [command.Decide(review, selfReviews, calendar)]);
}
